import { publicActor, type Actor } from '#access/index.ts';
import type { Meetings, MeetingSummary } from '#meetings/index.ts';
import { rememberEach } from '#platform/db/index.ts';
import type { SearchDeps } from './search.service.ts';

const MOST = 1000;

/** Meetings as they stand beside what is found: one meeting is found by many questions. */
export function rememberedMeetings(meetings: Pick<Meetings, 'get' | 'list'>, version: () => Promise<string>): SearchDeps['meetings'] {
  const everybody = rememberEach<string, MeetingSummary>(MOST, (ids) => read(publicActor(), ids));
  const read = async (actor: Actor, ids: readonly string[]): Promise<readonly (readonly [string, MeetingSummary])[]> =>
    (await meetings.list(actor, { ids, limit: 200 })).meetings.map((meeting) => [meeting.id, meeting]);
  return {
    get: meetings.get.bind(meetings),
    shown: async (actor, ids) => (actor.can('meeting:read-unpublished') ? new Map(await read(actor, [...new Set(ids)])) : everybody(await version(), ids)),
  };
}
