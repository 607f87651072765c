export { acquireLock, type FileLock } from './lock.ts';
export type { Endpoint, Instance } from './instance.ports.ts';
