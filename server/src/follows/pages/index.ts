export { followPages, type FollowPagesDeps } from './follow.pages.tsx';
