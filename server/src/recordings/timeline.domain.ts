import { compose, type Layout, type TimeMap, type TimePiece } from '@openfloor/media';
import type { FolderWords } from '#meetings/index.ts';
import { piecesOf, type PackagedPart, type Recording, type RecordingSources, type StoredSource } from './recordings.domain.ts';

/**
 * What became of a meeting's timeline when its recording was replaced: where each stretch of the old one is on the new one.
 * What is in no piece was cut out. Null where both have no file in common, so that nobody can tell.
 */
export type TimelineMove = readonly TimePiece[] | null;

/** A recording as far as its timeline goes. */
type Laid = Pick<Recording, 'sources' | 'parts'> & { readonly files: readonly Pick<StoredSource, 'name' | 'bytes'>[] };

/** How a file's own time maps onto the meeting's timeline: one piece per part it is used in. */
export function timeMapOf(name: string, sources: RecordingSources, packaged: readonly Pick<PackagedPart, 'startMs' | 'durationMs'>[]): TimePiece[] {
  return piecesOf(sources).flatMap((piece, n) => {
    const part = packaged[n];
    if (piece.kind === 'break' || !part) return [];
    return piece.part.names.flatMap((used, input) => {
      const shiftMs = Math.round((piece.part.plan.inputs[input]?.shiftSeconds ?? 0) * 1000);
      return used === name ? [{ fileStart: Math.max(0, -shiftMs), fileEnd: part.durationMs - shiftMs, meetingStart: part.startMs + Math.max(0, shiftMs) }] : [];
    });
  });
}

/** Compares how files lie that both recordings have, by name and size: those of the picture, else of the first sound, else any. */
export function timelineMove(old: Laid, now: Laid): TimelineMove {
  const both = new Set(old.files.filter((file) => now.files.some((one) => one.name === file.name && one.bytes === file.bytes)).map(({ name }) => name));
  const carriers = [...new Set(carriersOf(old))].filter((name) => both.has(name));
  const used = carriers.length > 0 ? carriers : [...both].slice(0, 1);
  if (used.length === 0) return null;
  return used.flatMap((name) => compose(mapOf(name, old), mapOf(name, now)).pieces).toSorted((a, b) => a.fileStart - b.fileStart);
}

/** What became of the sound of a channel when its recording was replaced. */
export interface ChannelChange {
  /** Names the sound before and now: the same name is the same sound, wherever it lies. */
  readonly sound: { readonly was: string; readonly is: string };
  /** How its files lay and how they lie now; those of the meeting as a whole where its own are others; none where no file is the same. */
  readonly move: { readonly from: Layout; readonly to: Layout };
}

/** A recording that takes another's place. */
export interface RecordingChange {
  readonly recordingId: string;
  readonly durationMs: number;
  /** What became of a channel; of one that is in neither, of the meeting as a whole. */
  of(channel: string): ChannelChange;
  /** Words that came along with the new recording. */
  readonly words: readonly FolderWords[];
}

/** Compares two recordings channel by channel. */
export function recordingChange(old: Laid, now: Laid, { recordingId, durationMs }: Pick<RecordingChange, 'recordingId' | 'durationMs'>): RecordingChange {
  const whole = shared(layoutOf(old, carriersOf(old)), layoutOf(now, carriersOf(now)));
  return {
    recordingId, durationMs, words: now.sources.folder.words,
    of: (channel) => {
      const own = shared(layoutOf(old, filesOf(old, channel)), layoutOf(now, filesOf(now, channel)));
      return { sound: { was: soundOf(old, channel), is: soundOf(now, channel) }, move: own.from.length > 0 ? own : whole };
    },
  };
}

/** Only the files that both have: others say nothing about what became of the timeline. */
function shared(from: Layout, to: Layout): ChannelChange['move'] {
  const both = (one: Layout, other: Layout): Layout => one.filter(({ file }) => other.some((there) => there.file === file));
  return { from: both(from, to), to: both(to, from) };
}

const layoutOf = (laid: Laid, names: readonly string[]): Layout =>
  [...new Set(names)].map((name) => ({ file: fileId(laid, name), pieces: mapOf(name, laid).pieces }));

/** A file of the same name and size is taken for the same. */
const fileId = ({ files }: Laid, name: string): string => JSON.stringify([name, files.find((file) => file.name === name)?.bytes ?? null]);

const filesOf = ({ sources }: Laid, channel: string): readonly string[] =>
  sources.parts.flatMap(({ plan, names }) => plan.sounds.flatMap((sound) => (sound.key === channel ? names[sound.source] ?? [] : [])));

/** Names the sound of a channel: its files, with the track and the side of each. */
const soundOf = (laid: Laid, channel: string): string => JSON.stringify(laid.sources.parts.flatMap(({ plan, names }) =>
  plan.sounds.flatMap(({ key, source, track, side }) => (key === channel ? [[fileId(laid, names[source] ?? ''), track, side]] : []))));

const mapOf = (name: string, { sources, parts }: Laid): TimeMap => ({ version: 1, pieces: timeMapOf(name, sources, parts) });

const carriersOf = ({ sources }: Laid): string[] => sources.parts.flatMap(({ plan, names }) => names[plan.picture?.source ?? plan.sounds[0]?.source ?? 0] ?? []);
