import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCueText } from './cue-text.ts';
import { parseWebVtt, type VttDocument } from './document.ts';

const corpus = process.env['OPENFLOOR_CORPUS'] ?? '';
const folder = join(corpus, 'conformance/webvtt-vttjs/tests');
const files = corpus === '' ? [] : readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.vtt')).toSorted();

/** Files without an expectation of their own share one of their folder; where there are two, the contents tell which. */
function expectation(path: string): string | null {
  const own = join(folder, path.replace(/\.vtt$/u, '.json'));
  if (existsSync(own)) return own;
  const source = readFileSync(join(folder, path), 'utf8');
  const shared: Readonly<Record<string, boolean>> = {
    'file-layout/no-output.json': !/^\uFEFF?WEBVTT/u.test(source), 'file-layout/with-data.json': /^\uFEFF?WEBVTT/u.test(source),
    'cue-times/bad-data.json': !source.includes('-->'), 'cue-times/with-data.json': source.includes('-->'),
    'regions/good-region.json': /^WEBVTT\nRegion: ?id=.+/u.test(source), 'regions/bad-region.json': !/^WEBVTT\nRegion: ?id=.+/u.test(source),
  };
  return readdirSync(dirname(own)).filter((name) => /^(?:bad-[a-z]+|no-output|with-data|good-region)\.json$/u.test(name))
    .map((name) => join(dirname(own), name)).find((each) => shared[each.slice(folder.length + 1).replaceAll('\\', '/')] ?? true) ?? null;
}

/** The expectations are those of an early player; in four files the Recommendation says otherwise, and players follow it today. */
const BY_THE_RECOMMENDATION: Readonly<Record<string, readonly string[]>> = {
  // "Collect a block", in the header: a line with an arrow ends the header and begins a cue.
  'file-layout/header-no-new-line.vtt': ['Test'],
  // The same, outside: an arrow alone is a block of its own, and the times in the next line begin a new one.
  'integration/id.vtt': ['This', 'Is', 'A', 'Test', 'And stuff?'],
  // "Collect a timestamp": more than two digits or a value over 59 are hours, and then minutes and seconds are both needed.
  'cue-times/min-top-digits.vtt': [],
  'cue-times/minimum-spots-over-sixty.vtt': [],
};

const POSITION = { 'line-left': 'start', center: 'middle', 'line-right': 'end' } as const;
const middle = (align: string): string => (align === 'center' ? 'middle' : align);

/** In the words of the draft that the expectations were made by. */
function asExpected({ cues, regions }: VttDocument) {
  const old = regions.map(({ id, width, lines, regionAnchor, viewportAnchor, scroll }) => ({
    id, shown: { lines, regionAnchorX: regionAnchor[0], regionAnchorY: regionAnchor[1], scroll, viewportAnchorX: viewportAnchor[0], viewportAnchorY: viewportAnchor[1], width },
  }));
  return {
    cues: cues.map(({ id, startMs, endMs, text, settings: { region, align, positionAlign, lineAlign, ...settings } }) => ({
      ...settings, id, text, startTime: startMs / 1000, endTime: endMs / 1000, pauseOnExit: false, align: middle(align), lineAlign: middle(lineAlign),
      positionAlign: positionAlign !== 'auto' ? POSITION[positionAlign] : ({ start: 'start', left: 'start', end: 'end', right: 'end', center: 'middle' } as const)[align],
      region: old.find((each) => each.id === region)?.shown ?? '',
    })),
    regions: old.map(({ shown }) => shown),
  };
}

/** What was read beside what should have been. */
function comparisons(path: string): [unknown, unknown][] {
  const document = parseWebVtt(readFileSync(join(folder, path), 'utf8'));
  const texts = (document?.cues ?? []).map(({ text }) => parseCueText(text).map((run) => run.text).join(''));
  const recommended = BY_THE_RECOMMENDATION[path];
  if (recommended !== undefined) return [[texts, recommended]];
  const expected = expectation(path);
  const whole: [unknown, unknown][] = expected === null ? [] : [[document === null ? { cues: [], regions: [] } : asExpected(document), JSON.parse(readFileSync(expected, 'utf8'))]];
  const processed = join(folder, path.replace(/\.vtt$/u, '-proc.json'));
  // Null: the player of old could show nothing of it.
  const shown = existsSync(processed) ? (JSON.parse(readFileSync(processed, 'utf8')) as { textContent: string }[] | null) : null;
  return shown === null ? whole : [...whole, [texts, shown.map(({ textContent }) => textContent)]];
}

describe.skipIf(corpus === '')('the conformance files of WebVTT', () => {
  it('are there', () => expect(files.length).toBeGreaterThan(250));

  it.each(files)('%s', (path) => {
    const pairs = comparisons(path);
    expect(pairs.length).toBeGreaterThan(0);
    for (const [read, wanted] of pairs) expect(read).toEqual(wanted);
  });
});
