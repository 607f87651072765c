export type { BlobEntry, BlobStore, ByteRange, LocalBlobStore, OpenBlob, Staging } from './blobs.ports.ts';
export { openLocalBlobStore } from './local-store.ts';
