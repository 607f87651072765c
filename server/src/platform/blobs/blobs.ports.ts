import type { Readable } from 'node:stream';

/** A private folder on the same filesystem as the store, where an encoder may write. */
export interface Staging extends AsyncDisposable {
  readonly folder: string;
  /** Removes the folder and what was not promoted. Safe to call twice. */
  dispose(): Promise<void>;
}

export type ByteRange = { readonly start?: number; /** Inclusive. */ readonly end?: number };

export type OpenBlob = {
  readonly stream: Readable;
  /** Of the whole blob, whatever the range. */
  readonly size: number;
};

export type BlobEntry = { readonly key: string; readonly size: number };

/**
 * Files by key. Keys are `[A-Za-z0-9._/-]`, no `..`, no slash at either end; a key is written once
 * and whole: readers see all of a blob or none of it.
 */
export interface BlobStore {
  /** `owner` says who stages, for people who look into the folder (`package-<recording>`). */
  stage(owner: string): Promise<Staging>;
  /** Moves a finished file of a staging folder to its key; on disk for good when this resolves. */
  promote(stagedPath: string, key: string): Promise<void>;
  put(key: string, bytes: Uint8Array | string): Promise<void>;
  /** Throws `not_found`. A range beyond the end gives what is there. */
  open(key: string, range?: ByteRange): Promise<OpenBlob>;
  size(key: string): Promise<number | undefined>;
  /** In order of their keys. A prefix ends anywhere; '' lists everything. */
  list(prefix: string): AsyncIterable<BlobEntry>;
  /** One key, or with a slash at the end everything under it. What is not there is no error. */
  remove(keyOrPrefix: string): Promise<void>;
  free(): Promise<{ readonly freeBytes: number }>;
  /** Removes staging folders whose process is gone; returns how many. */
  sweepStaging(): Promise<number>;
}

/** A store on this machine's disk, whose blobs are files that ffmpeg may read. */
export interface LocalBlobStore extends BlobStore {
  /** Absolute. Only to read; the file may not exist. */
  localPath(key: string): string;
}
