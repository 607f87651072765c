import { stat } from 'node:fs/promises';
import { firstPacketsArgs, keyframesArgs, parsePackets, parseProbe, probeArgs, type MediaFile, type PlanSource } from '@openfloor/media';
import { AppError, isAppError } from '#platform/errors/index.ts';
import type { Tools } from '#platform/process/index.ts';

// A probe reads headers; a file that keeps it busy for longer was made to.
const PROBE_MS = 60_000;

/** A file as it was handed in: `name` for people, `path` for programs. */
export interface HandedIn {
  readonly name: string;
  readonly path: string;
}

export interface ProbeLimits {
  /** Longest recording that is taken, in hours. */
  readonly hours: number;
}

/** What was found in a file, with its size. */
export type Probed = Omit<PlanSource, 'offsetSeconds'> & { readonly bytes: number };

/** Looks into files of one submission, into each once. */
export type Probe = (file: HandedIn) => Promise<Probed>;

/** A probe that remembers what it found: a single file is looked into for its tracks, and again for its plan. */
export function createProbe(tools: Tools, limits: ProbeLimits): Probe {
  const found = new Map<string, Promise<Probed>>();
  return (file) => {
    const known = found.get(file.path) ?? probeSource(tools, file, limits);
    found.set(file.path, known);
    return known;
  };
}

/**
 * Looks into a media file: what it holds, where each track begins, how far its keyframes are apart.
 * Throws `file_missing`, `media_unreadable`, `media_encrypted` or `media_too_long`, each with the file's name.
 */
async function probeSource(tools: Tools, file: HandedIn, limits: ProbeLimits): Promise<Probed> {
  const found = await stat(file.path).catch(() => { throw new AppError('file_missing', { file: file.name }); });
  if (!found.isFile()) throw new AppError('media_unreadable', { file: file.name, reason: 'it is not a file' });
  if (found.size === 0) throw new AppError('media_unreadable', { file: file.name, reason: 'it is empty' });
  const media = parseProbe(await ask(tools, file, probeArgs(file.path)));
  refuse(file, media, limits);
  const ordinals = new Map([
    ...media.pictures.map((track) => [track.index, `video:${track.ordinal}`] as const),
    ...media.sounds.map((track) => [track.index, `audio:${track.ordinal}`] as const),
  ]);
  const { first } = parsePackets(await ask(tools, file, firstPacketsArgs(file.path)), ordinals);
  const moving = media.pictures[0] !== undefined && !media.pictures[0].still;
  const keys = moving ? await ask(tools, file, keyframesArgs(file.path, media.startSeconds, media.durationSeconds ?? 0)) : '';
  const { keyframeGapSeconds } = parsePackets(keys, ordinals);
  return { path: file.path, media, packets: { first, keyframeGapSeconds }, bytes: found.size };
}

function refuse({ name }: HandedIn, media: MediaFile, limits: ProbeLimits): void {
  const tracks = [...media.pictures, ...media.sounds];
  if (tracks.length === 0) throw new AppError('media_unreadable', { file: name, reason: 'there is neither sound nor picture in it' });
  if (tracks.some((track) => track.encrypted)) throw new AppError('media_encrypted', { file: name });
  const seconds = Math.max(media.durationSeconds ?? 0, ...tracks.map((track) => track.durationSeconds ?? 0));
  if (seconds > limits.hours * 3600) throw new AppError('media_too_long', { file: name, hours: Math.round(seconds / 3600), limit: limits.hours });
  if (seconds <= 0) throw new AppError('media_unreadable', { file: name, reason: 'it does not say how long it is, and nothing can be played from it' });
}

async function ask(tools: Tools, file: HandedIn, argv: readonly string[]): Promise<string> {
  try {
    const { stdout } = await tools.run({ tool: 'ffprobe', argv, timeoutMs: PROBE_MS, memoryMb: 2000, maxOutputBytes: 32 * 1024 * 1024, file: file.name });
    return stdout.toString('utf8');
  } catch (error) {
    if (isAppError(error) && error.code === 'media_failed') {
      throw new AppError('media_unreadable', { file: file.name, reason: reasonOf(String(error.details['log'] ?? ''), file) }, { cause: error });
    }
    throw error;
  }
}

const REASONS: readonly (readonly [RegExp, string])[] = [
  [/moov atom not found/i, 'its end is missing (the recording or the copy was cut off)'],
  [/whitelist/i, 'it is not a media container but a list or script that points at other files'],
  [/Invalid data found/i, 'its contents are not a media format that is known here, whatever its name says'],
  [/EBML header parsing failed|truncat|End of file/i, 'it is cut off or damaged'],
  [/Permission denied/i, 'Openfloor may not read it'],
];

/** The tool's last words as a sentence part; the path in them is replaced by the name. */
function reasonOf(log: string, file: HandedIn): string {
  const known = REASONS.find(([pattern]) => pattern.test(log));
  if (known) return known[1];
  const last = log.trim().split('\n').at(-1) ?? '';
  return last.replaceAll(`file:${file.path}`, file.name).replaceAll(file.path, file.name) || 'the probe gave no reason';
}
