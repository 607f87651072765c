export { purgeList, type PurgeList } from './purge.service.ts';
