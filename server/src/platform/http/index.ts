export type { ServeBlobOptions, SseMessage } from './http.ports.ts';
