import { Hono, type Context } from 'hono';
import type { Actor } from '#access/index.ts';
import type { Meetings } from '#meetings/index.ts';
import { AppError } from '#platform/errors/index.ts';
import type { ChannelText } from '../words.domain.ts';
import type { Words } from '../words.service.ts';
import { presentChange } from './present-change.ts';
import { CorrectionBody, HistoryQuery, TextChoice, UndoBody } from './corrections.schema.ts';
import type { Corrected, Corrections } from './corrections.service.ts';

export interface CorrectionRoutesDeps {
  readonly corrections: Pick<Corrections, 'correct' | 'undo' | 'history'>;
  readonly words: Pick<Words, 'textFor'>;
  readonly meetings: Pick<Meetings, 'get'>;
  readonly actorOf: (c: Context) => Actor;
}

/** `/api/v1/meetings/{slug}/texts/{channel}`: corrections of a text, its history, and the way back. */
export function correctionRoutes({ corrections, words, meetings, actorOf }: CorrectionRoutesDeps): Hono {
  const routes = new Hono();

  routes.patch('/meetings/:slug/texts/:channel', async (c) => {
    const actor = editor(c);
    const request = CorrectionBody.parse(await json(c));
    const text = await textOf(c, actor);
    return answer(c, await corrections.correct(actor, text.id, { ...request, corrections: request.corrections ?? [] }, expecting(c)));
  });

  routes.get('/meetings/:slug/texts/:channel/history', async (c) => {
    const actor = editor(c);
    const { limit, before } = HistoryQuery.parse(c.req.query());
    const changes = await corrections.history(actor, (await textOf(c, actor)).id, { limit, ...(before !== undefined && { before }) });
    const last = changes.at(-1)?.number ?? 1;
    return c.json({ changes: changes.map(presentChange), next: changes.length === limit && last > 1 ? last : null });
  });

  routes.post('/meetings/:slug/texts/:channel/undo', async (c) => {
    const actor = editor(c);
    const { change } = UndoBody.parse(await json(c));
    const text = await textOf(c, actor);
    return answer(c, await corrections.undo(actor, text.id, { ...(change !== undefined && { change }), ...expecting(c) }));
  });
  return routes;

  /** Asked before anything else: whoever may not correct learns nothing of what there is. */
  function editor(c: Context): Actor {
    const actor = actorOf(c);
    actor.require('words:edit');
    return actor;
  }

  async function textOf(c: Context, actor: Actor): Promise<ChannelText> {
    const { slug = '', channel: key = '' } = c.req.param() as { slug?: string; channel?: string };
    const { kind, language } = TextChoice.parse(c.req.query());
    const meeting = await meetings.get(actor, slug);
    const channel = meeting.channels.find((one) => one.key === key);
    const text = channel ? await words.textFor(meeting.id, { key, language: language ?? channel.language }, kind) : null;
    if (!text || (language !== undefined && text.language !== language)) throw new AppError('not_found', { what: 'text', id: key });
    return text;
  }
}

const answer = (c: Context, { text, change }: Corrected): Response =>
  c.json({ text, change: change && presentChange(change) }, 200, { ETag: `"${text.version}"` });

/** `If-Match` with the version of a text: whoever sends it writes only onto that very version. */
function expecting(c: Context): { readonly expected?: number } {
  const header = c.req.header('If-Match')?.trim();
  if (header === undefined || header === '*') return {};
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1];
  if (version === undefined) throw new AppError('bad_request', { problem: 'If-Match must be the version of the text in quotation marks, such as "3"' });
  return { expected: Number(version) };
}

async function json(c: Context): Promise<unknown> {
  return c.req.json().catch(() => { throw new AppError('bad_request', { problem: 'the body is not JSON' }); });
}
