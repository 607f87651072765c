import { setTimeout as sleep } from 'node:timers/promises';
import { openApi, type RecordingAnswer } from '../server/api.ts';
import { publish, type Publication } from '../server/publish.ts';
import type { Arena, Kind } from './arena.ts';

/** What happened after one kill. */
export interface Aftermath {
  readonly recordingId: string;
  /** From the restart (where none was needed, from the kill) until an encoder was at work again or all was done, in seconds. */
  readonly resumedSeconds: number;
  /** The command had not been answered yet and was given once more. */
  readonly again: boolean;
  /** What was at work when it happened. */
  readonly during: string;
}

const PATIENCE_MS = 240_000;
const LOOK_MS = 25;
const ASK_MS = 250;

interface KillPoint {
  readonly arena: Arena;
  readonly kind: Kind;
  /** Seconds after the command began. */
  readonly at: number;
  readonly file: string;
  readonly title: string;
  readonly more: readonly string[];
}

/**
 * Publishes, kills at a moment, starts again what needs it, and waits until the recording is complete. Undefined when all
 * was done before there was anything to kill.
 */
export async function killAt({ arena, kind, at, ...what }: KillPoint): Promise<Aftermath | undefined> {
  const command = publish({ data: arena.data, ...what });
  await sleep(at * 1000);
  const before = new Set(arena.encoders());
  const killed = await killWhileWorking(arena, kind, what.title);
  if (killed === undefined) {
    await command;
    return undefined;
  }
  const from = performance.now();
  const resumed = watchForWork(arena, new Set([...before, killed]), from);
  try {
    await arena.start();
    const told = await command;
    const again = await publishAgain(arena, told, what);
    const recordingId = again?.accepted?.recordingId ?? told.accepted?.recordingId ?? await recordingBehind(arena, what.title);
    if (recordingId === undefined) throw new Error(`it was not taken: ${again?.failure ?? told.failure ?? 'no reason given'}`);
    await completed(arena, recordingId);
    resumed.end();
    return { recordingId, resumedSeconds: await resumed.seconds, again: again !== undefined, during: before.size > 0 ? 'an encoder at work' : 'no encoder at work' };
  } finally {
    resumed.end();
  }
}

/** Kills the process of a kind; between two steps no encoder runs, and the next one will do. */
async function killWhileWorking(arena: Arena, kind: Kind, title: string): Promise<number | undefined> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(LOOK_MS)) {
    const recording = arena.encoders().length > 0 ? undefined : await recordingBehind(arena, title);
    if (recording !== undefined && (await (await openApi(arena.data)).recording(recording).catch(() => undefined))?.state === 'complete') return undefined;
    const killed = await arena.kill(kind);
    if (killed !== null) return killed;
  }
  throw new Error(`there was no ${kind} to kill`);
}

/** Looks for an encoder that was not there before. */
function watchForWork(arena: Arena, known: ReadonlySet<number>, from: number): { readonly seconds: Promise<number>; end(): void } {
  const { promise, resolve } = Promise.withResolvers<number>();
  const end = () => {
    clearInterval(timer);
    resolve((performance.now() - from) / 1000);
  };
  const timer = setInterval(() => { if (arena.encoders().some((pid) => !known.has(pid))) end(); }, LOOK_MS);
  return { seconds: promise, end };
}

/** Gives the command once more when the first was cut off before the server knew of the meeting. */
async function publishAgain(arena: Arena, told: Publication, what: Pick<KillPoint, 'file' | 'title' | 'more'>): Promise<Publication | undefined> {
  if (told.accepted || await recordingBehind(arena, what.title) !== undefined) return undefined;
  return publish({ data: arena.data, ...what });
}

async function recordingBehind(arena: Arena, title: string): Promise<string | undefined> {
  const slug = title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return patiently(async () => (await openApi(arena.data)).recordingOf(slug)).catch(() => undefined);
}

async function completed(arena: Arena, recordingId: string): Promise<void> {
  let last: RecordingAnswer | undefined;
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(ASK_MS)) {
    last = await (await openApi(arena.data)).recording(recordingId).catch(() => last);
    if (last?.state !== 'complete') continue;
    if (last.failure !== null) throw new Error(`a step failed: ${last.failure}`);
    return;
  }
  const undone = last?.steps.filter(({ state }) => state !== 'done').map(({ step, state }) => `${step} ${state}`);
  throw new Error(`it was not complete after ${PATIENCE_MS / 1000} s: ${undone?.join(', ') ?? 'no answer'}`);
}

/** Asks again while the database is coming back. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (const until = Date.now() + 20_000; ; await sleep(ASK_MS)) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > until || String(error).includes('404')) throw error;
    }
  }
}
