import type { ClipCaption } from '@openfloor/media';
import { AppError } from '#platform/errors/index.ts';
import type { PackagedPart, Rendition } from '../recordings.domain.ts';

/** A stretch of a meeting as a file. */
export interface ClipFileRequest {
  /** On the meeting's timeline, in ms. */
  readonly startMs: number;
  readonly endMs: number;
  /** Key of the channel that is heard. */
  readonly channel: string;
  /** Its language (BCP 47), and what players call it. */
  readonly language: string;
  readonly channelName: string;
  /** `m4a` is sound alone. */
  readonly form: 'mp4' | 'm4a';
  /** Rung of the picture, such as `720p`; null: the best of at most 720 lines, for burnt-in captions and for slow machines alike. */
  readonly rung: string | null;
  /** One or two languages of captions. */
  readonly captions: readonly ClipCaptions[];
  /** Whether they are drawn into the picture; else players offer them. */
  readonly burnt: boolean;
  readonly title: string;
}

/** Captions in one language; times from the beginning of the clip. */
export interface ClipCaptions {
  /** BCP 47. */
  readonly language: string;
  /** As players list it. */
  readonly name: string;
  readonly cues: readonly ClipCaption[];
}

/** The part of a clip that lies in one part of the recording. */
export interface Stretch {
  /** Which part, from 0. */
  readonly part: number;
  /** On the part's own timeline, in ms. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Where it begins in the clip, in ms. */
  readonly atMs: number;
}

/** Longer ones are meetings. */
export const LONGEST_CLIP_MS = 10 * 60_000;
const USUAL_HEIGHT = 720;

/** The stretches of a clip, one for each part of the recording that it touches. */
export const stretchesOf = (parts: readonly Pick<PackagedPart, 'startMs' | 'durationMs'>[], startMs: number, endMs: number): Stretch[] =>
  parts.flatMap(({ startMs: begins, durationMs }, part) => {
    const from = Math.max(startMs, begins);
    const to = Math.min(endMs, begins + durationMs);
    return from < to ? [{ part, fromMs: from - begins, toMs: to - begins, atMs: from - startMs }] : [];
  });

/** What a clip is cut out of: the sound, and the picture unless sound alone is wanted or there is none. Throws `not_found`. */
export function tracksFor({ channel, form, rung }: Pick<ClipFileRequest, 'channel' | 'form' | 'rung'>, renditions: readonly Rendition[]): { readonly sound: Rendition; readonly picture: Rendition | null } {
  const sound = renditions.find(({ kind, name }) => kind === 'sound' && name === channel);
  if (!sound) throw new AppError('not_found', { what: 'channel', id: channel });
  const pictures = form === 'm4a' ? [] : renditions.filter(({ kind }) => kind === 'picture').toSorted((a, b) => (b.height ?? 0) - (a.height ?? 0));
  const picture = rung === null ? pictures.find(({ height }) => (height ?? 0) <= USUAL_HEIGHT) ?? pictures.at(-1) : pictures.find(({ name }) => name === rung);
  if (rung !== null && form === 'mp4' && !picture) throw new AppError('not_found', { what: 'picture size', id: rung });
  return { sound, picture: picture ?? null };
}

/** About how large the file will be, in bytes. */
export const bytesOfClip = ({ sound, picture }: ReturnType<typeof tracksFor>, lengthMs: number): number =>
  Math.ceil(((sound.averageBits + (picture?.averageBits ?? 0)) / 8) * (lengthMs / 1000) * 1.5) + 2_000_000;

/** What tells one file from every other: the same name always holds the same bytes. */
export const identityOfClip = (request: ClipFileRequest, { sound, picture }: ReturnType<typeof tracksFor>): string =>
  JSON.stringify([1, request, sound.files, picture?.files ?? null]);
