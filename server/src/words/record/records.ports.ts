import type { Db } from '#platform/db/index.ts';
import type { KeptRecord } from './record.domain.ts';

/** Opens the store within a transaction, or outside of any. */
export type OpenRecordStore = (db: Db) => RecordStore;

/** What records know besides the segments of their texts. */
export interface RecordStore {
  /** Writes it, in place of what was there. */
  save(textId: string, record: KeptRecord): Promise<void>;
  /** Null for a text that is no record. */
  of(textId: string): Promise<KeptRecord | null>;
}
