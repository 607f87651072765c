import type { Tx } from '#platform/db/index.ts';

/** Small news for whoever listens, in any process: ids and states, never documents (at most 7,500 bytes as JSON). */
export type AppEvent = { readonly topic: string; readonly [field: string]: EventValue };
export type EventValue = string | number | boolean | null | undefined | readonly EventValue[] | { readonly [field: string]: EventValue };

/** News across processes. Not a queue: who does not listen at that moment misses it. */
export interface Events {
  /** Tells the listeners; with `tx` when that commits, never when it rolls back. */
  publish(event: AppEvent, options?: { readonly tx?: Tx }): Promise<void>;
  /** Calls `listener` for every event whose topic starts with `topicPrefix`. Returns how to stop. */
  subscribe(topicPrefix: string, listener: (event: AppEvent) => void): () => void;
  /** Called after the line to the database was lost and is back: something may have been missed. */
  onReconnect(listener: () => void): () => void;
  close(): Promise<void>;
}
