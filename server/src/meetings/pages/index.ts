export type { MediaSource, WatchableChannel, WatchableMedia } from './media.ports.ts';
export { browsePages, type BrowsePagesDeps } from './browse.pages.tsx';
export { meetingPages, type MeetingPagesDeps } from './meetings.pages.tsx';
