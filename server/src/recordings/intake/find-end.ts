import { claimedEnd, claimedEndOfAll, everyPacketArgs, isTransport, ownZero, readPackets, tailArgs, trackName, type MediaFile, type PacketSample } from '@openfloor/media';
import { AppError, isAppError } from '#platform/errors/index.ts';
import { formatClock } from '#platform/i18n/index.ts';
import type { HandedIn, Question } from './ask-ffprobe.ts';

/** The stretch before the end in which every track that isn't short has a packet. */
const TAIL_SECONDS = 8;
/** Containers round and pad; what is missing beyond this is missing. */
const TOLERANCE_SECONDS = 2;
// Every packet of the longest recording, from a slow disk.
const SCAN_MS = 20 * 60_000;

type Ask = (question: Question) => Promise<string>;

/** What the end of a file is really like. */
interface FoundEnd {
  /** As told, with the duration that was found where the file didn't say or only guessed. */
  readonly media: MediaFile;
  /** Where each track really ends, for those of which it was seen. */
  readonly last: ReadonlyMap<string, number>;
}

/**
 * Looks whether a file reaches as far as it says, and how far where it doesn't say: recordings that were cut off by a
 * full disk or a broken copy say their full length all the same. Throws `media_truncated`, or `media_unreadable` for a
 * file in which there is nothing at all.
 */
export async function findEnd(file: HandedIn, media: MediaFile, estimated: boolean, ordinals: ReadonlyMap<number, string>, ask: Ask): Promise<FoundEnd> {
  const read = async (argv: readonly string[]): Promise<PacketSample> => {
    const packets = readPackets(ordinals);
    await ask({ argv, patienceMs: SCAN_MS, onStdout: (chunk) => packets.push(chunk.toString('latin1')) });
    return packets.end();
  };
  const tracks = [...media.pictures.filter((picture) => !picture.still), ...media.sounds];
  const claimed = estimated ? null : claimedEndOfAll(media);
  if (claimed === null) return measured(file, media, await read(everyPacketArgs(file.path)));

  const from = Math.max(media.startSeconds, claimed - TAIL_SECONDS);
  const length = claimed - ownZero(media);
  const reaches = ({ lastOfAll }: PacketSample): boolean => lastOfAll !== null && lastOfAll >= claimed - Math.min(TOLERANCE_SECONDS, length / 10);
  const tail = await read(tailArgs(file.path, from)).catch((error: unknown) => {
    if (isAppError(error) && error.code === 'media_unreadable') return null;
    throw error;
  });
  if (tail === null || !reaches(tail)) {
    // Some containers can't be entered but at their start, and the clock of a transport stream begins anew once a day:
    // nothing is refused for its end before all of it was read.
    const all = await read(everyPacketArgs(file.path));
    if (!reaches(all)) throw cutOff(file, media, length, all.lastOfAll);
    return { media, last: all.last };
  }
  const absent = tracks.filter((track) => !tail.last.has(trackName(track)) && (claimedEnd(media, track) ?? claimed) > from + TOLERANCE_SECONDS);
  return { media, last: new Map([...tail.last, ...absent.map((track) => [trackName(track), from] as const)]) };
}

/** The media with its length as its packets say it. */
function measured(file: HandedIn, media: MediaFile, all: PacketSample): FoundEnd {
  const start = ownZero(media);
  if (all.lastOfAll === null || all.lastOfAll <= start) throw new AppError('media_unreadable', { file: file.name, reason: 'there is nothing in it that could be played' });
  const unsaid = <T extends { readonly durationSeconds: number | null }>(track: T): T => ({ ...track, durationSeconds: null });
  return {
    media: { ...media, durationSeconds: all.lastOfAll - (isTransport(media) ? start : 0), pictures: media.pictures.map(unsaid), sounds: media.sounds.map(unsaid) },
    last: all.last,
  };
}

function cutOff({ name }: HandedIn, media: MediaFile, length: number, lastOfAll: number | null): AppError {
  const says = `it says that it lasts ${formatClock(length * 1000)}`;
  const but = lastOfAll === null ? ', but its end is missing' : `, but it ends after ${formatClock((lastOfAll - ownZero(media)) * 1000)}`;
  return new AppError('media_truncated', { file: name, says: says + but });
}
