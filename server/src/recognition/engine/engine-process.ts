import type { ChildProcess } from 'node:child_process';
import { dirname } from 'node:path';
import { createRequire } from 'node:module';
import { AppError } from '#platform/errors/index.ts';
import { LogTail, peakMemoryOf, spawnOwn } from '#platform/process/index.ts';
import type { Answer, Engine, EngineOptions, Order, Recognised, SpeechStretch } from './engine.ports.ts';
import { ENGINE_PACKAGE, engineVersion } from './sherpa.ts';

// Recognition yields to the pages people are reading, and to encoders that somebody waits for.
const NICE = 15;
const WORKER = new URL('./engine.worker.ts', import.meta.url);
const MEMORY_EVERY_MS = 250;

/** Starts the engine's process and loads a model there. */
export async function startEngine(options: EngineOptions, signal: AbortSignal): Promise<Engine> {
  signal.throwIfAborted();
  if (engineVersion() === null) throw new AppError('recognition_unavailable', { problem: `the engine (the npm package ${ENGINE_PACKAGE}) is not installed, or has no build for ${process.platform} on ${process.arch}` });
  const child = await spawnOwn(WORKER, { nice: NICE, env: libraryPath() });
  const log = new LogTail();
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => log.push(chunk));
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => log.push(chunk));
  let peakBytes: number | undefined;
  const watching = setInterval(() => { peakBytes = peakMemoryOf(child.pid) ?? peakBytes; }, MEMORY_EVERY_MS).unref();
  const ask = asking(child, () => whatItSaid(log.lines));
  const end = async (): Promise<void> => {
    signal.removeEventListener('abort', kill);
    peakBytes = peakMemoryOf(child.pid) ?? peakBytes;
    clearInterval(watching);
    await ended(child);
  };
  function kill(): void {
    child.kill('SIGKILL');
  }
  signal.addEventListener('abort', kill, { once: true });
  const engine: Engine = {
    recognise: async (samples, language) => await ask({ type: 'recognise', samples, language }) as Recognised,
    findSpeech: async (samples) => await ask({ type: 'find-speech', samples }) as readonly SpeechStretch[],
    get peakBytes() { return peakBytes; },
    [Symbol.asyncDispose]: end,
  };
  try {
    await ask({ type: 'load', options });
    return engine;
  } catch (error) {
    await end();
    throw error;
  }
}

/** One order at a time; an engine that ends leaves none unanswered. */
function asking(child: ChildProcess, said: () => string): (order: Order) => Promise<unknown> {
  let open: { readonly resolve: (value: unknown) => void; readonly reject: (reason: Error) => void } | undefined;
  let gone: AppError | undefined;
  const fail = (why: string): void => {
    gone = new AppError('recognition_failed', { why, log: said() || undefined });
    open?.reject(gone);
    open = undefined;
  };
  child.on('message', (answer: Answer) => {
    const asked = open;
    open = undefined;
    if (answer.type === 'done') asked?.resolve(answer.value);
    else asked?.reject(new AppError('recognition_failed', { why: answer.message.replace(/\.$/, ''), log: said() || undefined }));
  });
  child.on('error', (error) => fail(`its process could not be started (${error.message})`));
  // `close` and not `exit`: by then everything it said has arrived.
  child.on('close', (code, signal) => fail(signal === null ? `the engine ended with exit code ${code ?? 'unknown'}` : `the engine was ended by ${signal}`));
  return (order) => new Promise((resolve, reject) => {
    if (gone) return reject(gone);
    open = { resolve, reject };
    return child.send(order, (error) => { if (error) fail(error.message); });
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  await new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.kill('SIGKILL');
  });
}

/** The engine's lines begin with a file and a line of its source, which help nobody here. */
const whatItSaid = (lines: readonly string[]): string => lines.map((line) => line.replace(/^\S+\.(cc|h):\S+\s*/, '').trim()).filter(Boolean).slice(-3).join(' ');

/** Where the system looks for the libraries beside the engine's addon; Linux finds them by itself. */
function libraryPath(): Readonly<Record<string, string>> {
  if (process.platform !== 'darwin') return {};
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`sherpa-onnx-darwin-${process.arch}/package.json`));
    return { DYLD_LIBRARY_PATH: [folder, process.env['DYLD_LIBRARY_PATH']].filter(Boolean).join(':') };
  } catch {
    return {};
  }
}
