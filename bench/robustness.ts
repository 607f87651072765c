import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeTestMeeting, SEVEN_CHANNELS } from '../fixtures/meeting/index.ts';
import { seededRandom } from '../fixtures/sound/index.ts';
import type { Bench, Context } from './context.ts';
import { median } from './measure/statistics.ts';
import type { Figure } from './report/figures.ts';
import { differences, fingerprint, type Fingerprint } from './robustness/fingerprint.ts';
import { isOver, openSmallHouse, openSplitHouse, type House, type Victim } from './robustness/house.ts';

const LENGTH_SECONDS = 60;
const LONGEST_MS = 300_000;
const LOOK_EVERY_MS = 50;

interface Reference { readonly folder: string; readonly print: Fingerprint; readonly seconds: number }
interface Blow { readonly victim: Victim; readonly atSeconds: number; readonly resumedSeconds: number; readonly faults: readonly string[] }

/** Kills each kind of process at random points of a publication, and compares what comes out with one that nobody disturbed. */
export const robustness: Bench = {
  name: 'robustness',
  about: 'kill -9 at random points of a publication',
  async run(context) {
    const folder = await context.folder('robustness');
    const { file } = await makeTestMeeting({
      file: join(folder, 'council.mkv'), durationSeconds: LENGTH_SECONDS, channels: SEVEN_CHANNELS, picture: { width: 1280, height: 720, kilobits: 1500 },
    });
    const { kills, seed } = context.options;
    const random = seededRandom(seed);
    const blows: Blow[] = [];
    // A quarter each: node, ffmpeg and PostgreSQL where one process does everything, the worker where it is on its own.
    const split = Math.floor(kills / 4);
    await strike(context, await openSmallHouse(join(folder, 'small')), file, (['node', 'ffmpeg', 'postgres'] as const), kills - split, random, blows);
    await strike(context, await openSplitHouse(join(folder, 'split')), file, ['worker'], split, random, blows);
    return figuresOf(blows);
  },
};

async function strike(context: Context, opened: House, file: string, victims: readonly Victim[], times: number, random: () => number, blows: Blow[]): Promise<void> {
  await using house = opened;
  if (times === 0) return;
  const reference = await publishInPeace(house, file);
  for (let n = 0; n < times; n += 1) {
    const victim = victims[n % victims.length] ?? 'node';
    const blow = await publishUnderAttack(house, file, victim, random() * reference.seconds, reference);
    blows.push(blow);
    context.say(`${victim} killed after ${blow.atSeconds.toFixed(1)} s: resumed in ${blow.resumedSeconds.toFixed(1)} s${blow.faults.map((fault) => `; ${fault}`).join('')}`);
  }
}

async function publishInPeace(house: House, file: string): Promise<Reference> {
  const began = performance.now();
  const { recordingId, meetingId } = await submit(house, file);
  await over(house, recordingId);
  const folder = join(house.data, 'blobs', 'media', meetingId, recordingId);
  return { folder, print: await fingerprint(folder, [meetingId, recordingId]), seconds: (performance.now() - began) / 1000 };
}

async function publishUnderAttack(house: House, file: string, victim: Victim, afterSeconds: number, reference: Reference): Promise<Blow> {
  const began = performance.now();
  const { recordingId, meetingId } = await submit(house, file);
  await sleep(Math.max(0, afterSeconds * 1000 - (performance.now() - began)));
  // ffmpeg may just have ended; the next one is as good.
  while (house.running(victim).length === 0 && !isOver(await (await house.api()).recording(recordingId))) await sleep(LOOK_EVERY_MS);
  const before = await progressOf(house, recordingId);
  for (const { pid } of house.running(victim)) process.kill(pid, 'SIGKILL');
  const atSeconds = (performance.now() - began) / 1000;
  const struck = performance.now();
  await sleep(LOOK_EVERY_MS);
  await house.revive();
  while (!(await goesOn(house, recordingId, before)) && performance.now() - struck < LONGEST_MS) await sleep(LOOK_EVERY_MS);
  const resumedSeconds = (performance.now() - struck) / 1000;
  const faults = await over(house, recordingId).then(() => [], (error: unknown) => [String(error)]);
  const folder = join(house.data, 'blobs', 'media', meetingId, recordingId);
  const found = { folder, print: await fingerprint(folder, [meetingId, recordingId]).catch(() => new Map<string, string>()) };
  return { victim, atSeconds, resumedSeconds, faults: [...faults, ...await differences(reference, found), ...await leftovers(house)] };
}

async function submit(house: House, file: string): Promise<{ readonly recordingId: string; readonly meetingId: string }> {
  const { recordingId, meetingId } = await (await house.api()).submit({ path: file, file: { title: 'Council', starts: '2026-03-12T10:00:00Z' } });
  if (recordingId === null) throw new Error('the recording was not accepted');
  return { recordingId, meetingId };
}

const progressOf = async (house: House, recordingId: string): Promise<number> =>
  (await (await house.api()).recording(recordingId)).steps.filter(({ state }) => state === 'done').length;

/** Work goes on when ffmpeg runs again, or one more step is done. */
async function goesOn(house: House, recordingId: string, before: number): Promise<boolean> {
  if (house.running('ffmpeg').length > 0) return true;
  try {
    const answer = await (await house.api()).recording(recordingId);
    return isOver(answer) || answer.steps.filter(({ state }) => state === 'done').length > before;
  } catch {
    return false;
  }
}

/** Waits for the last step; throws when one failed or it takes too long. */
async function over(house: House, recordingId: string): Promise<void> {
  const until = performance.now() + LONGEST_MS;
  while (performance.now() < until) {
    const answer = await (await house.api()).recording(recordingId).catch(() => undefined);
    if (answer?.failure) throw new Error(answer.failure);
    if (answer && isOver(answer)) return;
    await sleep(200);
  }
  throw new Error(`not done within ${LONGEST_MS / 1000} s`);
}

/** Processes and files that nobody needs any more. */
async function leftovers(house: House): Promise<string[]> {
  await sleep(300);
  const ffmpeg = house.running('ffmpeg').map(({ pid }) => `ffmpeg ${pid} still runs`);
  const staged = (await readdir(join(house.data, 'staging'), { recursive: true })).map((name) => `staging holds ${name}`);
  const postgres = house.running('postgres').slice(1).map(({ pid }) => `another PostgreSQL, ${pid}, still runs`);
  return [...ffmpeg, ...postgres, ...staged];
}

function figuresOf(blows: readonly Blow[]): Figure[] {
  const kinds = [...new Set(blows.map(({ victim }) => victim))];
  const faults = blows.filter((blow) => blow.faults.length > 0);
  return [
    ...kinds.map((kind): Figure => {
      const seconds = blows.filter(({ victim }) => victim === kind).map(({ resumedSeconds }) => resumedSeconds);
      return {
        what: `longest until work went on after kill -9 of ${kind}, of ${seconds.length}`, measured: Math.max(...seconds), unit: 's', runs: seconds,
        must: { of: 'value', most: 30 }, note: `Median ${median(seconds).toFixed(1)} s; starting the process again included.`,
      };
    }),
    {
      what: `publications of ${blows.length} that came out otherwise, or left a file or process behind`, measured: faults.length, unit: '', must: { of: 'value', most: 0 },
      note: faults.length === 0 ? 'Files, decoded frames and playlists compared with a publication that nobody disturbed.' : faults.flatMap(({ victim, faults: each }) => `${victim}: ${each.join(', ')}`).join('; '),
    },
  ];
}
