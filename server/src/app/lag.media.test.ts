import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { lagAt } from '@openfloor/words';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localOperator } from '#access/index.ts';
import { readConfig } from '#platform/config/index.ts';
import { silentLog } from '#platform/log/index.ts';
import type { NewText } from '#words/index.ts';
import { ffmpeg } from '../../../fixtures/ffmpeg/index.ts';
import { LAG_SOUND_RATE, makeLagMeeting, soundOf } from '../../../fixtures/lag/index.ts';
import { openContainer, type Container } from './container.ts';

const MADE = makeLagMeeting({ seed: 'heard', minutes: 2, language: 'es', lag: [800, 4000], restless: 150, gaps: [1500, 2500] });

let folder: string;
let container: Container;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openfloor-lag-'));
  container = await openContainer(readConfig({ OPENFLOOR_DATA: join(folder, 'data') }), silentLog);
  await container.work();
});
afterAll(async () => {
  await container?.close();
  await rm(folder, { recursive: true, force: true });
});

async function meetingFolder(): Promise<string> {
  for (const [name, spoken] of [['floor', MADE.floorSpoken], ['es', MADE.boothSpoken]] as const) {
    const raw = join(folder, `${name}.raw`);
    await writeFile(raw, new Uint8Array(soundOf(spoken, 0, MADE.durationMs).buffer));
    await ffmpeg(['-f', 's16le', '-ar', String(LAG_SOUND_RATE), '-ac', '1', '-i', raw, '-c:a', 'aac', '-b:a', '64k', join(folder, `${name}.m4a`)]);
  }
  await writeFile(join(folder, 'meeting.yaml'), `schema: openfloor/meeting/1
slug: behind
title: { en: "Behind" }
recording:
  channels: [{ id: floor, role: floor, language: mul, file: floor.m4a }, { id: es, role: interpretation, language: es, file: es.m4a }]
interventions:
${MADE.turns.map(({ startMs, endMs, language }, n) => `  - { speaker: { en: "Speaker ${n}" }, language: ${language}, start: ${startMs / 1000}, end: ${endMs / 1000} }`).join('\n')}
`);
  return folder;
}

/** Asks until the lags are as wanted. */
async function lagsWith(meetingId: string, words: boolean) {
  for (;;) {
    const lags = await container.lags.of(meetingId);
    if (lags.some(({ withWords }) => withWords === words)) return lags;
    await setTimeout(200);
  }
}

describe('a published meeting', () => {
  it('has the lag of its booths measured, and anew when its words come', async () => {
    const { meetingId } = await container.recordings.publish(localOperator(), { path: await meetingFolder() });
    expect(await lagsWith(meetingId, false)).toMatchObject([{ channel: 'es', version: 1 }]);
    const lag = await container.lags.forChannel(meetingId, 'es');
    const interpreted = MADE.turns.flatMap(({ startMs, language }, n) => (language === 'es' ? [] : [{ startMs, lagMs: MADE.turnLags[n]! }]));
    expect(interpreted.length).toBeGreaterThanOrEqual(3);
    for (const { startMs, lagMs } of interpreted) expect(Math.abs((lagAt(lag?.points ?? [], startMs)?.lagMs ?? Infinity) - lagMs), `turn at ${startMs}`).toBeLessThanOrEqual(300);

    const text = (channel: string, language: string, said: typeof MADE.floorText): NewText => ({
      kind: 'transcript', channel, language, status: 'machine', provenance: null,
      segments: said.map(({ startMs, endMs, text: own }) => ({ startMs, endMs, text: own, words: null, speaker: null, language: null })),
    });
    await container.database.transaction((tx) => container.words.replace(localOperator(), tx, meetingId, [text('floor', 'mul', MADE.floorText), text('es', 'es', MADE.boothText)]));
    expect(await lagsWith(meetingId, true)).toMatchObject([{ channel: 'es', version: 2 }]);
  });
});
