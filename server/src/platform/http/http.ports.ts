export type ServeBlobOptions = {
  readonly type: string;
  /** The key never gets other bytes: cached for a year, with a strong ETag. */
  readonly immutable: boolean;
  /** Names what the key holds, where the address doesn't: a strong ETag, asked for again each time. */
  readonly version?: string;
  /**
   * The address under which an nginx in front of us has the file (`X-Accel-Redirect`): it sends the bytes, ranges and
   * conditions included. Left out: we do.
   */
  readonly sentBy?: string;
  /** Offers the file as a download under this name. */
  readonly downloadName?: string;
};
