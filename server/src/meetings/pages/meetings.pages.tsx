import type { Context } from 'hono';
import { formatTime, loadMessages } from '@openfloor/player';
import { publicActor } from '#access/index.ts';
import { AppError } from '#platform/errors/index.ts';
import { at, documentOf, type Page, type PageSet, type SiteEnv } from '#web/index.ts';
import type { Browse } from '../browse/index.ts';
import type { MeetingDetail } from '../meeting-detail.domain.ts';
import type { Meetings } from '../meetings.ports.ts';
import { CITE_FILES, viewCitation } from './cite.tsx';
import { parseClock } from './clock-time.ts';
import { linkHeader, machineForms } from './machine-forms.ts';
import type { MediaSource } from './media.ports.ts';
import { FindPage } from './find-page.tsx';
import { ListenPage, soundAddress } from './listen-page.tsx';
import { MeetingPage } from './meeting-page.tsx';
import { viewMeeting, type MeetingView } from './meeting-view.ts';
import { readable, readWish, textChoices, textOf, type Reading, type Spoken, type TextChoice } from './reading.ts';
import type { Related } from './related.tsx';
import { WordsPage } from './words-page.tsx';
import type { WordsSource } from './words.ports.ts';

export interface MeetingPagesDeps {
  readonly meetings: Pick<Meetings, 'get' | 'list' | 'resolveSlug'>;
  readonly media: MediaSource;
  readonly words: WordsSource;
  readonly browse: Pick<Browse, 'related'>;
}

const RELATED_OF_A_KIND = 4;

/** The page of each meeting, and the references to it as files. */
export function meetingPages({ meetings, media, words, browse }: MeetingPagesDeps): PageSet {
  const actor = publicActor();
  return (site) => {
    site.get('/meetings/:slug', async (c) => {
      const clock = parseClock(c.req.query('t') ?? '');
      if (clock !== null) return c.redirect(withTime(c.var.page.address, formatTime(clock)), 302);
      const meeting = await find(c, '');
      if (meeting instanceof Response) return meeting;
      const [view, related, player] = await Promise.all([look(c.var.page, meeting), readRelated(meeting.id), loadMessages(c.var.page.language)]);
      c.header('Link', linkHeader(machineForms(view)));
      return c.html(documentOf(<MeetingPage view={view} reading={view.open && await read(view, textOf(view.open))} related={related} player={player} />));
    });

    site.get('/meetings/:slug/words/:channel', async (c) => {
      const key = c.req.param('channel');
      const meeting = await find(c, `/words/${encodeURIComponent(key)}`);
      if (meeting instanceof Response) return meeting;
      const view = await look(c.var.page, meeting);
      const own = textChoices(view).find(({ ref }) => ref === key);
      const reading = own && await read(view, own);
      if (reading?.columns[0]?.ref !== key) throw new AppError('not_found', { what: 'page', id: c.req.path });
      return c.html(documentOf(<WordsPage view={view} reading={reading} />));
    });

    site.get('/meetings/:slug/words', async (c) => {
      const meeting = await find(c, '/words');
      if (meeting instanceof Response) return meeting;
      const view = await look(c.var.page, meeting);
      const choices = textChoices(view);
      const [first] = choices;
      if (!first) throw new AppError('not_found', { what: 'page', id: c.req.path });
      const { find: wanted, query } = readWish(view, first);
      return c.html(documentOf(<FindPage view={view} texts={await readTexts(view, choices)} find={wanted} query={query} />));
    });

    site.get('/meetings/:slug/listen', async (c) => {
      const meeting = await find(c, '/listen');
      if (meeting instanceof Response) return meeting;
      const view = await look(c.var.page, meeting);
      const channel = view.channels.find(({ key }) => key === c.req.query('ch')) ?? view.open;
      if (!channel || soundAddress(view, channel) === null) throw new AppError('not_found', { what: 'page', id: c.req.path });
      return c.html(documentOf(<ListenPage view={view} channel={channel} reading={await read(view, textOf(channel), [])} />));
    });

    site.get('/meetings/:slug/:file{cite\\.(?:bib|ris|json)}', async (c) => {
      const file = c.req.param('file');
      const meeting = await find(c, `/${file}`);
      if (meeting instanceof Response) return meeting;
      const { type, write } = CITE_FILES[file.slice('cite.'.length) as keyof typeof CITE_FILES];
      const citation = viewCitation(viewMeeting(c.var.page, meeting, await media.forMeeting(meeting.id)));
      return c.body(write(citation), 200, { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${citation.key}.${file.slice('cite.'.length)}"` });
    });
  };

  /** The meeting of the address, or the way to where it is now. */
  async function find(c: Context<SiteEnv>, rest: string): Promise<MeetingDetail | Response> {
    const { page } = c.var;
    const slug = c.req.param('slug') ?? '';
    const found = await meetings.resolveSlug(slug);
    if (!found) throw new AppError('meeting_not_found', { id: slug });
    if (found.moved) return c.redirect(at(page, `meetings/${found.slug}${rest}`) + page.address.search, 301);
    return meetings.get(actor, found.slug);
  }

  async function look(page: Page, meeting: MeetingDetail): Promise<MeetingView> {
    const [recording, texts, captions] = await Promise.all([media.forMeeting(meeting.id), words.channelsWithTexts(meeting.id), words.captionsOf(meeting.id)]);
    return viewMeeting(page, meeting, recording, { ...texts, captions });
  }

  /** A text with what the address wants beside it, or with what is given. */
  async function read(view: MeetingView, own: TextChoice, others?: readonly TextChoice[]): Promise<Reading> {
    const { beside, ...wish } = readWish(view, own);
    const wanted = [...readable(view, own), ...(others ?? beside)];
    return { ...wish, own, columns: await readTexts(view, wanted.filter((one, n) => wanted.findIndex(({ ref }) => ref === one.ref) === n)) };
  }

  async function readTexts({ meeting }: MeetingView, choices: readonly TextChoice[]): Promise<readonly Spoken[]> {
    const texts = await Promise.all(choices.map(async (choice) => ({ choice, text: await words.forChannel(meeting.id, choice.channel, choice.record) })));
    return texts.flatMap(({ choice, text }) => (text ? [{ ...choice, text }] : []));
  }

  async function readRelated(meetingId: string): Promise<Related> {
    const { series, topics, speakers } = await browse.related(meetingId, RELATED_OF_A_KIND);
    const ids = [...series, ...topics, ...speakers];
    const known = new Map(ids.length === 0 ? [] : (await meetings.list(actor, { ids })).meetings.map((meeting) => [meeting.id, meeting]));
    const of = (wanted: readonly string[]) => wanted.flatMap((id) => known.get(id) ?? []);
    return { series: of(series), topics: of(topics), speakers: of(speakers) };
  }
}

/** This very address with the time as addresses have it: the player and all links know that form only. */
function withTime({ pathname, searchParams }: URL, t: string): string {
  const query = new URLSearchParams(searchParams);
  query.set('t', t);
  return `${pathname}?${query.toString()}`;
}
