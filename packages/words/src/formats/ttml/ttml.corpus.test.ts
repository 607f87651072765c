import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWords, type ReadWords } from '../read/read-words.ts';
import { imsc, shownParagraphs } from './reference.test-support.ts';

const corpus = process.env['OPENFLOOR_CORPUS'] ?? '';
const folder = join(corpus, 'conformance/imsc');
const files = corpus === '' ? [] : readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ttml')).toSorted();

const letters = (text: string): string => text.normalize('NFC').replace(/[\s()\u200b]/gu, '');
const tidy = (texts: readonly string[]): string[] => texts.map(letters).filter((text) => text !== '').toSorted();

/** What is to be read at a time; of words with times those that are on, or (painted on) those that have come. */
function visible({ segments, passages }: ReadWords, ms: number, painted: boolean): string[] {
  const now = segments.filter(({ startMs, endMs }) => startMs <= ms && ms < endMs);
  const words = now.map(({ text, words: own }) => own?.filter((word) => word.startMs <= ms && (painted || ms < word.endMs)).map((word) => word.text).join('') ?? text);
  return tidy([...words, ...passages.map(({ text }) => text)]);
}

/** Moments at which the two disagree, of those between the changes. */
function disagreements(path: string): string[] {
  const bytes = readFileSync(join(folder, path));
  const document = imsc.fromXML(bytes.toString('utf8'));
  const events = document?.getMediaTimeEvents() ?? [];
  const read = readWords(bytes);
  return [...new Set([0, ...events])].flatMap((from, at, all) => {
    const until = all[at + 1] ?? from + 1;
    const middle = (from + until) / 2;
    const theirs = tidy(shownParagraphs(imsc.generateISD(document, middle)));
    const same = [true, false].some((painted) => JSON.stringify(visible(read, middle * 1000, painted)) === JSON.stringify(theirs));
    return same ? [] : [`${middle}: ${JSON.stringify(theirs)} / ${JSON.stringify(visible(read, middle * 1000, true))}`];
  });
}

describe.skipIf(corpus === '')('the conformance files of IMSC', () => {
  it('are read as the reference reader reads them, at every moment, in 95 of 100 files and more', () => {
    const results = files.map((path) => ({ path, wrong: disagreements(path) }));
    const wrong = results.filter(({ wrong: moments }) => moments.length > 0);
    expect(files.length).toBeGreaterThan(300);
    expect(wrong.length, wrong.map(({ path, wrong: moments }) => `${path}\n  ${moments.join('\n  ')}`).join('\n')).toBeLessThanOrEqual(files.length * 0.05);
  });
});
