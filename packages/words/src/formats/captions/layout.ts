import type { Atom, Break } from './atoms.ts';

/** A range of atoms on one line, from inclusive, to exclusive. */
export interface Line {
  readonly from: number;
  readonly to: number;
  /** In Latin letters. */
  readonly width: number;
}

/** How much a caption may hold. */
export interface Room {
  /** In Latin letters. */
  readonly width: number;
}

const LINE_COST: Readonly<Record<Break, number>> = { sentence: 0, clause: 4, phrase: 12, word: 30, bad: 80, never: 1000 };
const CAPTION_COST: Readonly<Record<Break, number>> = { sentence: 0, clause: 25, phrase: 50, word: 90, bad: 160, never: 1500 };
const EACH_CAPTION = 70;
const SECOND_LINE = 8;
const UNEVEN = 40;
const SCRAP = 60;
/** A caption of less than a third of a line is hardly worth its flash. */
const SCRAP_SHARE = 0.35;

interface Best {
  readonly cost: number;
  readonly from: number;
  readonly lines: readonly Line[];
}

/** `pause` at an atom forces a new caption after it; `breath` is a good place for one. */
export type Rest = 'none' | 'breath' | 'pause';

/**
 * Cuts atoms into captions of at most two lines so that the cuts fall where the language has its joints and as few captions as good come of it:
 * the cheapest way through all ways, found in one pass.
 */
export function layOut(atoms: readonly Atom[], { width }: Room, rests: readonly Rest[]): Line[][] {
  const best: (Best | undefined)[] = [{ cost: 0, from: 0, lines: [] }];
  const consider = (from: number, chosen: readonly Line[], cost: number): void => {
    const to = chosen.at(-1)?.to ?? from;
    const before = best[from];
    const total = (before?.cost ?? 0) + cost;
    if (total < (best[to]?.cost ?? Number.POSITIVE_INFINITY)) best[to] = { cost: total, from, lines: chosen };
  };
  const lines = atoms.map((_, from) => linesFrom(atoms, from, width, rests));
  for (let from = 0; from < atoms.length; from += 1) {
    if (best[from] === undefined) continue;
    for (const first of lines[from] ?? []) {
      consider(from, [first], captionCost(atoms, [first], width, rests));
      if (rests[first.to - 1] === 'pause') continue;
      for (const second of lines[first.to] ?? []) consider(from, [first, second], captionCost(atoms, [first, second], width, rests));
    }
  }
  const captions: Line[][] = [];
  for (let at = atoms.length; at > 0;) {
    const step = best[at];
    if (step === undefined) break;
    captions.unshift([...step.lines]);
    at = step.from;
  }
  return captions;
}

/** All lines that begin at an atom and fit; at least one, however wide. */
function linesFrom(atoms: readonly Atom[], from: number, width: number, rests: readonly Rest[]): Line[] {
  const lines: Line[] = [];
  let used = 0;
  for (let at = from; at < atoms.length; at += 1) {
    used += atoms[at]?.width ?? 0;
    if (used > width && at > from) break;
    lines.push({ from, to: at + 1, width: used });
    used += atoms[at]?.space.length ?? 0;
    if (rests[at] === 'pause') break;
  }
  return lines;
}

function captionCost(atoms: readonly Atom[], lines: readonly Line[], width: number, rests: readonly Rest[]): number {
  const [first, second] = lines;
  if (first === undefined) return 0;
  const end = (second ?? first).to;
  const rest = rests[end - 1] ?? 'none';
  const cut = rest === 'none' ? CAPTION_COST[atoms[end - 1]?.after ?? 'word'] : Math.min(rest === 'pause' ? 0 : CAPTION_COST.clause, CAPTION_COST[atoms[end - 1]?.after ?? 'word']);
  const whole = first.from === 0 && end === atoms.length;
  const scrap = !whole && first.width + (second?.width ?? 0) < width * SCRAP_SHARE ? SCRAP : 0;
  const inside = second === undefined ? 0 : SECOND_LINE + LINE_COST[atoms[first.to - 1]?.after ?? 'word'] + UNEVEN * ((first.width - second.width) / width) ** 2;
  return EACH_CAPTION + cut + scrap + inside;
}
