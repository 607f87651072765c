import { loadMessages, parseTime } from '@openfloor/player';
import type { Context, MiddlewareHandler } from 'hono';
import { z } from 'zod';
import { at, documentOf, type Page, type PageSet, type SiteEnv } from '#web/index.ts';
import { CITE_FILES } from '../cite.tsx';
import { parseClock } from '../clock-time.ts';
import type { MediaSource } from '../media.ports.ts';
import { viewMeeting, type MeetingView } from '../meeting-view.ts';
import type { WordsSource } from '../words.ports.ts';
import { clipCitation } from './clip-citation.ts';
import { MakingPage } from './clip-downloads.tsx';
import { ClipPage } from './clip-page.tsx';
import { besideChannel, viewClip, type ClipPageView } from './clip-view.ts';
import type { ClipChoice, ClipFileSource, ClipSource, ShownClip } from './clips.ports.ts';

export interface ClipPagesDeps {
  readonly clips: ClipSource;
  readonly files: ClipFileSource;
  readonly media: MediaSource;
  readonly words: WordsSource;
  /** Refuses who keeps too many clips, and who has too many files made. */
  readonly limitKeeping: MiddlewareHandler;
  readonly limitMaking: MiddlewareHandler;
}

const USUAL_MS = 30_000;
const time = z.string().max(20);
const Stretch = z.object({ ch: z.string().min(1).max(100), from: time, to: time.optional(), record: z.enum(['0', '1']).default('0') });
const FileWish = z.object({
  form: z.enum(['mp4', 'm4a']).default('mp4'), ch: z.string().max(100).optional(), burnt: z.enum(['0', '1']).default('0'),
});

/** The pages of clips: of any stretch by its address, of those that are kept by theirs, and of files that are being made. */
export function clipPages(deps: ClipPagesDeps): PageSet {
  const { clips, files, limitKeeping, limitMaking } = deps;
  return (site) => {
    site.get('/meetings/:slug/clip', async (c) => {
      const shown = await clips.choose(c.req.param('slug'), choiceOf(Stretch.parse(c.req.query())));
      return show(c, shown);
    });

    site.post('/meetings/:slug/clip', limitKeeping, async (c) => {
      const { clip } = await clips.keep(c.req.param('slug'), choiceOf(Stretch.parse(await c.req.parseBody())));
      return c.redirect(at(c.var.page, `clips/${clip.id}`), 303);
    });

    site.get('/clips/:id', async (c) => show(c, await clips.view(c.req.param('id'))));

    site.get('/clips/:id/:file{cite\\.(?:bib|ris|json)}', async (c) => {
      const ending = c.req.param('file').slice('cite.'.length) as keyof typeof CITE_FILES;
      const { page } = c.var;
      const citation = clipCitation(await clips.view(c.req.param('id')), { language: page.language, words: page.words, origin: page.address.origin, now: page.site.clock.now() });
      const { type, write } = CITE_FILES[ending];
      return c.body(write(citation), 200, { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${citation.key}.${ending}"` });
    });

    site.get('/clips/:id/file', async (c) => {
      const id = c.req.param('id');
      const { form, ch, burnt } = FileWish.parse(c.req.query());
      const captions = form === 'mp4' ? (c.req.queries('captions') ?? []).slice(0, 2) : [];
      const state = await files.file(id, { form, channel: ch ?? null, captions, burnt: burnt === '1' && captions.length > 0 }, async () => { await limitMaking(c, async () => undefined); });
      c.header('Cache-Control', 'no-store');
      if (state.state === 'making') c.header('Refresh', '2');
      return c.html(documentOf(<MakingPage page={c.var.page} id={id} state={state} />));
    });
  };

  async function show(c: Context<SiteEnv>, shown: ShownClip): Promise<Response> {
    const [clip, player] = await Promise.all([look(c.var.page, shown), loadMessages(c.var.page.language)]);
    return c.html(documentOf(<ClipPage clip={clip} player={player} />));
  }

  async function look(page: Page, shown: ShownClip): Promise<ClipPageView> {
    const view = await clipMeeting(deps, page, shown);
    const { meeting, channel, clip } = shown;
    const beside = besideChannel(view, shown);
    const [own, other] = await Promise.all([
      beside && clip.quote ? deps.words.forChannel(meeting.id, { key: channel.key, language: clip.quote.language }, clip.quote.kind === 'record') : null,
      beside ? deps.words.forChannel(meeting.id, beside, false) : null,
    ]);
    return viewClip(shown, view, own, other);
  }
}

/** The view of a clip's meeting that begins and ends with the clip, in its channel unless the address names another. */
export async function clipMeeting({ media, words }: Pick<ClipPagesDeps, 'media'> & { readonly words: Pick<WordsSource, 'captionsOf' | 'channelsWithTexts'> }, page: Page, { meeting, channel, place }: ShownClip): Promise<MeetingView> {
  const [recording, texts, captions] = await Promise.all([media.forMeeting(meeting.id), words.channelsWithTexts(meeting.id), words.captionsOf(meeting.id)]);
  const view = viewMeeting(page, meeting, recording, { ...texts, captions });
  const open = page.address.searchParams.has('ch') ? view.open : view.channels.find(({ key }) => key === channel.key) ?? view.open;
  return { ...view, open, startMs: place.range?.startMs ?? 0, ...(place.range && { clip: { ...place.range, channel: channel.key } }) };
}

/** What an address asks for: seconds, or as clocks show them. */
function choiceOf({ ch, from, to, record }: z.output<typeof Stretch>): ClipChoice {
  const read = (text: string | undefined): number | null => (text === undefined ? null : parseClock(text) ?? parseTime(text));
  const startMs = read(from) ?? 0;
  return { channel: ch, startMs, endMs: read(to) ?? startMs + USUAL_MS, record: record === '1', snap: true };
}
