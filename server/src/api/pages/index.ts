export { apiPages } from './api.pages.tsx';
