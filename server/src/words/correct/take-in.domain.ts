import { matchPieces } from './match.domain.ts';
import { same } from './same.domain.ts';
import { inTime, soundOf, type ComingSegment, type Hole, type KeptSegment, type SourceSegment, type TextState } from './text-state.domain.ts';
import { fitWords, moved, wordsOfCorrected } from './word-times.domain.ts';

/** A text that has come in anew. */
export interface TakenIn {
  readonly state: TextState;
  /** How many segments are as people have set them, and not as the new text has them. */
  readonly kept: number;
}

/** A place of the text before: of its source, or what people added. */
interface Place extends SourceSegment {
  /** Index in the source; null for what was added. */
  readonly origin: number | null;
  readonly rows: readonly KeptSegment[];
}

interface Fresh { readonly index: number; readonly segment: ComingSegment }
interface Group { readonly places: readonly Place[]; readonly rows: readonly KeptSegment[]; readonly fresh: readonly Fresh[] }

/**
 * Takes a text in that comes anew, from a machine, an aligner or a file. What people have set stays: the words of a segment that
 * they have corrected, cut or joined; times, speaker and language, each where they have set it; what they added; and what they removed stays
 * away as long as it says the same. All else is as the new text has it. The same segment is found by its words, else by its time.
 * @param holes where the new text has nothing of what is said, as far as its aligner knows
 */
export function takeIn(state: TextState, fresh: readonly ComingSegment[], holes?: readonly Hole[]): TakenIn {
  const edited = state.segments.filter((row) => row.edited.length > 0).length;
  // What says what is there already changes nothing: the source stays what it was, too.
  if (fresh.length === state.segments.length && state.segments.every((row, n) => saysTheSame(row, fresh[n]))) return { state: holes ? { ...state, holes } : state, kept: edited };
  const numbers = numbering(state.nextId);
  const groups = group(state, fresh);
  const segments = groups.flatMap((one) => settle(one, numbers));
  // What was cut off stays beside what has come, with what is known of it.
  const cutOff = state.source.flatMap((piece, origin) => (piece.file === undefined ? [] : [{ piece, origin }]));
  const source = [...fresh.map(({ startMs, endMs, text }) => ({ startMs, endMs, text })), ...cutOff.map(({ piece }) => piece)];
  const places = new Map(cutOff.map(({ origin }, n) => [origin, fresh.length + n]));
  const outside = state.outside.map((one) => ({ ...one, origins: one.origins.flatMap((origin) => places.get(origin) ?? []) }));
  const kept = segments.filter(({ edited }) => edited.length > 0).length;
  return { state: { ...state, segments: inTime(segments), source, outside, holes: holes ?? [], nextId: numbers.next() }, kept };
}

function saysTheSame({ id: _id, edited: _edited, origins: _origins, ...row }: KeptSegment, piece: ComingSegment | undefined): boolean {
  const { confidence, unspoken } = row;
  return piece !== undefined && same(row, { confidence, unspoken, ...piece });
}

interface Numbers { next(): number; take(): number }

function numbering(first: number): Numbers {
  let number = first;
  return { next: () => number, take: () => number++ };
}

/** Puts together what has to be settled together: places and pieces that match, and places that one segment stands for. */
function group(state: TextState, fresh: readonly ComingSegment[]): readonly Group[] {
  const byOrigin = Map.groupBy(state.segments.flatMap((row) => row.origins.map((origin) => ({ origin, row }))), ({ origin }) => origin);
  const places: Place[] = [
    ...state.source.flatMap((piece, origin) => (piece.file === undefined ? [{ ...piece, origin, rows: (byOrigin.get(origin) ?? []).map(({ row }) => row) }] : [])),
    ...state.segments.filter(({ origins }) => origins.every((origin) => state.source[origin]?.file !== undefined)).map((row) => ({ startMs: row.startMs, endMs: row.endMs, text: row.text, origin: null, rows: [row] })),
  ].toSorted((a, b) => a.startMs - b.startMs || a.endMs - b.endMs);
  const sets = new DisjointSets(places.length + fresh.length);
  for (const [a, b] of pairs(state, places, fresh)) sets.join(a, places.length + b);
  const seen = new Map<KeptSegment, number>();
  places.forEach(({ rows }, n) => {
    for (const row of rows) sets.join(seen.get(row) ?? n, n);
    for (const row of rows) seen.set(row, n);
  });
  const members = Map.groupBy(Array.from({ length: places.length + fresh.length }, (_, n) => n), (n) => sets.of(n));
  return [...members.values()].map((list) => {
    const own = list.flatMap((n) => places[n] ?? []);
    const pieces = list.flatMap((n): Fresh[] => {
      const segment = fresh[n - places.length];
      return segment ? [{ index: n - places.length, segment }] : [];
    });
    return { places: own, rows: inTime([...new Set(own.flatMap(({ rows }) => rows))]), fresh: pieces };
  });
}

/** The same source again is matched with itself: whatever comes twice changes nothing the second time. */
function pairs(state: TextState, places: readonly Place[], fresh: readonly ComingSegment[]): readonly (readonly [number, number])[] {
  const there = state.source.flatMap((piece, origin) => (piece.file === undefined ? [{ ...piece, origin }] : []));
  const again = fresh.length === there.length
    && there.every(({ startMs, endMs, text }, n) => startMs === fresh[n]?.startMs && endMs === fresh[n].endMs && text === fresh[n].text);
  if (again) {
    const comes = new Map(there.map(({ origin }, n) => [origin, n]));
    return places.flatMap(({ origin }, n) => (origin === null ? [] : [[n, comes.get(origin) ?? 0] as const]));
  }
  const { same, beside } = matchPieces(places, fresh);
  return [...same, ...beside];
}

