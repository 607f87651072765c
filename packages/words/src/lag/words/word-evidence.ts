import type { Evidence, Hint } from '../evidence.ts';
import { MOST_LAG_MS } from '../lattice.ts';
import { firstFrom } from '../spans.ts';
import type { Traces } from './tokens.ts';

/** How often a thing said at the floor that the channel knows too is said there again, by what it is found by; and how far off it may be. */
const SAID_AGAIN = { '#': 0.6, '=': 0.5, '~': 0.15, other: 0.3 } as const;
const WORD_SPREAD_MS = 800;
const SENTENCE_AGAIN = 0.5;
const SENTENCE_SPREAD_MS = 450;
// Logarithm of the ratio of the lengths of a sentence and its interpretation, and of any two sentences.
const SAME_LENGTH = 0.35;
const ANY_LENGTH = 0.8;
// Words may be out of order, so that some seem to come before they were said.
const EARLIEST_MS = -500;

/** What the words of two channels tell of the lag. Tokens are by time. */
export function wordEvidence(floor: Traces, channel: Traces, durationMs: number): Evidence[] {
  return [...tokenEvidence(floor, channel, durationMs), ...sentenceEvidence(floor, channel, durationMs)].toSorted((a, b) => a.floorMs - b.floorMs);
}

function tokenEvidence(floor: Traces, channel: Traces, durationMs: number): Evidence[] {
  const places = new Map<string, number[]>();
  for (const { ms, keys } of channel.tokens) {
    for (const key of keys) {
      const own = places.get(key);
      if (own) own.push(ms);
      else places.set(key, [ms]);
    }
  }
  return floor.tokens.flatMap(({ ms, keys }): Evidence[] => {
    for (const key of keys) {
      const all = places.get(key) ?? [];
      const near = all.slice(firstFrom(all, (at) => at, ms + EARLIEST_MS), firstFrom(all, (at) => at, ms + MOST_LAG_MS));
      if (near.length === 0) continue;
      const again = SAID_AGAIN[key.charAt(0) as keyof typeof SAID_AGAIN] ?? SAID_AGAIN.other;
      const perMs = (all.length + 1) / durationMs;
      return [{ floorMs: ms, basis: 'words', otherwise: 1 - again, hints: near.map((at): Hint => ({ lagMs: at - ms, spreadMs: WORD_SPREAD_MS, weight: again / perMs })) }];
    }
    return [];
  });
}

function sentenceEvidence(floor: Traces, channel: Traces, durationMs: number): Evidence[] {
  const letters = ({ sentences }: Traces): number => sentences.reduce((sum, one) => sum + one.letters, 0);
  const scale = letters(channel) / Math.max(1, letters(floor));
  const perMs = (channel.sentences.length + 1) / durationMs;
  return floor.sentences.map((own): Evidence => {
    const near = channel.sentences.slice(firstFrom(channel.sentences, ({ ms }) => ms, own.ms), firstFrom(channel.sentences, ({ ms }) => ms, own.ms + MOST_LAG_MS));
    return {
      floorMs: own.ms, basis: 'words', otherwise: 1 - SENTENCE_AGAIN,
      hints: near.map((one): Hint => ({ lagMs: one.ms - own.ms, spreadMs: SENTENCE_SPREAD_MS, weight: (SENTENCE_AGAIN * lengthTells(one.letters / (own.letters * scale))) / perMs })),
    };
  });
}

/** How much more often a sentence and its interpretation have such lengths than two that have nothing to do with each other. */
function lengthTells(ratio: number): number {
  const off = Math.log(ratio);
  const bell = (spread: number): number => Math.exp(-0.5 * (off / spread) ** 2) / spread;
  return Math.min(2.5, Math.max(0.1, bell(SAME_LENGTH) / bell(ANY_LENGTH)));
}
