declare module 'pg-copy-streams' {
  import type { Readable, Writable } from 'node:stream';
  import type { Submittable } from 'pg';

  /** `COPY ... TO STDOUT`; `rowCount` holds when it has ended. */
  export function to(sql: string): Readable & Submittable & { readonly rowCount: number };
  /** `COPY ... FROM STDIN`; `rowCount` holds when it has finished. */
  export function from(sql: string): Writable & Submittable & { readonly rowCount: number };
}
