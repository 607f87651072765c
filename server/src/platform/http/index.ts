export { clientOf, readForwarded, trustedProxies, type Trusts } from './client-address.ts';
export { closeServer } from './close-server.ts';
export type { ServeBlobOptions } from './http.ports.ts';
export { jsonEtag } from './json-etag.ts';
export { machineErrors } from './machine-errors.ts';
export { openToAll } from './open-to-all.ts';
export { embedHeaders, pageHeaders } from './page-headers.ts';
export { rateLimit } from './rate-limit.ts';
export { serveBlob } from './serve-blob.ts';
