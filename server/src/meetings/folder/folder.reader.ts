import { readFile, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { nearest } from '#platform/config/index.ts';
import { AppError } from '#platform/errors/index.ts';
import { FOLDER_FILE, type MeetingFolder } from './folder.domain.ts';
import { parseMeetingYaml } from './parse.schema.ts';
import type { Problem } from './problems.domain.ts';

const MAX_BYTES = 16 * 1024 * 1024;

type FileProblem = Problem & { readonly code: 'file_missing' | 'path_outside_folder' | 'folder_invalid'; readonly file: string; readonly meant?: string | undefined };

/**
 * Reads a meeting folder. Every file it names must exist, be a plain file, and, with symbolic links followed, lie
 * inside the folder. Throws `file_missing` or `path_outside_folder` for a single such file, else `folder_invalid`
 * with every problem as a sentence with its line.
 */
export async function readMeetingFolder(folder: string): Promise<MeetingFolder> {
  const root = await realpath(folder).catch(() => { throw new AppError('file_missing', { file: folder }); });
  const yaml = join(root, FOLDER_FILE);
  const outside = await checkFile(root, FOLDER_FILE, []);
  if (outside !== undefined) throw new AppError(outside.code === 'folder_invalid' ? 'file_missing' : outside.code, { file: join(folder, FOLDER_FILE), path: FOLDER_FILE });
  if ((await stat(yaml)).size > MAX_BYTES) throw invalid(['the file is larger than 16 MiB, which no meeting needs']);

  const parsed = parseMeetingYaml(decode(await readFile(yaml)));
  if (!parsed.ok) throw invalid(parsed.problems);
  const wrong = await checkFiles(root, parsed.folder);
  const [first, ...others] = wrong;
  if (first === undefined) return parsed.folder;
  const sentences = wrong.map(parsed.say);
  if (others.length > 0 || first.code === 'folder_invalid') throw invalid(sentences);
  throw new AppError(first.code, { file: first.file, path: first.file, where: sentences[0], meant: first.meant });
}

/** One sentence, or a list of them. */
function invalid(problems: readonly string[]): AppError {
  const [only = 'it cannot be read', ...others] = problems;
  const problem = others.length === 0 ? only : `${problems.length} problems\n${problems.map((one) => `  ${one}`).join('\n')}`;
  return new AppError('folder_invalid', { file: FOLDER_FILE, problem });
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new AppError('folder_invalid', { file: FOLDER_FILE, problem: 'the file is not UTF-8 text; save it as UTF-8' }, { cause: error });
  }
}

/** Each named file once, with the first place that names it. */
async function checkFiles(root: string, folder: MeetingFolder): Promise<readonly FileProblem[]> {
  const places = new Map<string, Problem['path']>();
  for (const { file, path } of namedFiles(folder)) if (!places.has(file)) places.set(file, path);
  const checked = await Promise.all([...places].map(([file, path]) => checkFile(root, file, path)));
  return checked.filter((problem) => problem !== undefined);
}

function namedFiles({ recording, words, clips }: MeetingFolder): readonly { readonly file: string; readonly path: Problem['path'] }[] {
  const parts = recording?.parts ?? [];
  const inParts = parts.length > 1;
  const media = parts.flatMap(({ picture, secondPicture, sound }, part) => {
    const at = (...path: readonly (string | number)[]) => ['recording', ...(inParts ? ['parts', part] : path)];
    const channel = (key: string) => recording?.channels.findIndex((one) => one.key === key) ?? 0;
    return [
      ...(picture === null ? [] : [{ file: picture.file, path: at('picture', 'file') }]),
      ...(secondPicture === null ? [] : [{ file: secondPicture.file, path: at('secondPicture', 'file') }]),
      ...sound.map((source) => ({ file: source.file, path: at('channels', channel(source.channel), 'file') })),
    ];
  });
  const texts = words.flatMap(({ file, history, original }, index) => Object.entries({ file, history, original })
    .flatMap(([key, name]) => (name === undefined ? [] : [{ file: name, path: ['words', index, key] }])));
  return [...media, ...texts, ...(clips === undefined ? [] : [{ file: clips, path: ['clips'] }])];
}

async function checkFile(root: string, file: string, path: Problem['path']): Promise<FileProblem | undefined> {
  const problem = (code: FileProblem['code'], says: string): FileProblem => ({ code, file, path, says });
  let real: string;
  try {
    real = await realpath(join(root, file));
  } catch {
    const meant = await similarFile(root, file);
    const hint = meant === undefined ? (file.includes('\\') ? '; write / between folders' : '') : `; did you mean ${meant}?`;
    return { ...problem('file_missing', `names ${file}, which does not exist${hint}`), meant };
  }
  if (!real.startsWith(root.endsWith(sep) ? root : root + sep)) return problem('path_outside_folder', `names ${file}, which leads out of the folder`);
  return (await stat(real)).isFile() ? undefined : problem('folder_invalid', `names ${file}, which is not a file`);
}

async function similarFile(root: string, file: string): Promise<string | undefined> {
  const folder = dirname(join(root, file));
  if (folder !== root && !folder.startsWith(root + sep)) return undefined;
  const others = (await readdir(folder).catch(() => [])).filter((name) => name !== basename(file));
  const name = nearest(basename(file), others);
  return name === undefined ? undefined : join(dirname(file), name);
}
