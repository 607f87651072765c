export type { FeedMedia, FeedMediaSource } from './feeds.ports.ts';
export { feedRoutes, type FeedRoutesDeps } from './feeds.routes.ts';
export { Feeds } from './feeds.service.ts';
