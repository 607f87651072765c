import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { Actor } from '#access/index.ts';
import type { Meetings } from '#meetings/index.ts';
import { AppError } from '#platform/errors/index.ts';
import { documentHead } from './document-head.domain.ts';
import { TEXT_FILES, TEXT_FORMATS } from './text-file.ts';
import { TextChoice } from './correct/corrections.schema.ts';
import type { Captions } from './captions/captions.service.ts';
import type { Words } from './words.service.ts';

export interface WordsRoutesDeps {
  readonly words: Pick<Words, 'of' | 'forChannel'>;
  readonly captions: Pick<Captions, 'of'>;
  readonly meetings: Pick<Meetings, 'get'>;
  readonly actorOf: (c: Context) => Actor;
}

/** What `GET /meetings/{slug}/texts/{channel}` can be asked. */
export const TextQuery = TextChoice.extend({ format: z.enum(['json', ...TEXT_FORMATS]).default('json') });

/** `/api/v1/meetings/{slug}/texts`: what is said in each channel, as data and as files. */
export function wordsRoutes({ words, captions, meetings, actorOf }: WordsRoutesDeps): Hono {
  const routes = new Hono();
  routes.get('/meetings/:slug/texts', async (c) => {
    const meeting = await meetings.get(actorOf(c), c.req.param('slug'));
    const [texts, shown] = await Promise.all([words.of(meeting.id), captions.of(meeting.id)]);
    return c.json({ texts, captions: shown });
  });

  routes.get('/meetings/:slug/texts/:channel', async (c) => {
    const { slug, channel: key } = c.req.param();
    const { format, kind, language } = TextQuery.parse(c.req.query());
    const meeting = await meetings.get(actorOf(c), slug);
    const channel = meeting.channels.find((one) => one.key === key);
    const text = channel ? await words.forChannel(meeting.id, { key, language: language ?? channel.language }, kind) : null;
    if (!text || (language !== undefined && text.language !== language)) throw new AppError('not_found', { what: 'text', id: key });
    if (format === 'json') return c.json(text, 200, { ETag: `"${text.version}"` });
    const { type, extension, write } = TEXT_FILES[format];
    return c.body(write(text, documentHead(meeting, text)), 200, {
      'Content-Type': type, 'Cache-Control': 'no-cache', 'Content-Disposition': `inline; filename*=UTF-8''${encodeURIComponent(`${meeting.slug}-${key}.${extension}`)}`,
    });
  });
  return routes;
}
