import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeTestMeeting, SEVEN_CHANNELS } from '../fixtures/meeting/index.ts';
import { seededRandom } from '../fixtures/sound/index.ts';
import type { Bench, Context } from './context.ts';
import { median } from './measure/statistics.ts';
import { processesNaming } from './measure/processes.ts';
import type { Figure } from './report/figures.ts';
import { Arena, KINDS, type Kind } from './robustness/arena.ts';
import { killAt, type Aftermath } from './robustness/kill-point.ts';
import { compare, outcomeOf, type Comparison, type Outcome } from './robustness/outcome.ts';
import { openApi } from './server/api.ts';
import { publish } from './server/publish.ts';
import { untilDone } from './server/until.ts';

const MEETING_SECONDS = 60;
const STARTS = ['--starts', '2026-03-12T10:00:00-04:00'] as const;
const MOST_TAKES = 4;
const EARLIER = 0.6;
/** An ended server needs a moment until its database and encoders are gone too. */
const LAST_BREATH_MS = 10_000;

interface Survived {
  readonly kind: Kind;
  readonly resumedSeconds: number;
  readonly comparison: Comparison;
  readonly strays: readonly string[];
  readonly staged: readonly string[];
}

/** Kills processes at random points of a publish and looks at what comes of it. */
export const robustness: Bench = {
  name: 'robustness',
  about: 'SIGKILL of node, a worker, ffmpeg and PostgreSQL in turn, at random points of a publish',
  async run(context) {
    const folder = await context.folder('kills');
    const { file } = await makeTestMeeting({
      file: join(folder, 'council.mkv'), durationSeconds: MEETING_SECONDS, channels: SEVEN_CHANNELS, picture: { width: 1280, height: 720, kilobits: 1000 },
    });
    const survived: Survived[] = [];
    const left: string[] = [];
    {
      await using whole = new Arena(join(folder, 'whole'), false);
      await using split = new Arena(join(folder, 'split'), true);
      await whole.start();
      const reference = await undisturbed(whole, file);
      context.say(`undisturbed: ${reference.seconds.toFixed(1)} s`);
      await split.start();
      const random = seededRandom(context.options.seed);
      for (let n = 0; n < context.options.kills; n += 1) {
        const kind = KINDS[n % KINDS.length] ?? 'node';
        survived.push(await survive(context, { arena: kind === 'work' ? split : whole, kind, at: random() * reference.seconds, file, n, reference: reference.outcome }));
      }
      left.push(...await unknownFolders(whole), ...await unknownFolders(split));
    }
    const orphans = await orphansOf(folder);
    return figures(survived, orphans, left);
  },
};

async function undisturbed(arena: Arena, file: string): Promise<{ readonly seconds: number; readonly outcome: Outcome }> {
  const began = performance.now();
  const title = 'Undisturbed';
  const { accepted, failure } = await publish({ data: arena.data, file, title, more: STARTS });
  if (!accepted) throw new Error(`The meeting could not be published: ${failure ?? 'no reason given'}`);
  await untilDone(arena.url, accepted.recordingId);
  return { seconds: (performance.now() - began) / 1000, outcome: await outcomeOf(arena.data, arena.url, accepted.recordingId, title) };
}

interface Attack {
  readonly arena: Arena;
  readonly kind: Kind;
  readonly at: number;
  readonly file: string;
  readonly n: number;
  readonly reference: Outcome;
}

async function survive(context: Context, { arena, kind, at, file, n, reference }: Attack): Promise<Survived> {
  try {
    const { recordingId, resumedSeconds, again, during, title } = await hit({ arena, kind, at, file, n });
    const comparison = await compare(await outcomeOf(arena.data, arena.url, recordingId, title), reference);
    await sleep(500);
    const result = { kind, resumedSeconds, comparison, strays: arena.strays(), staged: await arena.staging() };
    context.say(`${kind} after ${at.toFixed(1)} s (${during}): resumed in ${resumedSeconds.toFixed(1)} s, ${inWords(comparison)}${again ? ', given again' : ''}`
      + `${result.strays.length > 0 ? `, orphans ${result.strays.join(' ')}` : ''}${result.staged.length > 0 ? `, left in staging ${result.staged.join(' ')}` : ''}`);
    return result;
  } catch (error) {
    const comparison = { bytes: false, faults: [error instanceof Error ? error.message : String(error)] };
    context.say(`${kind} after ${at.toFixed(1)} s: ${inWords(comparison)}`);
    await arena.start();
    return { kind, resumedSeconds: Infinity, comparison, strays: arena.strays(), staged: [] };
  }
}

