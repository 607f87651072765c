export type { MediaSource, WatchableChannel, WatchableMedia } from './media.ports.ts';
export { meetingPages, type MeetingPagesDeps } from './meetings.pages.tsx';
