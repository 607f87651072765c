import { publicActor } from '#access/index.ts';
import { isAppError } from '#platform/errors/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import { flatten, type Browse } from '../../browse/index.ts';
import type { BodyNode } from '../../meeting-detail.domain.ts';
import type { Meetings } from '../../meetings.ports.ts';
import type { MomentFilter, SearchQuery } from '../../search-query.ts';

/** What the things are called that a search is narrowed down to. */
export type FilterNames = Readonly<Partial<Record<MomentFilter, LocalizedText>>>;

export interface FilterNamesDeps {
  readonly meetings: Pick<Meetings, 'get'>;
  readonly browse: Pick<Browse, 'series' | 'topic' | 'speaker'>;
}

/** Reads the names of what a search names by its address; what isn't there, or not public, is left out. */
export async function readFilterNames({ meetings, browse }: FilterNamesDeps, { moments }: Pick<SearchQuery, 'moments'>, bodies: readonly BodyNode[]): Promise<FilterNames> {
  const { body, series, topic, speaker, meeting } = moments;
  const [ofSeries, ofTopic, ofSpeaker, ofMeeting] = await Promise.all([
    series === undefined ? null : browse.series(series), topic === undefined ? null : browse.topic(topic), speaker === undefined ? null : browse.speaker(speaker),
    meeting === undefined ? null : titleOf(meetings, meeting),
  ]);
  const names: Partial<Record<MomentFilter, LocalizedText | undefined>> = {
    body: flatten(bodies).find(({ node }) => node.slug === body)?.node.name, series: ofSeries?.name, topic: ofTopic?.name, speaker: ofSpeaker?.name, meeting: ofMeeting ?? undefined,
  };
  return Object.fromEntries(Object.entries(names).filter(([, name]) => name !== undefined));
}

async function titleOf(meetings: FilterNamesDeps['meetings'], slug: string): Promise<LocalizedText | null> {
  try {
    return (await meetings.get(publicActor(), slug)).title;
  } catch (error) {
    if (isAppError(error) && error.status < 500) return null;
    throw error;
  }
}
