import type { Actor } from '#access/index.ts';
import type { Tx } from '#platform/db/index.ts';

/** What an action was done to, such as `{ type: 'meeting', id }`. */
export interface AuditSubject {
  readonly type: string;
  readonly id: string;
}

export interface AuditEntry {
  readonly id: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** Name of the actor. */
  readonly actor: string;
  /** As `thing.deed`, such as `meeting.publish`. */
  readonly action: string;
  readonly subject: AuditSubject;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface AuditFilter {
  readonly subject?: AuditSubject;
  /** 1 to 1000; 100 when left out. */
  readonly limit?: number;
}

/** Who did what, and when; only ever added to. */
export interface AuditLog {
  /** Writes a row in the same transaction as the change it tells of, so that there is never one without the other. */
  record(tx: Tx, actor: Actor, action: string, subject: AuditSubject, detail?: Readonly<Record<string, unknown>>): Promise<void>;
  /** The newest first. */
  list(actor: Actor, filter?: AuditFilter): Promise<readonly AuditEntry[]>;
}
