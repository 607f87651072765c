export type ServeBlobOptions = {
  readonly type: string;
  /** The key never gets other bytes: cached for a year. */
  readonly immutable: boolean;
  /** Offers the file as a download under this name. */
  readonly downloadName?: string;
};

/** One message to a page that listens. `data` is sent as JSON. */
export type SseMessage = { readonly event: string; readonly data: unknown; readonly id?: string };
