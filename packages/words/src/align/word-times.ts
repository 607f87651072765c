import type { Word } from '../segment.ts';
import { FRAME_MS } from '../sound/features.ts';
import type { Place } from './place.ts';

/** The words of a text: parted by space, and where a script has none, as its dictionary parts them; punctuation stays with its word. */
function wordsOf(text: string, language: string): string[] {
  return text.split(/\s+/u).flatMap((piece) => {
    if (!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(piece)) return piece === '' ? [] : [piece];
    const words: string[] = [];
    for (const { segment, isWordLike } of new Intl.Segmenter(language, { granularity: 'word' }).segment(piece)) {
      if (isWordLike || words.length === 0) words.push(segment);
      else words.push((words.pop() ?? '') + segment);
    }
    return words;
  });
}

/**
 * Times of a sentence's words: each takes its share of the sentence as the reference says it, by its letters, and lies where that
 * share was found in the sound.
 */
export function wordTimes(text: string, language: string, { at: frames, shares }: Place, startMs: number, endMs: number): Word[] {
  const words = wordsOf(text, language);
  const weights = words.map((word) => word.replaceAll(/[^\p{L}\p{N}]/gu, '').length + 0.5);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const times = [startMs];
  let [passed, at] = [0, 0];
  for (const weight of weights.slice(0, -1)) {
    passed += weight;
    while (at < shares.length - 1 && (shares[at] ?? 0) < passed / whole) at += 1;
    times.push(Math.max(times.at(-1) ?? startMs, Math.min(endMs, (frames[at] ?? 0) * FRAME_MS)));
  }
  times.push(endMs);
  return words.map((word, n) => ({ text: word, startMs: times[n] ?? startMs, endMs: times[n + 1] ?? endMs, confidence: null }));
}
