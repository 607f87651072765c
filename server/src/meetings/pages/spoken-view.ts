import { turnAt } from '@openfloor/player';
import type { TurnView } from './meeting-view.ts';
import type { SpokenSegment } from './words.ports.ts';

/** One text of those that are read side by side. */
export interface Column {
  readonly segments: readonly SpokenSegment[];
  /** True for an interpreter's words, which come after the speaker's. */
  readonly interpreted: boolean;
}

/** What is said in one breath, a few sentences that people read as one paragraph, in each of the texts. */
export interface Moment {
  readonly startMs: number;
  /** One for each column; empty where that text says nothing. */
  readonly cells: readonly (readonly SpokenSegment[])[];
}

/** What is said while somebody has the floor; no turn where nobody is listed. */
export interface SpokenTurn {
  readonly turn: TurnView | null;
  /** As the text names the speaker, where the list of speakers doesn't. */
  readonly speaker: string | null;
  readonly moments: readonly Moment[];
}

/** A sentence with its place: the stretch of the timeline it belongs to, and when the floor said it, as far as is known. */
interface Placed {
  readonly segment: SpokenSegment;
  readonly column: number;
  readonly stretch: number;
  readonly atMs: number;
}

/** Interpreters begin and end after the speaker: where nobody has measured it, a sentence is taken back by so much to tell whose it is. */
const USUAL_LAG_MS = 2000;
const LONGEST_PARAGRAPH_MS = 45_000;
/** Side by side, people look from one text to the other: what belongs together has to be near. */
const LONGEST_PAIR_MS = 12_000;
const PAUSE_MS = 2500;

/**
 * Puts texts under the turns in which they are said, in paragraphs that end at pauses; several texts side by side, each sentence beside those of the
 * same moment. The first text sets the paragraphs.
 */
export function viewSpoken(columns: readonly Column[], turns: readonly TurnView[]): readonly SpokenTurn[] {
  const stretches = stretchesOf(turns);
  const placed = columns.flatMap(({ segments, interpreted }, column) => segments.map((segment) => place(segment, column, interpreted, turns, stretches)));
  if (columns.length > 1) placed.sort((a, b) => a.stretch - b.stretch || a.atMs - b.atMs);
  const spoken: { turn: TurnView | null; speaker: string | null; moments: OpenMoment[] }[] = [];
  for (const one of placed) {
    const turn = turnAt(turns, stretches[one.stretch] ?? -1);
    const speaker = turn || one.column > 0 ? null : one.segment.speaker;
    let last = spoken.at(-1);
    if (!last || last.turn !== turn || (one.column === 0 && last.speaker !== speaker)) spoken.push(last = { turn, speaker, moments: [] });
    const moment = last.moments.at(-1);
    if (moment?.takes(one)) moment.add(one);
    else last.moments.push(new OpenMoment(columns.length, one));
  }
  return spoken;
}

/** A moment that is still being filled. */
class OpenMoment implements Moment {
  startMs: number;
  readonly cells: SpokenSegment[][];
  readonly #atMs: number;

  constructor(columns: number, first: Placed) {
    this.cells = Array.from({ length: columns }, () => []);
    this.startMs = first.segment.startMs;
    this.#atMs = first.atMs;
    this.add(first);
  }

  add({ segment, column }: Placed): void {
    this.cells[column]?.push(segment);
    this.startMs = Math.min(this.startMs, segment.startMs);
  }

  /** True while the sentence still belongs to it. */
  takes({ segment, column, atMs }: Placed): boolean {
    const last = this.cells[0]?.at(-1);
    if (this.cells.length === 1) return last !== undefined && segment.startMs - last.endMs < PAUSE_MS && segment.endMs - this.startMs <= LONGEST_PARAGRAPH_MS;
    // Where the first text is silent, the others go on in paragraphs of their own.
    if (column > 0) return atMs - this.#atMs < (last ? LONGEST_PARAGRAPH_MS : LONGEST_PAIR_MS);
    return (last === undefined || segment.startMs - last.endMs < PAUSE_MS) && atMs - this.#atMs < LONGEST_PAIR_MS;
  }
}

/** Between two turns it is the one that begins: nobody is interpreted before he speaks. */
function place(segment: SpokenSegment, column: number, interpreted: boolean, turns: readonly TurnView[], stretches: readonly number[]): Placed {
  const { startMs, endMs } = segment;
  const atMs = interpreted ? segment.floorMs ?? startMs - USUAL_LAG_MS : startMs;
  const at = interpreted ? [atMs, startMs, endMs] : [(startMs + endMs) / 2];
  const ms = at.find((one) => turnAt(turns, one) !== null) ?? startMs;
  return { segment, column, stretch: stretches.findLastIndex((from) => from <= ms), atMs };
}

/** Where somebody begins or ends: between two of these, one person has the floor or nobody. */
const stretchesOf = (turns: readonly TurnView[]): readonly number[] =>
  [...new Set([Number.NEGATIVE_INFINITY, ...turns.flatMap(({ startMs, endMs }) => [startMs, endMs])])].sort((a, b) => a - b);
