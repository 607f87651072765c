export { CHANNEL_ROLES, MEETING_STATES, MEETING_TRANSITIONS, next } from './meetings.domain.ts';
export type { ChannelRole, Gap, MeetingState, MeetingStep, Provenance, Rights } from './meetings.domain.ts';
export type {
  AgendaItem, BodyLink, BodyNode, CategoryNode, Intervention, MeetingChannel, MeetingDetail, MeetingDocument,
  MeetingPage, MeetingSummary,
} from './meeting-detail.domain.ts';
export type { MeetingFilter, MeetingHandle, MeetingPatch, Meetings } from './meetings.ports.ts';
export * from './folder/index.ts';
