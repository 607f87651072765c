/** Ownership of a data folder by this process. */
export interface Instance extends AsyncDisposable {
  release(): Promise<void>;
}

/** Where the server that owns a data folder answers; `token` proves a caller may read that folder. */
export type Endpoint = { readonly url: string; readonly token: string };
