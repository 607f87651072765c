import type { Context } from 'hono';
import { ArchiveLines, Interchange, Oai, OaiRecords, type InterchangeScope } from '#interchange/index.ts';
import { createBrowse } from '#meetings/index.ts';
import { messages } from '#web/index.ts';
import type { Container } from './container.ts';

/** What goes out to other archives, on what this server has; documents name the address under which people know it. */
export function interchangeDeps({ config, clock, database, meetings, recordings, words, lags }: Container) {
  const browse = createBrowse({ database });
  const sources: Omit<ConstructorParameters<typeof ArchiveLines>[0], 'meetings'> = {
    recordings: { forMeetings: (ids) => recordings.mediaOfAll(ids) }, lags,
    words: {
      of: (id) => words.of(id),
      read: async (id, channel, kind) => lags.withFloorTimes(id, channel.key, await words.forChannel(id, channel, kind)),
    },
  };
  const interchange = new Interchange({ meetings, ...sources });
  const languages = async (): Promise<readonly string[]> => [...new Set([...await browse.languages(), 'mul'])].sort();
  return {
    interchange, archiveLines: new ArchiveLines({ meetings, ...sources }), contact: config.contact,
    oai: new Oai({ records: new OaiRecords({ meetings, interchange, languages }), now: () => clock.now() }),
    scopeOf: (c: Context): InterchangeScope => ({ origin: config.publicUrl ?? new URL(c.req.url).origin, site: messages('en').site.name, jurisdiction: config.jurisdiction }),
  };
}
