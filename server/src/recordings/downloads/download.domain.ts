import { AppError } from '#platform/errors/index.ts';
import { threeLetters } from '#platform/i18n/index.ts';
import type { Rendition } from '../recordings.domain.ts';

/** What somebody wants to take away. */
export interface DownloadRequest {
  /** `m4a` is sound alone. */
  readonly form: 'mp4' | 'm4a';
  /** Key of a channel; null: all of them. */
  readonly channel: string | null;
  /** Rung of the picture, such as `720p`; null: the best. */
  readonly rung: string | null;
  /** In full quality, or small, for slow lines. */
  readonly sound: 'sound' | 'voice';
}

/** A channel as the file names it. */
export interface NamedTrack {
  readonly key: string;
  readonly language: string;
  readonly name: string;
}

/** One track of the file: its media files in order of the parts. */
interface Track {
  readonly kind: 'picture' | 'sound';
  readonly files: readonly string[];
  readonly named: NamedTrack | null;
}

/** A file to be put together by copying; nothing is encoded. */
export interface DownloadPlan {
  readonly form: DownloadRequest['form'];
  readonly tracks: readonly Track[];
  /** About as large as the file will be. */
  readonly bytes: number;
}

/** Chooses the tracks; throws `not_found` for a channel or a rung that isn't there, or not yet. */
export function planDownload(request: DownloadRequest, renditions: readonly Rendition[], channels: readonly NamedTrack[]): DownloadPlan {
  const { form, channel, rung, sound } = request;
  const wanted = channel === null ? channels : channels.filter(({ key }) => key === channel);
  const sounds = wanted.flatMap((named) => renditions.filter(({ kind, name }) => kind === sound && name === named.key).map((rendition) => ({ named, rendition })));
  if (sounds.length === 0) throw new AppError('not_found', { what: 'channel', ...(channel !== null && { id: channel }) });
  const pictures = form === 'm4a' ? [] : renditions.filter(({ kind }) => kind === 'picture').toSorted((a, b) => (b.height ?? 0) - (a.height ?? 0));
  const picture = rung === null ? pictures[0] : pictures.find(({ name }) => name === rung);
  if (rung !== null && !picture) throw new AppError('not_found', { what: 'picture size', id: rung });
  const tracks: readonly Track[] = [
    ...(picture ? [{ kind: 'picture' as const, files: picture.files, named: null }] : []),
    ...sounds.map(({ named, rendition }) => ({ kind: 'sound' as const, files: rendition.files, named })),
  ];
  return { form, tracks, bytes: [...(picture ? [picture] : []), ...sounds.map(({ rendition }) => rendition)].reduce((sum, { bytes }) => sum + bytes, 0) };
}

/** What tells one file from every other: the same name always holds the same bytes. */
export const identityOf = ({ form, tracks }: DownloadPlan, title: string): string => JSON.stringify([1, form, title, tracks.map(({ files, named }) => [files, named])]);

/**
 * ffmpeg's arguments. `inputs` has one local file per track: the media itself, or for a meeting in parts a list of them.
 * The index comes first in the file, so that it plays while it arrives.
 */
export function copyArgs({ tracks }: DownloadPlan, inputs: readonly { readonly path: string; readonly list: boolean }[], title: string, target: string): string[] {
  const sounds = tracks.filter(({ kind }) => kind === 'sound');
  return [
    '-hide_banner', '-nostdin', '-y', '-v', 'error', '-nostats',
    ...inputs.flatMap(({ path, list }) => ['-protocol_whitelist', 'file', ...(list ? ['-f', 'concat', '-safe', '0'] : ['-f', 'mov']), '-i', `file:${path}`]),
    ...tracks.flatMap(({ kind }, n) => ['-map', `${n}:${kind === 'picture' ? 'v' : 'a'}:0`]),
    '-c', 'copy', '-map_metadata', '-1', '-map_chapters', '-1', '-fflags', '+bitexact',
    '-metadata', `title=${title}`,
    ...sounds.flatMap(({ named }, n) => [
      `-metadata:s:a:${n}`, `language=${threeLetters(named?.language ?? 'und')}`, `-metadata:s:a:${n}`, `handler_name=${named?.name ?? ''}`,
      `-disposition:a:${n}`, n === 0 ? 'default' : '0',
    ]),
    '-movflags', '+faststart', '-f', 'mp4', `file:${target}`,
  ];
}

/** A list of parts for ffmpeg, each with the time that it takes on the timeline, so that no part slides into the next. */
export const partList = (files: readonly string[], seconds: readonly number[]): string =>
  ['ffconcat version 1.0', ...files.flatMap((file, n) => [`file 'file:${file.replaceAll("'", "'\\''")}'`, `duration ${seconds[n] ?? 0}`])].join('\n');
