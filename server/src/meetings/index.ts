import type { Meetings } from './meetings.ports.ts';
import { MeetingsService, type MeetingsDeps } from './meetings.service.ts';
import { meetingReader, meetingStore } from './store.repo.ts';

/** The catalogue on a database. */
export const createMeetings = (deps: Pick<MeetingsDeps, 'database' | 'clock' | 'audit' | 'changed'>): Meetings =>
  new MeetingsService({ ...deps, store: meetingStore, reader: meetingReader(deps.database.db) });

export { localDay } from './day.domain.ts';
export { next as nextMeetingState } from './meetings.domain.ts';
export type { ChannelRole, Gap, MeetingState, MeetingStep, Provenance, Rights } from './meetings.domain.ts';
export type {
  AgendaItem, BodyLink, BodyNode, CategoryNode, Intervention, MeetingChannel, MeetingDetail, MeetingDocument,
  MeetingChanges, MeetingPage, MeetingSummary, RemovedMeeting,
} from './meeting-detail.domain.ts';
export type { MeetingPatch } from './meeting-head.domain.ts';
export type { ChangesFilter, MeetingFilter, MeetingHandle, Meetings } from './meetings.ports.ts';
export { ListQuery, meetingRoutes, type MeetingRoutesDeps } from './meetings.routes.ts';
export { nameSlug } from './slug.domain.ts';
export { readSearch, searchAddress, type SearchQuery } from './search-query.ts';
export { createBrowse, type Browse } from './browse/index.ts';
export * from './folder/index.ts';
