import { foldQuery } from '@openfloor/player';
import { describe, expect, it } from 'vitest';
import { findInText } from './find-in-text.ts';
import type { SpokenText } from './words.ports.ts';

const text = (language: string, ...said: readonly (readonly [startMs: number, text: string])[]): SpokenText => ({
  kind: 'captions', language, status: 'edited', segments: said.map(([startMs, words]) => ({ startMs, endMs: startMs + 1000, text: words, speaker: null, language: null })),
});
const found = (spoken: SpokenText, query: string, most = 10) => {
  const { count, places } = findInText(spoken, foldQuery(query), most);
  return [count, ...places.map(({ startMs, sentences }) => [startMs, sentences.map(({ pieces }) => pieces.map((piece) => (piece.hit === null ? piece.text : `[${piece.text}]`)).join('')).join('|')])];
};

describe('what a text has of what is looked for', () => {
  it('is counted, and shown with its sentence and time, a sentence once', () => {
    const spoken = text('en', [0, 'Peace, and peace again.'], [1000, 'War.'], [2000, 'Peace.']);
    expect(found(spoken, 'peace')).toEqual([3, [0, '[Peace], and [peace] again.'], [2000, '[Peace].']]);
    expect(found(spoken, 'peace', 1)).toEqual([3, [0, '[Peace], and [peace] again.']]);
    expect(found(spoken, '')).toEqual([0]);
  });

  it('goes over the end of a caption, and not over a pause', () => {
    expect(found(text('fr', [0, 'le Conseil de'], [1000, 'sécurité\na dit'], [9000, 'oui']), 'conseil de securite a')).toEqual([1, [0, 'le [Conseil de]|[sécurité a] dit']]);
    expect(found(text('fr', [0, 'le Conseil'], [9000, 'de sécurité']), 'conseil de')).toEqual([0]);
  });

  it('has nothing between the captions of Chinese', () => {
    expect(found(text('zh', [0, '安全理'], [1000, '事会\n开会']), '理事会开')).toEqual([1, [0, '安全[理]|[事会开]会']]);
  });
});
