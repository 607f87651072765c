import { turnAt } from '@openfloor/player';
import type { TurnView } from './meeting-view.ts';
import { placeSegments, type Column, type Placed } from './spoken-place.ts';
import type { SpokenSegment } from './words.ports.ts';

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

const LONGEST_PARAGRAPH_MS = 45_000;
/** Side by side, people look from one text to the other: what belongs together has to be near. */
const LONGEST_PAIR_MS = 12_000;
const PAUSE_MS = 2500;

/**
 * Puts texts under the turns in which they are said, in paragraphs that end at pauses; several texts side by side, each sentence beside those of the
 * same moment. The first text sets the paragraphs.
 */
export function viewSpoken(columns: readonly Column[], turns: readonly TurnView[]): readonly SpokenTurn[] {
  const { placed, stretches } = placeSegments(columns, turns);
  const moments: OpenMoment[] = [];
  for (const stretch of new Set(placed.map((one) => one.stretch).sort((a, b) => a - b))) {
    moments.push(...joinStretch(placed.filter((one) => one.stretch === stretch), columns.length));
  }
  const spoken: { turn: TurnView | null; speaker: string | null; moments: Moment[] }[] = [];
  for (const moment of moments) {
    const turn = turnAt(turns, stretches[moment.stretch] ?? -1);
    const last = spoken.at(-1);
    if (last?.turn === turn && (moment.speaker === undefined || last.speaker === moment.speaker)) last.moments.push(moment);
    else spoken.push({ turn, speaker: moment.speaker ?? null, moments: [moment] });
  }
  return spoken;
}

/** What is said while nobody begins or ends: the paragraphs of the first text, and those of the others beside them or between. */
function joinStretch(placed: readonly Placed[], columns: number): readonly OpenMoment[] {
  const longestMs = columns === 1 ? LONGEST_PARAGRAPH_MS : LONGEST_PAIR_MS;
  const first: OpenMoment[] = [];
  for (const one of placed.filter(({ column }) => column === 0)) {
    const moment = first.at(-1);
    if (moment?.takesNext(one, columns === 1, longestMs)) moment.add(one);
    else first.push(new OpenMoment(columns, one));
  }
  const between: OpenMoment[] = [];
  for (const one of placed.filter(({ column }) => column > 0).sort((a, b) => a.fromMs - b.fromMs)) {
    const beside = nearest(first, one);
    if (beside) beside.add(one);
    else if (between.at(-1)?.takesBeside(one, longestMs)) between.at(-1)?.add(one);
    else between.push(new OpenMoment(columns, one));
  }
  return between.length === 0 ? first : [...first, ...between].sort((a, b) => a.fromMs - b.fromMs);
}

/** The paragraph with which a sentence has most time in common, or the one next to which it stands. */
function nearest(moments: readonly OpenMoment[], { fromMs, toMs }: Placed): OpenMoment | null {
  let found: OpenMoment | null = null;
  let most = -PAUSE_MS;
  for (const moment of moments) {
    // Below 0 it is how far apart they are.
    const common = Math.min(moment.toMs, toMs) - Math.max(moment.fromMs, fromMs);
    if (common > most) [found, most] = [moment, common];
  }
  return found;
}

/** A moment that is still being filled. */
class OpenMoment implements Moment {
  readonly cells: SpokenSegment[][];
  readonly stretch: number;
  readonly fromMs: number;
  /** As the first text names the speaker, where nobody is listed; undefined where it says nothing. */
  readonly speaker: string | null | undefined;
  startMs: number;
  /** The end of what the first text says, or of all while it says nothing. */
  toMs: number;

  constructor(columns: number, first: Placed) {
    this.cells = Array.from({ length: columns }, () => []);
    this.stretch = first.stretch;
    this.fromMs = first.fromMs;
    this.toMs = first.toMs;
    this.startMs = first.segment.startMs;
    this.speaker = first.column === 0 ? first.speaker : undefined;
    this.add(first);
  }

  add({ segment, column, toMs }: Placed): void {
    this.cells[column]?.push(segment);
    this.startMs = Math.min(this.startMs, segment.startMs);
    if (column === 0) this.toMs = Math.max(this.toMs, toMs);
  }

  /** True while the next sentence of the first text still belongs to it: by its end where that text stands alone, by its beginning beside others. */
  takesNext({ segment, speaker, fromMs, toMs }: Placed, alone: boolean, longestMs: number): boolean {
    // What is missing stands for itself.
    if (segment.hole === true || this.cells[0]?.at(-1)?.hole === true) return false;
    const fits = alone ? toMs - this.fromMs <= longestMs : fromMs - this.fromMs < longestMs;
    return speaker === this.speaker && fromMs - this.toMs < PAUSE_MS && fits;
  }

  /** True while a sentence of another text belongs to it, where the first one says nothing. */
  takesBeside({ fromMs }: Placed, longestMs: number): boolean {
    return fromMs - this.fromMs < longestMs;
  }
}
