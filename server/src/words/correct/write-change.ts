import type { Actor } from '#access/index.ts';
import type { AuditLog } from '#audit/index.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Tx } from '#platform/db/index.ts';
import type { LockedText, TextStore } from '../text-store.ports.ts';
import type { ChannelText, TextProvenance } from '../words.domain.ts';
import { difference, type Change, type Deed } from './change.domain.ts';
import type { Move } from './move.domain.ts';
import type { TextState } from './text-state.domain.ts';

/** With what a change is written, and by whom. */
export interface Writing {
  readonly store: TextStore;
  readonly clock: Clock;
  readonly audit: AuditLog;
  readonly actor: Actor;
  readonly tx: Tx;
  readonly changed?: WordsChanged;
  /** Told, in the transaction, of every change of a text, an official record's too. */
  readonly rewritten?: WordsChanged;
}

/** Told, in the transaction, when what is said in a meeting reads otherwise than before; records, which nobody said, don't count. */
export type WordsChanged = (tx: Tx, meetingId: string) => Promise<void>;

interface How {
  readonly deed: Deed;
  /** The number of the change that this one takes back. */
  readonly undoes?: number;
  /** Of a text that moves with its recording: that is all its history keeps of it. */
  readonly move?: Move;
  /** Where the text comes from now; left out: as before. */
  readonly provenance?: TextProvenance | null;
}

/** Writes the next state of a text with its step in the history and its audit row; nothing where nothing is different. */
export async function writeChange({ store, clock, audit, actor, tx, changed, rewritten }: Writing, { text, state }: LockedText, next: TextState, { deed, undoes, move, provenance = text.provenance }: How): Promise<{ readonly text: ChannelText; readonly change: Change | null }> {
  const parts = difference(state, next);
  if (parts === null && deed !== 'create') return { text, change: null };
  const { before = { segments: [] }, after = { segments: [] } } = parts ?? {};
  const now = clock.now();
  const staying = new Set(next.segments.map(({ id }) => id));
  const saved = await store.save(text, {
    status: next.status, provenance, nextId: Math.max(state.nextId, next.nextId),
    gone: before.segments.map(({ id }) => id).filter((id) => !staying.has(id)), come: after.segments,
    ...(after.source && { source: after.source }), ...(after.outside && { outside: after.outside }), ...(after.holes && { holes: after.holes }),
  }, now);
  const last = await store.lastChange(text.id);
  // All of a text that has only come is in the text itself.
  const kept = deed === 'create' || move ? { before: { segments: [] }, after: { segments: [], ...(move && { move }) } } : { before, after };
  const change: Change = { number: last + 1, version: saved.version, at: now.toISOString(), by: actor.name, deed, ...kept, undoes: undoes ?? null, undoneBy: null };
  await store.addChange(text.id, change);
  if (undoes !== undefined) await store.markUndone(text.id, undoes, change.number);
  await audit.record(tx, actor, `text.${deed}`, { type: 'text', id: text.id }, { meeting: text.meetingId, channel: text.channel, change: change.number });
  if (text.kind !== 'record') await changed?.(tx, text.meetingId);
  await rewritten?.(tx, text.meetingId);
  return { text: saved, change };
}
