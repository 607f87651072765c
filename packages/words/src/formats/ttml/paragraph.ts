import type { Segment, Word } from '../../segment.ts';
import { LIMITS, WordsRefused } from '../read/refused.ts';
import { makeSegment, makeWord } from '../read/segments.ts';
import type { Leaf, Paragraph } from './timing.ts';

/** What is known of the whole file. */
export interface Names {
  /** Of the file; a segment says its own only where it differs. */
  readonly language: string | null;
  /** By the id of an agent. */
  readonly agents: ReadonlyMap<string, string>;
}

const collapse = ({ text, preserve }: Leaf): string => (preserve ? text : text.replace(/[\t\n\r ]+/gu, ' '));

/** The text of leaves as it is shown; readings of ruby stand in brackets after their base. */
export function leavesText(leaves: readonly Leaf[]): string {
  const parts = leaves.map((leaf, at) => {
    const text = collapse(leaf);
    return leaf.ruby === 'text' && leaves[at - 1]?.ruby !== 'delimiter' ? `(${text.trim()})` : text;
  });
  if (leaves.some(({ preserve, text }) => preserve && text !== '\n')) return parts.join('').replace(/\n{2,}/gu, '\n').trim();
  return parts.join('').split('\n').map((line) => line.replace(/ {2,}/gu, ' ').trim()).filter((line) => line !== '').join('\n');
}

/** Segments of a paragraph: one where all is shown together, else one for each time at which something else is to be read. */
export function paragraphSegments({ leaves }: Paragraph, names: Names): Segment[] {
  const shown = leaves.filter(({ startMs, endMs, text }) => endMs > startMs && text !== '');
  const groups: Leaf[][] = [];
  for (const leaf of shown) {
    const last = groups.at(-1);
    if (last !== undefined && (leaf.text.trim() === '' || last[0]?.agent === leaf.agent)) last.push(leaf);
    else groups.push([leaf]);
  }
  return groups.flatMap((group) => groupSegments(group, names));
}

function groupSegments(group: readonly Leaf[], names: Names): Segment[] {
  const spoken = group.filter(({ text }) => text.trim() !== '');
  const [first] = spoken;
  if (first === undefined) return [];
  if (spoken.every(({ startMs, endMs }) => startMs === first.startMs && endMs === first.endMs)) return [segment(group, first.startMs, first.endMs, null, names)];
  const words = timedWords(spoken);
  if (words !== null) {
    return [segment(group, Math.min(...spoken.map(({ startMs }) => startMs)), Math.max(...spoken.map(({ endMs }) => endMs)), words, names)];
  }
  return intervals(group, names);
}

const LONGEST_WORD = 30;

/** Spans that come one after the other, or one beside the other until all go together, are words with times where they are short. */
function timedWords(spoken: readonly Leaf[]): Word[] | null {
  if (spoken.some(({ text }) => text.trim().length > LONGEST_WORD)) return null;
  const pairs = spoken.slice(1).map((leaf, at): [Leaf, Leaf] => [spoken[at] ?? leaf, leaf]);
  const inTurn = pairs.every(([before, after]) => after.startMs >= before.endMs);
  const paintedOn = pairs.every(([before, after]) => after.startMs > before.startMs && after.endMs === before.endMs);
  if (!inTurn && !paintedOn) return null;
  return spoken.flatMap((leaf, at) => makeWord(leaf.startMs, paintedOn ? (spoken[at + 1]?.startMs ?? leaf.endMs) : leaf.endMs, leaf.text.replace(/\s+/gu, ' ')) ?? []);
}

const MOST_WORK = 5_000_000;

function intervals(group: readonly Leaf[], names: Names): Segment[] {
  const times = [...new Set(group.flatMap(({ startMs, endMs }) => [startMs, endMs]))].toSorted((a, b) => a - b);
  if (times.length * group.length > MOST_WORK) {
    throw new WordsRefused('too_many_segments', `A paragraph changes ${times.length} times; more than ${LIMITS.segments} captions are not read.`);
  }
  const made: Segment[] = [];
  times.slice(0, -1).forEach((startMs, at) => {
    const endMs = times[at + 1] ?? startMs;
    const visible = group.filter((leaf) => leaf.startMs <= startMs && leaf.endMs >= endMs);
    const next = segment(visible, startMs, endMs, null, names);
    const last = made.at(-1);
    if (next.text === '') return;
    if (last?.endMs === next.startMs && last.text === next.text) made.splice(-1, 1, { ...last, endMs: next.endMs });
    else made.push(next);
  });
  return made;
}

function segment(leaves: readonly Leaf[], startMs: number, endMs: number, words: readonly Word[] | null, { language, agents }: Names): Segment {
  const spoken = leaves.filter(({ text }) => text.trim() !== '');
  const languages = new Set(spoken.map((leaf) => leaf.language));
  const own = languages.size === 1 ? (spoken[0]?.language ?? null) : null;
  const agent = spoken[0]?.agent ?? null;
  return makeSegment(startMs, endMs, leavesText(leaves), { words, speaker: agent === null ? null : (agents.get(agent) ?? agent), language: own === language ? null : own });
}
