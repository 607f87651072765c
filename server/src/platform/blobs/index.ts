export type { BlobEntry, BlobStore, ByteRange, LocalBlobStore, OpenBlob, Staging } from './blobs.ports.ts';
