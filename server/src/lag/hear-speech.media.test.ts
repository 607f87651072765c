import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lagAt, measureLag } from '@openfloor/words';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTools } from '#platform/process/index.ts';
import { ffmpeg } from '../../../fixtures/ffmpeg/index.ts';
import { LAG_SOUND_RATE, makeLagMeeting, soundOf, type LagMeeting } from '../../../fixtures/lag/index.ts';
import { createHearSpeech } from './hear-speech.ts';
import type { SpeechSpan } from './lag.ports.ts';

const STILL = new AbortController().signal;
const hear = createHearSpeech(createTools());

let folder: string;
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'openfloor-hear-')); });
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Packages the sound of a channel as the recordings do. */
async function record(name: string, spoken: readonly SpeechSpan[], fromMs: number, toMs: number): Promise<string> {
  const [raw, packaged] = [join(folder, `${name}.raw`), join(folder, `${name}.mp4`)];
  await writeFile(raw, new Uint8Array(soundOf(spoken, fromMs, toMs).buffer));
  await ffmpeg(['-f', 's16le', '-ar', String(LAG_SOUND_RATE), '-ac', '1', '-i', raw, '-c:a', 'aac', '-b:a', '64k', '-movflags', '+delay_moov+default_base_moof', '-frag_duration', '4000000', '-avoid_negative_ts', 'disabled', packaged]);
  return packaged;
}

const gapsOver = (spans: readonly SpeechSpan[], leastMs: number): number[] => spans.slice(1).filter(({ startMs }, n) => startMs - spans[n]!.endMs > leastMs).map(({ startMs }) => startMs);

describe('listening to a channel', () => {
  const MINUTES = 2;
  const made: LagMeeting = makeLagMeeting({ seed: 'heard', minutes: MINUTES, language: 'es', lag: [800, 4000], restless: 150, gaps: [1500, 2500] });

  it('finds the speech of its files where they lie on the timeline', async () => {
    const first = await record('first', made.boothSpoken, 0, 60_000);
    const second = await record('second', made.boothSpoken, 60_000, 125_000);
    const found = await hear([{ path: first, startMs: 0, durationMs: 60_000 }, { path: second, startMs: 60_000, durationMs: 65_000 }], STILL);
    const [own, truth] = [gapsOver(found, 300), gapsOver(made.boothSpoken, 300)];
    expect(truth.length).toBeGreaterThan(8);
    for (const ms of truth) expect(Math.min(...own.map((one) => Math.abs(one - ms))), `${ms}`).toBeLessThanOrEqual(80);
  });

  it('is enough to find the lag', async () => {
    const files = await Promise.all([record('floor', made.floorSpoken, 0, 125_000), record('booth', made.boothSpoken, 0, 125_000)]);
    const [floor, channel] = await Promise.all(files.map(async (path) => ({ speech: await hear([{ path, startMs: 0, durationMs: 125_000 }], STILL) })));
    const curve = await measureLag({ floor: floor!, channel: channel!, language: 'es', turns: made.turns }, async () => undefined);
    const turns = made.turns.flatMap((turn, n) => (turn.language === 'es' ? [] : [{ ...turn, lagMs: made.turnLags[n]! }]));
    expect(turns.length).toBeGreaterThanOrEqual(3);
    for (const { startMs, lagMs } of turns) expect(Math.abs((lagAt(curve, startMs)?.lagMs ?? Infinity) - lagMs), `turn at ${startMs}`).toBeLessThanOrEqual(300);
  });

  it('says what is wrong with a file that is none', async () => {
    const broken = join(folder, 'broken.mp4');
    await writeFile(broken, 'not a sound');
    await expect(hear([{ path: broken, startMs: 0, durationMs: 1000 }], STILL)).rejects.toMatchObject({ code: 'media_failed' });
  });
});
