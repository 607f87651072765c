import { publicActor } from '#access/index.ts';
import type { Browse } from '#meetings/index.ts';
import { rememberReads } from '#platform/db/index.ts';
import type { Container } from './container.ts';

/**
 * What the pages of a meeting read, all of it public, and read once for each state of the data: every moment, channel and
 * language of a meeting is an address of its own.
 */
export function pageReads({ meetings, recordings, words, captions, lags }: Pick<Container, 'meetings' | 'recordings' | 'words' | 'captions' | 'lags'>, browse: Browse, version: () => Promise<string>) {
  const remember = rememberReads({ version, most: 100 });
  const everybody = publicActor();
  return {
    meetings: {
      // Whoever asks, it is the public that is answered: what was read is shared.
      get: (_actor: unknown, id: string) => remember(`meeting ${id}`, () => meetings.get(everybody, id)),
      resolveSlug: (slug: string) => remember(`slug ${slug}`, () => meetings.resolveSlug(slug)),
      list: meetings.list.bind(meetings),
    },
    browse: { related: (id: string, limit: number) => remember(`related ${limit} ${id}`, () => browse.related(id, limit)) },
    media: {
      forMeeting: (id: string) => remember(`media ${id}`, () => recordings.mediaOf(id)),
      forMeetings: (ids: readonly string[]) => recordings.mediaOfAll(ids),
    },
    words: {
      captionsOf: (id: string) => remember(`captions ${id}`, () => captions.of(id)),
      channelsWithTexts: (id: string) => remember(`with-texts ${id}`, () => words.channelsWithTexts(id)),
      forChannel: (id: string, channel: { readonly key: string; readonly language: string }, record: boolean) =>
        remember(`words ${id} ${channel.key} ${channel.language} ${record}`, async () => lags.withFloorTimes(id, channel.key, await words.forChannel(id, channel, record ? 'record' : undefined))),
    },
  };
}
