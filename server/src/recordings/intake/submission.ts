import { realpath, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { readMeetingFolder, singleFileFolder, type MeetingFolder, type SingleFile } from '#meetings/index.ts';
import { AppError } from '#platform/errors/index.ts';
import { isForbidden } from './first-look.ts';
import type { Probe } from './probe-source.ts';
import { MOST_CHANNELS } from './refusals.ts';

/** What is handed in: a meeting folder, or one media file with what its tags don't say. */
export interface Submission {
  /** Absolute path. */
  readonly path: string;
  /** For a single file. */
  readonly file?: Partial<Omit<SingleFile, 'file'>>;
  /** Takes the place of the recording that the meeting has. */
  readonly replace?: boolean;
}

/** Reads a submission; `root` is the folder that file names are relative to. */
export async function readSubmission(probe: Probe, submission: Submission): Promise<{ readonly root: string; readonly folder: MeetingFolder }> {
  const path = await realpath(submission.path).catch((error: unknown) => {
    if (isForbidden(error)) throw new AppError('media_unreadable', { file: submission.path, reason: 'Openfloor may not read it' }, { cause: error });
    throw new AppError('file_missing', { file: submission.path }, { cause: error });
  });
  if ((await stat(path)).isDirectory()) return { root: path, folder: await readMeetingFolder(path) };
  const name = basename(path);
  const { media } = await probe.look(name, path);
  const folder = singleFileFolder({ title: titleOf(name), ...submission.file, file: name }, {
    picture: media.pictures.find((picture) => !picture.still)?.ordinal ?? null,
    audio: media.sounds.map(({ language, title }) => ({ language, title })),
  });
  const count = folder.recording?.channels.length ?? 0;
  if (count > MOST_CHANNELS) throw new AppError('media_too_many_tracks', { file: name, count, limit: MOST_CHANNELS });
  return { root: dirname(path), folder };
}

/** A readable title from a file name, for whoever gives none. */
const titleOf = (name: string): string => name.replace(/\.[^.]+$/, '').replaceAll(/[_\s]+/g, ' ').trim() || name;
