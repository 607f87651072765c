import { disguiseOf, isMp4Start } from '@openfloor/media';
import { AppError, isAppError } from '#platform/errors/index.ts';
import type { ToolRun, Tools } from '#platform/process/index.ts';

// A probe reads headers and a few seconds of packets; a file that keeps it busy for longer was made to.
const PATIENCE_MS = 60_000;
const MEMORY_MB = 2000;
const MOST_OUTPUT = 32 * 1024 * 1024;

/** A file as it was handed in: `name` for people, `path` for programs; `head` holds its first bytes. */
export interface HandedIn {
  readonly name: string;
  readonly path: string;
  readonly head: Uint8Array;
}

/** One question to ffprobe. */
export type Question = Pick<ToolRun, 'argv' | 'onStdout' | 'onLog'> & {
  /** How long it may take, in ms; a minute unless told. */
  readonly patienceMs?: number | undefined;
};

/**
 * Asks ffprobe about a file, bounded in time, memory and output. Throws `media_unreadable` with a reason that people
 * understand when it can't answer.
 */
export async function askFfprobe(tools: Tools, file: HandedIn, { patienceMs, ...question }: Question): Promise<string> {
  try {
    const limits = question.onStdout === undefined ? { maxOutputBytes: MOST_OUTPUT } : {};
    const { stdout } = await tools.run({ tool: 'ffprobe', timeoutMs: patienceMs ?? PATIENCE_MS, memoryMb: MEMORY_MB, ...limits, file: file.name, ...question });
    return stdout.toString('utf8');
  } catch (error) {
    if (!isAppError(error) || error.code !== 'media_failed') throw error;
    throw new AppError('media_unreadable', { file: file.name, reason: reasonOf(error, file) }, { cause: error });
  }
}

const REASONS: readonly (readonly [RegExp, string])[] = [
  [/Permission denied/i, 'Openfloor may not read it'],
  [/whitelist/i, 'it is not in a format for recordings that is known here, whatever its name says'],
  [/Invalid data found|Invalid argument/i, 'its contents are not in a format for recordings that is known here, whatever its name says'],
  [/EBML header parsing failed|truncat|End of file/i, 'it is cut off or damaged'],
];

/** Why the probe failed, as the end of a sentence. */
function reasonOf(error: AppError, file: HandedIn): string {
  const why = String(error.details['why'] ?? '');
  if (/took longer|wrote more|of memory|ended by/.test(why)) return `looking into it was given up, because ${why.replace(/^it\b/, 'that')}`;
  const disguise = disguiseOf(file.head);
  if (disguise !== undefined) return `it is ${disguise}`;
  const log = String(error.details['log'] ?? '');
  if (/moov atom not found/i.test(log) && isMp4Start(file.head)) return 'its end is missing (the recording or the copy was cut off)';
  const known = REASONS.find(([pattern]) => pattern.test(log));
  return known?.[1] ?? (lastWords(log, file) || 'the probe gave no reason');
}

/** The tool's last line, with the file's name instead of its path and without the tool's own marks. */
function lastWords(log: string, { name, path }: HandedIn): string {
  const last = log.trim().split('\n').at(-1) ?? '';
  return last.replaceAll(`file:${path}`, name).replaceAll(path, name).replace(/^\[[^\]]*\] /, '');
}
