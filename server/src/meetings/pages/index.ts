export type { MediaSource, WatchableChannel, WatchableMedia } from './media.ports.ts';
export { Kicker } from './meeting-head.tsx';
export { meetingPages, type MeetingPagesDeps } from './meetings.pages.tsx';
