import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeWhole } from '../../../fixtures/measure/index.ts';
import { judge } from './playlists.test-support.ts';
import { openTestRecordings } from './testing.ts';

const corpus = process.env['OPENFLOOR_CORPUS'] ?? '';
// What only another source could mend: a picture that says it needs a level of H.264 beyond what Apple asks of devices,
// and one so small (180 lines) that a smaller size beside it would show nothing.
const OF_THE_SOURCE: ReadonlySet<string> = new Set(['apple-1.3', 'apple-9.9']);
const FRAME = 480; // 10 ms at 48 kHz

/** Loudness of each 10 ms. */
function outline(samples: Float32Array): Float32Array {
  return Float32Array.from({ length: Math.floor(samples.length / FRAME) }, (_, n) => {
    let sum = 0;
    for (let i = n * FRAME; i < (n + 1) * FRAME; i += 1) sum += (samples[i] ?? 0) ** 2;
    return Math.sqrt(sum / FRAME);
  });
}

/** How many 10 ms the second outline is behind the first: where they agree best, within 1 s. */
function lag(a: Float32Array, b: Float32Array): number {
  const agreement = (shift: number) => a.reduce((sum, value, n) => sum + value * (b[n + shift] ?? 0), 0);
  const shifts = Array.from({ length: 201 }, (_, n) => n - 100).toSorted((x, y) => Math.abs(x) - Math.abs(y));
  return shifts.toSorted((x, y) => agreement(y) - agreement(x))[0] ?? Number.NaN;
}

describe.skipIf(corpus === '')('real recordings', () => {
  it.each([
    ['interpretation/prompts-4lang-human/meeting-4tracks.mp4', ['en', 'es', 'fr', 'ru'], true],
    ['interpretation/udhr-6lang-tts/meeting-6tracks.mp4', ['ar', 'zh', 'en', 'fr', 'ru', 'es'], true],
    ['media/sample.mp4', ['floor'], true],
    ['media/sample_with_srt.mkv', ['floor'], true],
    ['media/midroll-5s.mp4', ['floor'], true],
  ])('%s: plays in step with its source, by playlists without a fault', async (name, languages, hasPicture) => {
    await using house = await openTestRecordings();
    const path = join(corpus, name);
    const file = { title: 'Real', ...(languages[0] === 'floor' && { channels: ['floor'] }) };
    const { meetingId, media, renditions } = await house.publish({ path, file });
    expect(media).toMatchObject({ state: 'complete', failure: null, hasPicture });
    expect(media.channels.map(({ key }) => key).toSorted()).toEqual([...languages].toSorted());
    for (const [track, { key, sound: [address = ''] }] of media.channels.entries()) {
      const [source, published] = await Promise.all([decodeWhole(path, { track }), decodeWhole(house.blobs.localPath(address.slice(1)), {})]);
      expect(Math.abs(lag(outline(source), outline(published))), key).toBeLessThanOrEqual(2);
    }
    const broken = (await judge(house, meetingId, renditions)).problems.filter(({ level }) => level === 'must').map(({ rule }) => rule);
    expect(broken.filter((rule) => !OF_THE_SOURCE.has(rule))).toEqual([]);
  });

  it('have the truth beside them that the tests rely on', async () => {
    const truth = JSON.parse(await readFile(join(corpus, 'interpretation/prompts-4lang-human/truth.json'), 'utf8')) as { cues: Record<string, unknown[]> };
    expect(Object.values(truth.cues).map((cues) => cues.length)).toEqual([60, 60, 60, 60]);
  });
});
