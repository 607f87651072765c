import { describe, expect, it } from 'vitest';
import { keysOf, readIn, STEPS, wantedAt, type Step } from './reading.domain.ts';

const FACTS = { language: 'en', texts: 1000, words: 60_000 };

const wanted = (question: string, step: Step, frequent: readonly string[] = []) => {
  const reading = readIn('en', question, []);
  const frequencies = new Map(keysOf(reading).map((key) => [key, frequent.includes(key) ? 500 : 10]));
  return wantedAt(step, reading, frequencies, FACTS).map((parts) => parts.map(({ words }) => words.map(({ key }) => key).join('+')).join(' '));
};

describe('a question', () => {
  it('is loosened by a word at a time, then by half, then to any word', () => {
    expect(wanted('court judge email dismissal', 'all')).toEqual(['court judg email dismiss']);
    expect(wanted('court judge email dismissal', 'nearly')).toEqual(['court judg email', 'court judg dismiss', 'court email dismiss', 'judg email dismiss']);
    expect(wanted('court judge email dismissal', 'most')).toHaveLength(6);
    expect(wanted('court judge email dismissal', 'any')).toHaveLength(4);
  });

  it('loses its frequent words first', () => {
    expect(wanted('the court of a judge', 'telling', ['the', 'of', 'a'])).toEqual(['court judg']);
  });

  it('of two words has no step between both and any', () => {
    expect(STEPS.map((step) => wanted('court judge', step).length)).toEqual([1, 0, 0, 0, 2]);
  });
});
