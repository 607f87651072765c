export type ServeBlobOptions = {
  readonly type: string;
  /** The key never gets other bytes: cached for a year, with a strong ETag. */
  readonly immutable: boolean;
  /** Offers the file as a download under this name. */
  readonly downloadName?: string;
};
