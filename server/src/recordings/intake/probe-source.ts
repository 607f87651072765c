import { open } from 'node:fs/promises';
import {
  editsOfTracks, firstOfTrackArgs, firstPacketsArgs, isEstimate, keyframesArgs, parsePackets, parseProbe, probeArgs, trackName,
  type MediaFile, type PacketSample, type PictureTrack, type PlanSource, type SoundTrack,
} from '@openfloor/media';
import { AppError } from '#platform/errors/index.ts';
import type { Tools } from '#platform/process/index.ts';
import { askFfprobe, type HandedIn, type Question } from './ask-ffprobe.ts';
import { findEnd } from './find-end.ts';
import { firstLook } from './first-look.ts';
import { kindOf, refuseLength, refuseTracks, type ProbeLimits } from './refusals.ts';
import { tryTracks } from './try-tracks.ts';

// Looking for the first packet of a track that begins late reads the file up to there: minutes on a slow disk.
const SEARCH_MS = 10 * 60_000;

/** What was found in a file, as plans need it, with its size. */
export type Probed = Omit<PlanSource, 'offsetSeconds'> & { readonly file: HandedIn; readonly bytes: number };

/** Looks into files of one submission. */
export interface Probe {
  readonly limits: ProbeLimits;
  /** Into each file once: what was found is remembered. Throws as `probeSource` does. */
  look(name: string, path: string): Promise<Probed>;
  /** Plays a little of the tracks that are going to be published; throws `media_track_broken`. */
  tryTracks(source: Probed, tracks: readonly (PictureTrack | SoundTrack)[]): Promise<void>;
}

/** A probe that remembers what it found: a single file is looked into for its tracks, and again for its plan. */
export function createProbe(tools: Tools, limits: ProbeLimits): Probe {
  const found = new Map<string, Promise<Probed>>();
  return {
    limits,
    look: (name, path) => {
      const known = found.get(path) ?? probeSource(tools, name, path, limits);
      found.set(path, known);
      return known;
    },
    tryTracks: (source, tracks) => tryTracks(tools, source, tracks),
  };
}

/**
 * Looks into a media file: what it holds, where each track begins and ends, how far its keyframes are apart.
 * Throws `file_missing`, `media_unreadable`, `media_encrypted`, `media_truncated`, `media_picture_size` or
 * `media_too_long`, each with the file's name.
 */
async function probeSource(tools: Tools, name: string, path: string, limits: ProbeLimits): Promise<Probed> {
  const { bytes, ...file } = await firstLook(name, path);
  const ask = (question: Question) => askFfprobe(tools, file, { patienceMs: limits.patienceMs, ...question });
  const { told, estimated } = await describe(file, ask);
  refuseTracks(name, told);
  const ordinals = new Map([...told.pictures, ...told.sounds].map((track) => [track.index, trackName(track)] as const));
  const begin = parsePackets(await ask({ argv: firstPacketsArgs(path) }), ordinals);
  const encrypted = [...told.pictures, ...told.sounds].find((track) => begin.encrypted.has(trackName(track)));
  if (encrypted) throw new AppError('media_encrypted', { file: name, kind: kindOf(encrypted), track: encrypted.ordinal });

  if (!estimated) refuseLength(name, told, limits);
  const end = await findEnd(file, told, estimated, ordinals, ask);
  refuseLength(name, end.media, limits);
  const first = new Map([...begin.first, ...(await lateTracks(end.media, begin, ordinals, path, ask))]);
  const moving = told.pictures.find((picture) => !picture.still);
  const keys = moving ? await ask({ argv: keyframesArgs(path, moving.index, told.startSeconds, end.media.durationSeconds ?? 0) }) : '';
  const { keyframeGapSeconds } = parsePackets(keys, ordinals, moving && trackName(moving));
  return { path, file, bytes, media: end.media, packets: { first, last: end.last, hidden: begin.hidden, keyframeGapSeconds }, edited: await editedTracks(path, told) };
}

type Ask = (question: Question) => Promise<string>;

async function describe(file: HandedIn, ask: Ask): Promise<{ readonly told: MediaFile; readonly estimated: boolean }> {
  let estimated = false;
  const json = await ask({ argv: probeArgs(file.path), onLog: (line) => { estimated ||= isEstimate(line); } });
  try {
    return { told: parseProbe(json), estimated };
  } catch (error) {
    throw new AppError('media_unreadable', { file: file.name, reason: 'the probe gave no answer that makes sense' }, { cause: error });
  }
}

/** Where the tracks begin that weren't seen at the file's start; empty tracks are left out. */
async function lateTracks(media: MediaFile, begin: PacketSample, ordinals: ReadonlyMap<number, string>, path: string, ask: Ask): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const track of [...media.pictures, ...media.sounds]) {
    if (begin.first.has(trackName(track))) continue;
    const { first } = parsePackets(await ask({ argv: firstOfTrackArgs(path, track.index), patienceMs: SEARCH_MS }), ordinals);
    first.forEach((at, name) => found.set(name, at));
  }
  return found;
}

/** The tracks that an edit list puts together from several stretches. */
async function editedTracks(path: string, media: MediaFile): Promise<Set<string>> {
  if (!media.formats.includes('mov')) return new Set();
  await using file = await open(path, 'r');
  const { size } = await file.stat();
  const edits = await editsOfTracks({
    size,
    async read(offset, length) {
      const { buffer, bytesRead } = await file.read(new Uint8Array(Math.min(length, Math.max(0, size - offset))), { position: offset });
      return buffer.subarray(0, bytesRead);
    },
  });
  return new Set([...media.pictures, ...media.sounds].filter((track) => (edits[track.index] ?? 1) > 1).map(trackName));
}
