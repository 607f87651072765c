export { offlinePages } from './offline.pages.tsx';
