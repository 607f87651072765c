import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRecord } from './index.ts';

const corpus = process.env['OPENFLOOR_CORPUS'] ?? '';
const LANGUAGES = ['en', 'fr', 'es', 'ru', 'zh'] as const;
/** Sentences in English, and who speaks in which language; c is the chair. */
const MEETINGS = [
  { meeting: '9642', turns: ['c en', 'c en', 'en', 'ru', 'en', 'zh', 'fr', 'en'], sentences: 62 },
  { meeting: '9722', turns: ['c en', 'en', 'c en', 'en', 'c en', 'en'], sentences: 56 },
  { meeting: '9826', turns: ['c en', 'c en', 'en'], sentences: 32 },
] as const;
const all = MEETINGS.flatMap((meeting) => LANGUAGES.map((language) => ({ ...meeting, language })));

describe.skipIf(corpus === '')('records of the Security Council, taken from their PDF', () => {
  it.each(all)('$meeting in $language', ({ meeting, language, turns, sentences }) => {
    const record = readRecord({ form: 'text', text: readFileSync(join(corpus, `records/pv-${meeting}.record.${language}.txt`), 'utf8') });
    expect(record.language).toBe(language);
    expect(record.turns.map(({ chair, spoken }) => `${chair ? 'c ' : ''}${spoken}`)).toEqual(turns);
    const said = record.turns.flatMap(({ paragraphs }) => paragraphs.flat());
    expect(Math.abs(said.length - sentences)).toBeLessThanOrEqual(4);
    // Nothing of a page's furniture got into what was said, and no word stayed parted.
    expect(said.filter(({ text }) => /S\/PV\.\d+ \p{L}|\d\d-\d{5}|\. \. \./u.test(text))).toEqual([]);
    const covered = new Uint8Array(record.source.length);
    for (const { from, to } of [...record.stages, ...record.removed, ...said]) covered.fill(1, from, to);
    for (const { from, paragraphs } of record.turns) covered.fill(1, from, paragraphs[0]?.[0]?.from ?? from);
    expect([...covered].filter((one, at) => one === 0 && /\S/u.test(record.source[at] ?? '')).length).toBe(0);
  });
});
