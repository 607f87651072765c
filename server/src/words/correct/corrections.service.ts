import type { Span } from '@openfloor/words';
import type { Actor } from '#access/index.ts';
import type { AuditLog } from '#audit/index.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Tx } from '#platform/db/index.ts';
import { AppError } from '#platform/errors/index.ts';
import type { LockedText, OpenTextStore, TextStore } from '../text-store.ports.ts';
import type { ChannelText, TextStatus } from '../words.domain.ts';
import { aligned, type SegmentTimes } from './align.domain.ts';
import { touchedBy, undone, type Change } from './change.domain.ts';
import { moveSince } from './move.domain.ts';
import { corrected, namesTimes, segmentsOf, type Correction } from './correction.domain.ts';
import { writeChange, type WordsChanged } from './write-change.ts';
import type { KeptSegment } from './text-state.domain.ts';

export interface CorrectionsDeps {
  readonly database: Database;
  readonly openStore: OpenTextStore;
  readonly clock: Clock;
  readonly audit: AuditLog;
  readonly changed?: WordsChanged;
  readonly rewritten?: WordsChanged;
}

/** What somebody wants to be different in a text. */
export interface CorrectionRequest {
  /** Of the text that he has read: what others have changed since is not overwritten. */
  readonly version: number;
  readonly corrections: readonly Correction[];
  readonly status?: TextStatus;
}

/** A text after a change; null where there was nothing to change. */
export interface Corrected {
  readonly text: ChannelText;
  readonly change: Change | null;
}

/** Which version is wanted: whoever gives it writes only if the text is still at it. */
type Expecting = { readonly expected?: number };

/** Corrects texts. Invariant: a change, its step in the history and its audit row commit in one transaction. */
export class Corrections {
  readonly #deps;

  constructor(deps: CorrectionsDeps) {
    this.#deps = deps;
  }

  /**
   * Corrects a text, all of it or nothing. Throws `correction_invalid`, `not_found` for a segment, `text_final`, `text_changed` where others
   * have changed one of the segments since the version that was read, and `version_differs` where the text is not at `expected`.
   */
  async correct(actor: Actor, textId: string, request: CorrectionRequest, { expected }: Expecting = {}): Promise<Corrected> {
    actor.require('words:edit');
    return this.#change(textId, expected, async (store, locked, tx) => {
      const { state } = locked;
      if (state.status === 'final' && request.corrections.length > 0 && (request.status ?? 'final') === 'final') throw new AppError('text_final');
      await requireUnchanged(store, locked, request);
      const next = request.corrections.reduce(corrected, state);
      // Whoever says how far it can be trusted answers for it.
      if (request.status !== undefined) await store.setFormerSound(textId, null);
      return writeChange({ store, ...this.#deps, actor, tx }, locked, { ...next, status: request.status ?? next.status }, { deed: 'correct' });
    });
  }

  /**
   * Takes a change back, the last one that still holds unless one is named; what was changed elsewhere since stays. Throws
   * `not_found`, and `undo_in_the_way` where a later change builds on it.
   */
  async undo(actor: Actor, textId: string, { change: number, expected }: { readonly change?: number } & Expecting = {}): Promise<Corrected> {
    actor.require('words:edit');
    return this.#change(textId, expected, async (store, locked, tx) => {
      const change = number === undefined ? await lastThatHolds(store, textId) : (await store.changes(textId, { before: number + 1, limit: 1 }))[0];
      if (!change || change.deed === 'create' || change.deed === 'move' || change.undoneBy !== null || (number !== undefined && change.number !== number)) {
        throw new AppError('not_found', { what: 'change to undo', ...(number !== undefined && { id: number }) });
      }
      const move = moveSince(await store.changes(textId, { since: change.version, deed: 'move' }));
      const back = undone(locked.state, change, { move, whole: locked.text.kind === 'record' });
      if (!('state' in back)) throw new AppError('undo_in_the_way', { change: change.number, later: laterThan(change, await store.changes(textId, { since: change.version }), back) });
      return writeChange({ store, ...this.#deps, actor, tx }, locked, back.state, { deed: 'undo', undoes: change.number });
    });
  }

