export type { MediaSource, WatchableChannel, WatchableMedia } from './media.ports.ts';
export { browsePages, type BrowsePagesDeps } from './browse.pages.tsx';
export { embedRoutes, type EmbedRoutesDeps } from './embed/embed.routes.tsx';
export type { SpokenText, WordsSource } from './words.ports.ts';
export { citeClip } from './clip/clip-citation.ts';
export { meetingPages, type MeetingPagesDeps } from './meetings.pages.tsx';
export { topicPages, type TopicPagesDeps } from './topic/topic.pages.tsx';
export { searchPages, type SearchPagesDeps } from './search/search.pages.tsx';
export type { MomentSource } from './search/moments.ports.ts';
