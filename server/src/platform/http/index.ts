export { closeServer } from './close-server.ts';
export type { ServeBlobOptions } from './http.ports.ts';
export { machineErrors } from './machine-errors.ts';
export { serveBlob } from './serve-blob.ts';