  /** Gives segments the times that an aligner has found, and the text the holes; where people have set the times, theirs stay. A final text stays as it is. */
  async align(actor: Actor, textId: string, times: readonly SegmentTimes[], holes?: readonly Span[]): Promise<Corrected> {
    actor.require('words:edit');
    return this.#change(textId, undefined, async (store, locked, tx) => {
      if (locked.state.status === 'final') throw new AppError('text_final');
      const next = { ...aligned(locked.state, times), ...(holes && { holes }) };
      // What people have set by hand was heard elsewhere: nobody has listened again.
      if (!next.segments.some(({ edited }) => edited.includes('times'))) await store.setFormerSound(textId, null);
      return writeChange({ store, ...this.#deps, actor, tx }, locked, next, { deed: 'align' });
    });
  }

  /** What was done to a text, the newest first. */
  async history(actor: Actor, textId: string, filter: { readonly limit: number; readonly before?: number }): Promise<readonly Change[]> {
    actor.require('words:edit');
    return this.#deps.openStore(this.#deps.database.db).changes(textId, filter);
  }

  async #change(textId: string, expected: number | undefined, work: (store: TextStore, locked: LockedText, tx: Tx) => Promise<Corrected>): Promise<Corrected> {
    return this.#deps.database.transaction(async (tx) => {
      const store = this.#deps.openStore(tx);
      const locked = await store.lock({ id: textId });
      if (!locked) throw new AppError('not_found', { what: 'text', id: textId });
      if (expected !== undefined && expected !== locked.text.version) throw new AppError('version_differs', { now: locked.text.version, version: expected });
      return work(store, locked, tx);
    });
  }
}

/** Nobody overwrites what he hasn't read: each segment that is corrected must be as it was in the version that he has. */
async function requireUnchanged(store: TextStore, { text, state }: LockedText, { version, corrections, status }: CorrectionRequest): Promise<void> {
  if (version > text.version) throw new AppError('version_differs', { now: text.version, version });
  if (version === text.version) return;
  const wanted = new Set(corrections.flatMap(segmentsOf));
  for (const change of await store.changes(text.id, { since: version })) {
    const touched = [...touchedBy(change)].find((id) => wanted.has(id));
    const told = { by: change.by, version, now: text.version };
    if (change.deed === 'move' && corrections.some(namesTimes)) throw new AppError('text_changed', { what: 'The time of every segment', ...told });
    if (touched !== undefined) throw new AppError('text_changed', { what: `Segment ${touched}`, ...told, ...textNow(state.segments, touched) });
    if (status !== undefined && change.after.status !== undefined && change.after.status !== status) throw new AppError('text_changed', { what: 'The status of the text', ...told, text: change.after.status });
  }
}

const textNow = (segments: readonly KeptSegment[], id: number): { readonly text?: string } => {
  const found = segments.find((one) => one.id === id);
  return found ? { text: found.text } : {};
};

/** The newest change that nobody has undone and that undoes none itself. */
async function lastThatHolds(store: TextStore, textId: string): Promise<Change | undefined> {
  for (let before: number | undefined; ;) {
    const page = await store.changes(textId, { limit: AT_ONCE, ...(before !== undefined && { before }) });
    const found = page.find(({ undoneBy, deed }) => undoneBy === null && deed !== 'undo' && deed !== 'move');
    if (found || page.length < AT_ONCE) return found;
    before = page.at(-1)?.number ?? 0;
  }
}

const AT_ONCE = 20;

/** The newest change that stands in the way of taking one back. */
function laterThan(change: Change, later: readonly Change[], { inTheWay, source }: { readonly inTheWay: readonly number[]; readonly source: boolean }): number {
  const builds = (one: Change): boolean => inTheWay.some((id) => touchedBy(one).has(id)) || (source && one.after.source !== undefined);
  const holding = later.filter((one) => one.undoneBy === null && builds(one));
  return (holding.find(({ deed }) => deed !== 'undo') ?? holding[0] ?? later[0] ?? change).number;
}
