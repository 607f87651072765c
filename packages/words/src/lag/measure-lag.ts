import type { Segment } from '../segment.ts';
import type { Span } from '../sound/index.ts';
import { carriesFloor } from './carried.ts';
import type { Evidence } from './evidence.ts';
import { floorTurns, type FloorTurn, type ListedTurn } from './floor-turns.ts';
import { inOrder, thinned, type LagCurve, type LagPoint } from './lag-curve.ts';
import { habitOf } from './lag-habit.ts';
import { ANY_HABIT, followLag, type LagHabit } from './lattice.ts';
import { pointsOfRun } from './points.ts';
import type { Run } from './run.ts';
import { firstFrom, pausesOf } from './spans.ts';
import { pauseHabit, turnEvidence } from './turn-evidence.ts';
import { tracesOf } from './words/tokens.ts';
import { wordEvidence } from './words/word-evidence.ts';

/** What is known of the floor or of a channel. */
export interface HeardChannel {
  /** When somebody speaks, in order. */
  readonly speech: readonly Span[];
  /** What is said, in order, where there are words. */
  readonly text?: readonly Segment[] | null;
}

/** What the lag is found by. Times are ms on the meeting's timeline. */
export interface LagQuestion {
  readonly floor: HeardChannel;
  readonly channel: HeardChannel;
  /** BCP 47 of the channel. */
  readonly language: string;
  /** Who has the floor when; without any, changes are guessed by long silences. */
  readonly turns: readonly ListedTurn[];
}

const CARRIED = 0.97;
const EDGE_PAUSE_MS = 3000;
// A curve has a point where it bends, not at each step.
const THIN_MS = 120;
const THIN_CONFIDENCE = 0.08;

/**
 * How far an interpretation channel is behind the floor, over a meeting. Empty for a channel or a floor without speech. It takes about
 * half a second for each hour; `rest` is called every few ms, so that other work can go between.
 */
export async function measureLag(question: LagQuestion, rest: () => Promise<void>): Promise<LagCurve> {
  const work = measuring(question);
  for (let step = work.next(); ; step = work.next()) {
    if (step.done === true) return step.value;
    await rest();
  }
}

function* measuring(question: LagQuestion): Generator<void, LagCurve> {
  const { floor, channel, language } = question;
  const [first, last] = [channel.speech[0], channel.speech.at(-1)];
  if (!first || !last || floor.speech.length === 0) return [];
  const turns = floorTurns(question.turns, floor.speech).map((turn) => ({ ...turn, carried: carriesFloor(turn, floor.speech, channel.speech, language) }));
  const pauses: Span[] = [{ startMs: first.startMs - EDGE_PAUSE_MS, endMs: first.startMs }, ...pausesOf(channel.speech), { startMs: last.endMs, endMs: last.endMs + EDGE_PAUSE_MS }];
  const habit = pauseHabit(pauses, last.endMs - first.startMs);
  const evidence = turns.map((turn, n) => (turn.carried ? [] : turnEvidence(turn, precedingOf(turns, n), pauses, habit)));
  yield;
  const said = floor.text && channel.text ? yield* readWords(floor.text, channel.text, last.endMs - first.startMs) : [];
  const told = runsOf(turns).map((run): Told => {
    const [fromMs, toMs] = [run[0]?.startMs ?? 0, run.at(-1)?.endMs ?? 0];
    return { turns: run, fromMs, toMs, evidence: [...run.flatMap((turn) => evidence[turns.indexOf(turn)] ?? []), ...said.filter(({ floorMs }) => floorMs >= fromMs && floorMs <= toMs)] };
  });
  // What the channel is wont to is known only when it was followed once.
  const runs = yield* follow(told, habitOf(yield* follow(told, ANY_HABIT)));
  const found: LagPoint[] = [];
  for (const run of runs) {
    found.push(...pointsOfRun(run));
    yield;
  }
  const points = [...found, ...turns.filter(({ carried }) => carried).flatMap(carriedPoints)].toSorted((a, b) => a.floorMs - b.floorMs);
  return thinned(inOrder(doubtSilence(points, channel.speech)), THIN_MS, THIN_CONFIDENCE);
}

function* readWords(floor: readonly Segment[], channel: readonly Segment[], durationMs: number): Generator<void, Evidence[]> {
  const own = tracesOf(floor);
  yield;
  const its = tracesOf(channel);
  yield;
  return wordEvidence(own, its, durationMs);
}

type Told = Omit<Run, 'columns'> & { readonly fromMs: number; readonly toMs: number };

function* follow(told: readonly Told[], habit: LagHabit): Generator<void, Run[]> {
  const runs: Run[] = [];
  for (const { turns, evidence, fromMs, toMs } of told) {
    runs.push({ turns, evidence, columns: yield* followLag(fromMs, toMs, evidence, turns.map(({ startMs }) => startMs), habit) });
  }
  return runs;
}

type Turn = FloorTurn & { readonly carried: boolean };

/** The turn before, where the booth had to end it. */
function precedingOf(turns: readonly Turn[], n: number): FloorTurn | null {
  const before = turns[n - 1];
  return before && !before.carried ? before : null;
}

function runsOf(turns: readonly Turn[]): Turn[][] {
  const runs: Turn[][] = [];
  for (const [n, turn] of turns.entries()) {
    if (turn.carried) continue;
    if (n > 0 && turns[n - 1]?.carried === false) runs.at(-1)?.push(turn);
    else runs.push([turn]);
  }
  return runs;
}

const carriedPoints = ({ startMs, endMs }: Turn): LagPoint[] => [startMs, endMs].map((floorMs) => ({ floorMs, lagMs: 0, confidence: CARRIED, basis: 'floor' }));

// Nobody breathes for so long: the booth is away.
const SILENT_MS = 6000;
const DOUBT = 0.2;

/** A lag is worth little where the channel says nothing. */
function doubtSilence(points: readonly LagPoint[], speech: readonly Span[]): LagPoint[] {
  return points.map((point) => {
    const saidMs = point.floorMs + point.lagMs;
    const next = speech[firstFrom(speech, ({ endMs }) => endMs, saidMs - SILENT_MS)];
    return next && next.startMs <= saidMs + SILENT_MS ? point : { ...point, confidence: point.confidence * DOUBT };
  });
}
