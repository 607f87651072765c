import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { channelOf, makeMeeting, seeded } from './test-speech.ts';
import { checkChannels, createEnvelopeReader, parseClipping, parseLoudnessSummaries, type ChannelLevels } from './index.ts';

const RATE = 24_000;
const KEYS = ['floor', 'en', 'fr'] as const;
const folder = mkdtempSync(join(tmpdir(), 'levels-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

const ffmpeg = (...args: readonly string[]): void => void execFileSync('ffmpeg', ['-v', 'error', '-y', ...args], { stdio: 'pipe' });

/** Speech-like noise: noise whose power goes as told, in 16-bit samples. */
function sound(power: Float32Array, gain: number, seed: number): Buffer {
  const random = seeded(seed);
  const samples = new Int16Array((power.length * RATE) / 100);
  for (let index = 0; index < samples.length; index += 1) {
    const level = Math.sqrt(power[Math.floor((index * 100) / RATE)] ?? 0);
    samples[index] = Math.max(-32_768, Math.min(32_767, 32_767 * gain * (random() - 0.5) * level + 6 * (random() - 0.5)));
  }
  return Buffer.from(samples.buffer);
}

const meeting = makeMeeting({ seed: 31, seconds: 200, languages: ['en', 'fr'], turnS: 25 });
const turns = meeting.turns;
const source = (key: string): Float32Array => meeting.booths.get(key) ?? meeting.floor;

/** One file with three AAC tracks, each through the filter given for it, as a recorder would write it. */
function record(name: string, filters: Readonly<Record<string, string>>, ...inputArgs: readonly (readonly string[])[]): string {
  const file = join(folder, name);
  const inputs = KEYS.flatMap((key, index) => [...(inputArgs[index] ?? []), '-f', 's16le', '-ar', String(RATE), '-ac', '1', '-i', join(folder, `${key}.raw`)]);
  const tracks = KEYS.flatMap((key, index) => ['-map', String(index), `-filter:a:${index}`, `aresample=48000,${filters[key] ?? 'anull'}`]);
  ffmpeg(...inputs, ...tracks, '-c:a', 'aac', '-b:a', '64k', file);
  return file;
}

/** The one pass: every channel's envelope on a pipe of its own, the summaries in the log. */
async function measure(file: string): Promise<ChannelLevels[]> {
  const graph = KEYS.map((key, index) =>
    `[0:a:${index}]ebur128@${key}=peak=true:metadata=1:framelog=verbose,` +
    `ametadata=mode=print:key=lavfi.r128.M:file=pipe\\\\:${index + 3},volumedetect@${key}[${key}]`).join(';');
  const child = spawn('ffmpeg', ['-hide_banner', '-nostdin', '-nostats', '-v', 'info', '-i', file, '-filter_complex', graph,
    ...KEYS.flatMap((key) => ['-map', `[${key}]`, '-f', 'null', '-'])], { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe', 'pipe'] });
  const readers = KEYS.map(() => createEnvelopeReader());
  const pipes = child.stdio as readonly (Readable | null)[];
  let log = '';
  pipes[2]?.on('data', (piece: Buffer) => { log += piece.toString(); });
  for (const [index, reader] of readers.entries()) pipes[index + 3]?.on('data', (piece: Buffer) => { reader.push(piece); });
  const code = await new Promise<number | null>((resolve) => { child.on('close', resolve); });
  if (code !== 0) throw new Error(log);
  const [loudness, clipping] = [parseLoudnessSummaries(log), parseClipping(log)];
  return KEYS.map((key, index) => channelOf(key, readers[index]?.finish() ?? new Float32Array(), { ...loudness.get(key), ...clipping.get(key) }));
}

function findings(channels: readonly ChannelLevels[], key: string) {
  const reports = checkChannels({ channels, floorKey: 'floor', turns, floorLanguages: ['en', 'fr'] });
  return Object.fromEntries((reports.find((report) => report.key === key)?.findings ?? []).map((one) => [one.check, one]));
}

describe('the loudness pass through ffmpeg and AAC', () => {
  beforeAll(() => {
    for (const [index, key] of KEYS.entries()) writeFileSync(join(folder, `${key}.raw`), sound(source(key), 0.8, index + 1));
  });

  it('measures level, peak, clipping and offset of a sound recording', async () => {
    const channels = await measure(record('sound.mkv', { en: 'adelay=6576S', fr: 'volume=-8dB' }));
    const [floor, english, french] = channels;
    expect(floor?.envelope.length).toBeGreaterThan(1995);
    expect(floor?.envelope.length).toBeLessThan(2010);
    expect(floor?.samples).toBeGreaterThan(199 * 48_000);
    expect(floor?.integratedLufs).toBeGreaterThan(-30);
    expect((english?.integratedLufs ?? 0) - (french?.integratedLufs ?? 0)).toBeCloseTo(8, 0);
    expect(findings(channels, 'floor')).toMatchObject({ silent: { result: 'ok' }, clipped: { result: 'ok', value: 0 } });
    for (const key of ['en', 'fr']) {
      expect(findings(channels, key)).toMatchObject({
        silent: { result: 'ok' }, clipped: { result: 'ok' }, duplicate: { result: 'ok' }, swapped: { result: 'ok' },
        'floor-in-booth': { result: 'ok' }, drift: { result: 'not-checkable', note: 'too-short' },
      });
    }
    expect(findings(channels, 'en')['offset']?.result).toBe('warning');
    expect(Math.abs((findings(channels, 'en')['offset']?.value ?? Number.NaN) - 137)).toBeLessThanOrEqual(20);
    expect(Math.abs(findings(channels, 'fr')['offset']?.value ?? Number.NaN)).toBeLessThanOrEqual(20);
  });

  it('finds a track that starts late and off the grid, and one that is cut off at full scale', async () => {
    const channels = await measure(record('faulty.mkv', { en: 'volume=30dB:precision=fixed' }, [], [], ['-itsoffset', '2.063']));
    const french = findings(channels, 'fr');
    expect(french).toMatchObject({ offset: { result: 'fault', other: 'floor' }, 'floor-in-booth': { result: 'ok' } });
    expect(Math.abs((french['offset']?.value ?? Number.NaN) - 2063)).toBeLessThanOrEqual(20);
    expect(findings(channels, 'en')).toMatchObject({ clipped: { result: 'fault', unit: 'per-mille' } });
  });

  it('reads two booths on each other’s tracks, and a silent line', async () => {
    const [floor, english, french] = await measure(record('swapped.mkv', {}));
    if (!floor || !english || !french) throw new Error('three channels were recorded');
    const swapped = [floor, { ...english, envelope: french.envelope }, { ...french, envelope: english.envelope }];
    expect(findings(swapped, 'en')).toMatchObject({ swapped: { result: 'fault', other: 'fr' }, 'floor-in-booth': { result: 'ok' } });
    const [, off] = await measure(record('silent.mkv', { en: 'volume=0' }));
    expect(off).toMatchObject({ integratedLufs: -Infinity, truePeakDbtp: -Infinity });
    expect(findings([floor, off ?? english, french], 'en')).toMatchObject({ silent: { result: 'fault', note: 'no-sound' } });
  });
});
