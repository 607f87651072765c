import { realpath, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { readMeetingFolder, singleFileFolder, type MeetingFolder, type SingleFile } from '#meetings/index.ts';
import { AppError } from '#platform/errors/index.ts';
import type { Probe } from './probe-source.ts';

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
  const path = await realpath(submission.path).catch(() => { throw new AppError('file_missing', { file: submission.path }); });
  if ((await stat(path)).isDirectory()) return { root: path, folder: await readMeetingFolder(path) };
  const name = basename(path);
  const { media } = await probe({ name, path });
  const folder = singleFileFolder({ title: titleOf(name), ...submission.file, file: name }, {
    hasPicture: media.pictures.some((picture) => !picture.still),
    audio: media.sounds.map(({ language, title }) => ({ language, title })),
  });
  return { root: dirname(path), folder };
}

/** A readable title from a file name, for whoever gives none. */
const titleOf = (name: string): string => name.replace(/\.[^.]+$/, '').replaceAll(/[_\s]+/g, ' ').trim() || name;
