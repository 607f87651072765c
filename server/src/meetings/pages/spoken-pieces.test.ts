import { foldQuery } from '@openfloor/player';
import { describe, expect, it } from 'vitest';
import { countDoubts, cutParagraph, isUncertain } from './spoken-pieces.ts';
import type { SpokenSegment } from './words.ports.ts';

const said = (text: string, more: Partial<SpokenSegment> = {}): SpokenSegment => ({ startMs: 0, endMs: 1000, text, speaker: null, language: null, ...more });
const cut = (segments: readonly SpokenSegment[], query: string, gap = ' ', doubts = false) => cutParagraph(segments, gap, { query: foldQuery(query), doubts });
/** Hits as [n:...], doubts as (...). */
const shown = ({ sentences }: ReturnType<typeof cut>) => sentences.map(({ pieces }) =>
  pieces.map(({ text, hit, doubtful }) => { const own = doubtful ? `(${text})` : text; return hit === null ? own : `[${hit}:${own}]`; }).join(''));

describe('a paragraph in which something is looked for', () => {
  it('is marked in each of its sentences, and the hits are counted through', () => {
    const cutUp = cut([said('Peace and security.'), said('No peace.', { startMs: 2000 })], 'peace');
    expect(shown(cutUp)).toEqual(['[0:Peace] and security.', 'No [1:peace].']);
    expect(cutUp.hits.map(({ startMs }) => startMs)).toEqual([0, 2000]);
  });

  it('is marked across the end of a caption, as one hit that begins in the first', () => {
    const cutUp = cut([said('for sustainable'), said('development\nin all'), said('countries')], 'sustainable development in');
    expect(shown(cutUp)).toEqual(['for [0:sustainable]', '[0:development in] all', 'countries']);
    expect(cutUp.hits).toHaveLength(1);
    expect(shown(cut([said('安全理'), said('事会')], '安全理事会', ''))).toEqual(['[0:安全理]', '[0:事会]']);
  });

  it('is whole where nothing is found', () => {
    expect(shown(cut([said('One.'), said('')], 'two'))).toEqual(['One.', '']);
  });
});

describe('words in doubt', () => {
  const word = (text: string, confidence: number | null) => ({ text, confidence });
  const segment = said('The S/RES/2151 said so, so be it', { words: [word('The', 0.9), word('S/RES/2151', 0.2), word('said', 0.3), word('so,', 0.9), word('so', 0.1), word('be', null), word('it', 0.5)] });

  it('are marked where that is asked for, neighbours as one, also within what was found', () => {
    expect(shown(cut([segment], ''))).toEqual([segment.text]);
    expect(shown(cut([segment], '', ' ', true))).toEqual(['The (S/RES/2151 said) so, (so) be it']);
    expect(shown(cut([segment], 'said so', ' ', true))).toEqual(['The (S/RES/2151 )[0:(said)][0: so], (so) be it']);
    expect(countDoubts([segment, said('x')])).toBe(3);
  });

  it('are one thing, a sentence whose place isn’t sure another', () => {
    expect([said(''), said('', { confidence: 0.5 }), said('', { confidence: 0.4 }), said('', { confidence: 0, unspoken: true })].map(isUncertain)).toEqual([false, false, true, false]);
  });
});
