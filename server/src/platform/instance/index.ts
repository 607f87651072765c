export type { Endpoint, Instance } from './instance.ports.ts';