/** Kills while the meeting is being made; where it was done already, the next one is hit earlier. */
async function hit({ arena, kind, at, file, n }: Omit<Attack, 'reference'>): Promise<Aftermath & { readonly title: string }> {
  for (let take = 1; take <= MOST_TAKES; take += 1) {
    const title = `Meeting ${n + 1}-${take}`;
    const aftermath = await killAt({ arena, kind, at: at * EARLIER ** (take - 1), file, title, more: STARTS });
    if (aftermath) return { ...aftermath, title };
  }
  throw new Error('all was done each time before it could be hit');
}

const inWords = ({ bytes, faults }: Comparison): string => (faults.length > 0 ? faults.join(', ') : bytes ? 'the same to the byte' : 'the same when decoded');

/** Folders of media that no meeting refers to; each has one recording. */
async function unknownFolders(arena: Arena): Promise<string[]> {
  const media = join(arena.data, 'blobs', 'media');
  const known = new Set(await (await openApi(arena.data)).meetings());
  const unknown: string[] = [];
  for (const meeting of await readdir(media)) {
    const [, ...more] = await readdir(join(media, meeting));
    unknown.push(...(known.has(meeting) ? [] : [meeting]), ...more.map((recording) => `${meeting}/${recording}`));
  }
  return unknown;
}

async function orphansOf(folder: string): Promise<string[]> {
  for (const until = Date.now() + LAST_BREATH_MS; processesNaming(folder).length > 0 && Date.now() < until;) await sleep(100);
  return processesNaming(folder).map(({ name, pid }) => `${name} (${pid})`);
}

function figures(survived: readonly Survived[], orphans: readonly string[], left: readonly string[]): Figure[] {
  const count = survived.length;
  const good = survived.filter(({ comparison }) => comparison.faults.length === 0);
  const faults = survived.flatMap(({ kind, comparison }) => comparison.faults.map((fault) => `${kind}: ${fault}`));
  const worst = (kind?: Kind) => Math.max(...survived.filter((one) => kind === undefined || one.kind === kind).map(({ resumedSeconds }) => resumedSeconds));
  const all = { with: 'kills', value: count } as const;
  return [
    { what: 'longest from the restart until the work went on', measured: worst(), unit: 's', must: { of: 'value', most: 30 } },
    ...KINDS.map((kind): Figure => ({
      what: `... after a kill of ${kind}${kind === 'ffmpeg' || kind === 'postgres' ? ' (by itself, without a restart)' : ''}`, measured: worst(kind), unit: 's',
      runs: survived.filter((one) => one.kind === kind).map(({ resumedSeconds }) => resumedSeconds),
    })),
    {
      what: 'kills after which files, decoded frames, playlists and what the server tells are the same as undisturbed', measured: good.length, unit: '', compared: all,
      must: { of: 'ratio', least: 1 }, ...(faults.length > 0 && { note: faults.join('; ') }),
    },
    { what: 'of these, all files the same to the byte', measured: survived.filter(({ comparison }) => comparison.bytes).length, unit: '', compared: all },
    { what: 'orphan processes, after each kill and at the end', measured: new Set([...survived.flatMap(({ strays }) => strays), ...orphans]).size, unit: '', must: { of: 'value', most: 0 } },
    {
      what: 'files that nothing refers to: left in staging, or folders of no recording', measured: survived.flatMap(({ staged }) => staged).length + left.length, unit: '',
      must: { of: 'value', most: 0 },
    },
    { what: 'median until the work went on', measured: median(survived.map(({ resumedSeconds }) => resumedSeconds)), unit: 's' },
  ];
}
