export { findRunningServer, publishEndpoint } from './endpoint.ts';
export { acquireInstance } from './instance.ts';
export type { Endpoint, Instance } from './instance.ports.ts';
export { acquireLock, type FileLock } from './lock.ts';
