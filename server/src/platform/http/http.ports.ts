export type ServeBlobOptions = {
  readonly type: string;
  /** The key never gets other bytes: cached for a year, with a strong ETag. */
  readonly immutable: boolean;
  /** Names what the key holds, where the address doesn't: a strong ETag, asked for again each time. */
  readonly version?: string;
  /** Offers the file as a download under this name. */
  readonly downloadName?: string;
};
