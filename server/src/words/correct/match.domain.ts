import { longestShared } from './longest-shared.domain.ts';
import { soundOf, type SourceSegment } from './text-state.domain.ts';

/** A longer list of the same short sentence is compared by time alone: every pair of them would be looked at. */
const MOST_PAIRS = 1_000_000;
/** A sentence as short as "Thank you." is said again and again. */
const TELLING_LETTERS = 12;
const NEAR_MS = 30_000;

type Pair = readonly [old: number, fresh: number];

/** Which pieces of two versions of a text belong together, by index. */
export interface Matches {
  /** They say the same: found by their words in the order of the text, whatever their times. */
  readonly same: readonly Pair[];
  /** They are at the same time: at least half of the shorter one. One may be with several. */
  readonly beside: readonly Pair[];
}

/** Finds what belongs together: what says the same, then, of what is left, what is at the same time. Both are in order of time. */
export function matchPieces(old: readonly SourceSegment[], fresh: readonly SourceSegment[]): Matches {
  const sounds = [old.map(({ text }) => soundOf(text)), fresh.map(({ text }) => soundOf(text))] as const;
  const same = trusted(inOrder(sounds[0], sounds[1]), old, fresh);
  const [oldDone, freshDone] = [new Set(same.map(([a]) => a)), new Set(same.map(([, b]) => b))];
  return { same, beside: besideEachOther(old, fresh).filter(([a, b]) => !oldDone.has(a) && !freshDone.has(b)) };
}

/** Pairs of equal values in the order of both: ends first, then what is there once, then what lies between. */
function inOrder(a: readonly string[], b: readonly string[], from: Pair = [0, 0]): Pair[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const [x, y] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  const place: Pair = [from[0] + head, from[1] + head];
  const ends = (count: number, at: Pair): Pair[] => Array.from({ length: count }, (_, n): Pair => [at[0] + n, at[1] + n]);
  const rest = [from[0] + a.length - tail, from[1] + b.length - tail] as const;
  return [...ends(head, from), ...between(x, y, place), ...ends(tail, rest)];
}

function between(a: readonly string[], b: readonly string[], [fromA, fromB]: Pair): Pair[] {
  if (a.length === 0 || b.length === 0) return [];
  const anchors = rising(onlyOnce(a, b));
  if (anchors.length === 0) return a.length * b.length > MOST_PAIRS ? [] : longestShared(a, b).map(([x, y]): Pair => [x + fromA, y + fromB]);
  const found: Pair[] = [];
  let [x, y] = [0, 0];
  for (const [nextX, nextY] of [...anchors, [a.length, b.length] as Pair]) {
    found.push(...inOrder(a.slice(x, nextX), b.slice(y, nextY), [fromA + x, fromB + y]));
    if (nextX < a.length) found.push([fromA + nextX, fromB + nextY]);
    [x, y] = [nextX + 1, nextY + 1];
  }
  return found;
}

function onlyOnce(a: readonly string[], b: readonly string[]): Pair[] {
  const count = (list: readonly string[]) => {
    const places = new Map<string, number>();
    list.forEach((value, n) => places.set(value, places.has(value) ? -1 : n));
    return places;
  };
  const [inA, inB] = [count(a), count(b)];
  return [...inA].flatMap(([value, x]): Pair[] => {
    const y = inB.get(value) ?? -1;
    return x < 0 || y < 0 || value === '' ? [] : [[x, y]];
  }).toSorted(([x], [z]) => x - z);
}

/** The longest run of pairs that rise in both. */
function rising(pairs: readonly Pair[]): Pair[] {
  const ends: number[] = [];
  const before = pairs.map(() => -1);
  pairs.forEach(([, y], n) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < y) low = middle + 1;
      else high = middle;
    }
    before[n] = low === 0 ? -1 : ends[low - 1] ?? -1;
    ends[low] = n;
  });
  const run: Pair[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair) run.push(pair);
  }
  return run.toReversed();
}

/** Without short sentences that would be far from where those around them are now. */
function trusted(pairs: readonly Pair[], old: readonly SourceSegment[], fresh: readonly SourceSegment[]): Pair[] {
  let shift = 0;
  return pairs.filter(([a, b]) => {
    const [was, is] = [old[a], fresh[b]];
    if (!was || !is) return false;
    const own = is.startMs - was.startMs;
    const telling = soundOf(was.text).length >= TELLING_LETTERS;
    if (telling) shift = own;
    return telling || Math.abs(own - shift) <= NEAR_MS;
  });
}

function besideEachOther(old: readonly SourceSegment[], fresh: readonly SourceSegment[]): Pair[] {
  const pairs: Pair[] = [];
  let open: number[] = [];
  let next = 0;
  fresh.forEach((piece, b) => {
    while (next < old.length && (old[next]?.startMs ?? 0) < endOf(piece)) open.push(next++);
    open = open.filter((a) => endOf(old[a]) > piece.startMs);
    for (const a of open) {
      const was = old[a];
      if (!was) continue;
      const common = Math.min(endOf(was), endOf(piece)) - Math.max(was.startMs, piece.startMs);
      if (common > 0 && common * 2 >= Math.min(endOf(was) - was.startMs, endOf(piece) - piece.startMs)) pairs.push([a, b]);
    }
  });
  return pairs;
}

/** A moment is a millisecond long. */
const endOf = (piece: SourceSegment | undefined): number => (piece ? Math.max(piece.endMs, piece.startMs + 1) : 0);