function settle({ places, rows, fresh }: Group, numbers: Numbers): readonly KeptSegment[] {
  if (rows.length === 0) {
    const removed = new Set(places.map(({ text }) => soundOf(text)));
    return fresh.filter(({ segment }) => !removed.has(soundOf(segment.text))).map((piece) => asItCame(piece, numbers.take()));
  }
  if (fresh.length === 0) return rows.filter(({ edited }) => edited.length > 0).map((row) => ({ ...row, origins: [] }));
  const wordsOfPeople = rows.some(({ edited }) => edited.includes('text') || edited.includes('times'));
  const forerunners = wordsOfPeople ? null : forerunnersOf(fresh, rows);
  return forerunners === null ? rows.map((row) => kept(row, { places, rows, fresh })) : anew(rows, fresh, forerunners, numbers);
}

/**
 * The segment that each new piece goes on from: the one at its time, and each of which people have said who speaks has a piece
 * that goes on from it. Null where there are too few pieces for that.
 */
function forerunnersOf(fresh: readonly Fresh[], rows: readonly KeptSegment[]): readonly (KeptSegment | undefined)[] | null {
  const found = fresh.map(({ segment }) => nearest(rows, segment));
  for (const row of rows.filter(({ edited }) => edited.length > 0)) {
    if (found.includes(row)) continue;
    const at = nearest(fresh.map(({ segment: { startMs, endMs } }, n) => ({ startMs, endMs, n })), row)?.n ?? 0;
    if ((found[at]?.edited.length ?? 1) > 0) return null;
    found[at] = row;
  }
  return found;
}

/** The new pieces, each with what people have said of the segment that was there. */
function anew(rows: readonly KeptSegment[], fresh: readonly Fresh[], forerunners: readonly (KeptSegment | undefined)[], numbers: Numbers): readonly KeptSegment[] {
  const taken = new Set<number>();
  return fresh.map((piece, n) => {
    const before = forerunners[n];
    const id = before && !taken.has(before.id) ? before.id : rows.find((row) => !taken.has(row.id) && !forerunners.includes(row))?.id ?? numbers.take();
    taken.add(id);
    const came = asItCame(piece, id);
    if (!before) return came;
    return {
      ...came, edited: before.edited,
      speaker: before.edited.includes('speaker') ? before.speaker : came.speaker,
      language: before.edited.includes('language') ? before.language : came.language,
    };
  });
}

/** A segment that stays: what people have set of it, the rest by what has come for the same place. */
function kept(row: KeptSegment, { places, rows, fresh }: Group): KeptSegment {
  const [was, is] = [spanOf(places), spanOf(fresh.map(({ segment }) => segment))];
  const alone = rows.length === 1;
  const timed = row.edited.includes('times');
  const startMs = timed ? row.startMs : alone ? is.startMs : moved(row.startMs, was, is);
  const endMs = timed ? row.endMs : alone ? is.endMs : Math.max(startMs, moved(row.endMs, was, is));
  const piece = nearest(fresh.map(({ segment }) => segment), { startMs, endMs });
  const text = row.edited.includes('text') || !alone ? row.text : fresh.map(({ segment }) => segment.text).join(' ');
  return {
    ...row, startMs, endMs, text,
    words: fitWords(wordsOfKept(row, fresh, alone, text), alone ? is : row, { startMs, endMs }),
    speaker: row.edited.includes('speaker') ? row.speaker : piece?.speaker ?? row.speaker,
    language: row.edited.includes('language') || !piece ? row.language : piece.language,
    origins: fresh.map(({ index }) => index),
    confidence: timed ? row.confidence : piece?.confidence ?? null,
    unspoken: timed ? row.unspoken : piece?.unspoken ?? false,
  };
}

function wordsOfKept(row: KeptSegment, fresh: readonly Fresh[], alone: boolean, text: string): KeptSegment['words'] {
  const [only] = fresh;
  if (!alone || !only) return row.words;
  if (fresh.length === 1) return wordsOfCorrected(only.segment, text) ?? row.words;
  return row.edited.includes('text') ? row.words : fresh.every(({ segment }) => segment.words !== null) ? fresh.flatMap(({ segment }) => segment.words ?? []) : null;
}

const asItCame = ({ index, segment }: Fresh, id: number): KeptSegment => ({ confidence: null, unspoken: false, ...segment, id, edited: [], origins: [index] });

const spanOf = (pieces: readonly { readonly startMs: number; readonly endMs: number }[]) =>
  ({ startMs: Math.min(...pieces.map(({ startMs }) => startMs)), endMs: Math.max(...pieces.map(({ endMs }) => endMs)) });

/** The one that has most time in common with a span, else the one that begins nearest. */
function nearest<T extends { readonly startMs: number; readonly endMs: number }>(list: readonly T[], span: { readonly startMs: number; readonly endMs: number }): T | undefined {
  const common = (one: T): number => Math.min(one.endMs, span.endMs) - Math.max(one.startMs, span.startMs);
  return list.reduce<T | undefined>((best, one) => (best === undefined || common(one) > common(best) ? one : best), undefined);
}

class DisjointSets {
  readonly #parents: number[];

  constructor(size: number) {
    this.#parents = Array.from({ length: size }, (_, n) => n);
  }

  of(n: number): number {
    let root = n;
    while (this.#parents[root] !== root) root = this.#parents[root] ?? root;
    for (let at = n; at !== root;) {
      const next = this.#parents[at] ?? root;
      this.#parents[at] = root;
      at = next;
    }
    return root;
  }

  join(a: number, b: number): void {
    this.#parents[this.of(a)] = this.of(b);
  }
}
