import { compose, type TimeMap, type TimePiece } from '@openfloor/media';
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

const mapOf = (name: string, { sources, parts }: Laid): TimeMap => ({ version: 1, pieces: timeMapOf(name, sources, parts) });

const carriersOf = ({ sources }: Laid): string[] => sources.parts.flatMap(({ plan, names }) => names[plan.picture?.source ?? plan.sounds[0]?.source ?? 0] ?? []);
