import { claimedEndOfAll, ownZero, type MediaFile } from '@openfloor/media';
import { AppError } from '#platform/errors/index.ts';

/** A track's kind as people call it. */
export const kindOf = (track: { readonly kind: 'picture' | 'sound' }): 'picture' | 'audio' => (track.kind === 'picture' ? 'picture' : 'audio');

export interface ProbeLimits {
  /** Longest recording that is taken, in hours. */
  readonly hours: number;
  /** How long one look into a file may take, in ms; a minute unless told. */
  readonly patienceMs?: number;
}

/** 8K UHD: four times what any camera of a meeting writes, and as much as decoding in bounded memory bears. */
const MOST_PIXELS = 7680 * 4320;
const LONGEST_SIDE = 8192;

/** More than any meeting has, and as many as meeting.yaml takes; each costs an encoder. */
export const MOST_CHANNELS = 100;

/** Refuses what can't be published for what its header says: no tracks, encryption, a picture of absurd size. */
export function refuseTracks(file: string, { pictures, sounds }: MediaFile): void {
  const tracks = [...pictures, ...sounds];
  if (tracks.length === 0) throw new AppError('media_unreadable', { file, reason: 'there is neither sound nor picture in it' });
  const encrypted = tracks.find((track) => track.encrypted);
  if (encrypted) throw new AppError('media_encrypted', { file, kind: kindOf(encrypted), track: encrypted.ordinal });
  for (const { width, height, ordinal, still } of pictures) {
    if (!still && (Math.max(width, height) > LONGEST_SIDE || width * height > MOST_PIXELS)) {
      throw new AppError('media_picture_size', { file, track: ordinal, width, height });
    }
  }
}

/** Refuses a file that lasts longer than is allowed, by its own word. */
export function refuseLength(file: string, media: MediaFile, limits: ProbeLimits): void {
  const end = claimedEndOfAll(media);
  const seconds = end === null ? 0 : end - ownZero(media);
  if (seconds > limits.hours * 3600) throw new AppError('media_too_long', { file, hours: Math.round(seconds / 3600), limit: limits.hours });
}
