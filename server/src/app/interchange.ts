import type { Context } from 'hono';
import { Interchange, type InterchangeScope } from '#interchange/index.ts';
import { messages } from '#web/index.ts';
import type { Container } from './container.ts';

/** What goes out to other archives, on what this server has; documents name the address under which people know it. */
export function interchangeDeps({ config, meetings, recordings, words, lags }: Container) {
  return {
    interchange: new Interchange({
      meetings, recordings: { forMeetings: (ids) => recordings.mediaOfAll(ids) },
      words: {
        of: (id) => words.of(id),
        read: async (id, channel, kind) => lags.withFloorTimes(id, channel.key, await words.forChannel(id, channel, kind)),
      },
    }),
    scopeOf: (c: Context): InterchangeScope => ({ origin: config.publicUrl ?? new URL(c.req.url).origin, site: messages('en').site.name, jurisdiction: config.jurisdiction }),
  };
}
