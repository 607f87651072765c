import type { MediaFile, PictureTrack, SoundTrack } from '../probe/index.ts';
import type { PartSources, PlanSource } from './plan.domain.ts';

/** A picture that starts this much later than the sound gets black before it instead of cutting the sound. */
const LATE_PICTURE_SECONDS = 0.5;

/** What starts later than this on a file's clock didn't start late: the clock is the recorder's own, such as the time of day. */
const LATEST_START_SECONDS = 600;

/** A container's word about an end is taken unless its own packets contradict it by more than this. */
const CONTRADICTION_SECONDS = 0.25;

/** A file whose clock starts anywhere: its zero is its first timestamp. */
const hasFreeClock = (media: MediaFile) =>
  media.startSeconds > LATEST_START_SECONDS || isTransport(media);

/** Transport and program streams: lengths are counted from the first timestamp, wherever the clock stands. */
export const isTransport = (media: MediaFile): boolean => media.formats.some((name) => name === 'mpegts' || name === 'mpeg');

/** How a track is named in samples of packets: kind and ordinal. */
export const trackName = (track: PictureTrack | SoundTrack): string => `${track.kind === 'picture' ? 'video' : 'audio'}:${track.ordinal}`;

/** Where a source lies: `shift` is ffmpeg's `-itsoffset`, `at` maps the file's own seconds onto the part's timeline. */
export interface Placement {
  readonly shiftSeconds: number;
  at(ownSeconds: number): number;
}

/**
 * Puts each source on the part's timeline. Zero is the first frame of the picture, because players start there;
 * a file without the picture starts with its own zero. ffmpeg subtracts the file's start time, which the shift gives back.
 */
export function placeSources(part: PartSources): Placement[] {
  return part.sources.map((source, index) => {
    const zero = part.picture?.source === index ? pictureZero(source, part) : ownZero(source.media);
    return {
      shiftSeconds: round(source.offsetSeconds - zero + source.media.startSeconds),
      at: (own) => own - zero + source.offsetSeconds,
    };
  });
}

/** First timestamp of a track in its file's clock, by the packets that were seen, else by the container. */
export function firstSeconds(source: PlanSource, track: PictureTrack | SoundTrack): number {
  return source.packets.first.get(trackName(track)) ?? track.startSeconds ?? source.media.startSeconds;
}

/** Last instant of a track in its file's clock: as its container says, unless that says nothing or its packets know better. */
export function lastSeconds(source: PlanSource, track: PictureTrack | SoundTrack): number {
  const claimed = claimedEnd(source.media, track);
  const seen = source.packets.last.get(trackName(track));
  if (seen !== undefined && (claimed === null || Math.abs(claimed - seen) > CONTRADICTION_SECONDS)) return seen;
  return claimed ?? firstSeconds(source, track);
}

/** Where a track ends by its container's word, in its file's clock; the file's own end where the track doesn't say, null where neither does. */
export function claimedEnd(media: MediaFile, track: PictureTrack | SoundTrack): number | null {
  if (track.durationSeconds === null) return media.durationSeconds === null ? null : media.durationSeconds + (isTransport(media) ? media.startSeconds : 0);
  // Matroska's DURATION tag is the end on the file's clock, not a length.
  if (media.formats.includes('matroska')) return track.durationSeconds;
  // Below zero lies priming, which no length counts; the clock of a transport stream may begin there when it wraps.
  const start = track.startSeconds ?? 0;
  return (isTransport(media) ? start : Math.max(0, start)) + track.durationSeconds;
}

/** Where a file ends by its container's word: the last end that any track that plays claims; null where none does. */
export function claimedEndOfAll(media: MediaFile): number | null {
  const tracks = [...media.pictures.filter((picture) => !picture.still), ...media.sounds];
  const ends = tracks.map((track) => claimedEnd(media, track)).filter((end) => end !== null);
  return ends.length === 0 ? null : Math.max(...ends);
}

/** Where a file's content begins on its own clock by its container's rules: at zero, or, where the clock is free, at its first timestamp. */
export function ownZero(media: MediaFile): number {
  return hasFreeClock(media) ? media.startSeconds : 0;
}

function pictureZero(source: PlanSource, part: PartSources): number {
  const track = source.media.pictures[part.picture?.track ?? 0];
  if (track === undefined) return ownZero(source.media);
  const first = firstSeconds(source, track);
  const sounds = source.media.sounds.map((sound) => Math.max(ownZero(source.media), firstSeconds(source, sound)));
  const earliest = Math.min(first, ...sounds);
  return first - earliest > LATE_PICTURE_SECONDS ? earliest : first;
}

const round = (seconds: number) => Math.round(seconds * 1e6) / 1e6;
