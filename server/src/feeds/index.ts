export type { FeedMedia } from './feed.domain.ts';
export type { FeedMediaSource } from './feeds.ports.ts';
export { feedRoutes, type FeedRoutesDeps } from './feeds.routes.ts';
export { Feeds } from './feeds.service.ts';
export { Sitemaps } from './sitemaps.service.ts';
