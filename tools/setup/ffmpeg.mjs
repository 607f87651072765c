import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { run } from './run.mjs';

// FFmpeg 5.1 carries libavutil 57.28; builds from git have no release number, but always this one.
const LEAST_VERSION = '5.1';
const LEAST_LIBAVUTIL = [57, 28];
const NEEDED = [
  { list: '-encoders', name: 'libx264' },
  { list: '-encoders', name: 'aac' },
  { list: '-filters', name: 'ass' },
  { list: '-filters', name: 'ebur128' },
];

/** @typedef {{ ffmpeg: string, ffprobe: string }} Encoder */

/** Finds a program the way a shell does.
 * @param {string} name @param {NodeJS.ProcessEnv} env @returns {string | undefined} */
export function findProgram(name, env) {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  return (env['PATH'] ?? '').split(delimiter).filter(Boolean).map((folder) => join(folder, file)).find(isProgram);
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Where ffmpeg and ffprobe are: FFMPEG_PATH and its folder, else PATH.
 * @param {NodeJS.ProcessEnv} env @returns {Encoder | { problem: string }} */
export function locateEncoder(env) {
  const own = env['FFMPEG_PATH'];
  const ffmpeg = own ?? findProgram('ffmpeg', env);
  if (ffmpeg === undefined) return { problem: 'ffmpeg is not installed.' };
  if (!isProgram(ffmpeg)) return { problem: `FFMPEG_PATH says ${ffmpeg}, but no program is there.` };
  const beside = findProgram('ffprobe', { PATH: dirname(ffmpeg) });
  const ffprobe = env['FFPROBE_PATH'] ?? beside ?? findProgram('ffprobe', env);
  if (ffprobe === undefined) return { problem: `ffprobe is missing: it belongs beside ${ffmpeg}.` };
  return { ffmpeg, ffprobe };
}

/** @param {string} versionText what `ffmpeg -version` prints */
export function isRecentEnough(versionText) {
  const [, major = 0, minor = 0] = (/libavutil\s+(\d+)\.\s*(\d+)\./.exec(versionText) ?? []).map(Number);
  const [leastMajor = 0, leastMinor = 0] = LEAST_LIBAVUTIL;
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}

/** Names what an encoder can't do, from its `-encoders` and `-filters` lists.
 * @param {Record<string, string>} lists */
export const missingParts = (lists) =>
  NEEDED.filter(({ list, name }) => !new RegExp(`^\\s*[A-Z.|]+\\s+${name}\\s`, 'm').test(lists[list] ?? '')).map(({ name }) => name);

/** Says why this encoder can't be used, or nothing when it can.
 * @param {Encoder} encoder @returns {Promise<string | undefined>} */
export async function encoderProblem({ ffmpeg, ffprobe }) {
  const [version, probe, encoders, filters] = await Promise.all([
    run(ffmpeg, ['-hide_banner', '-version']), run(ffprobe, ['-hide_banner', '-version']),
    run(ffmpeg, ['-hide_banner', '-encoders']), run(ffmpeg, ['-hide_banner', '-filters']),
  ]);
  if (version.code !== 0) return `${ffmpeg} does not start: ${version.tail.split('\n').at(-1)}`;
  if (probe.code !== 0) return `${ffprobe} does not start: ${probe.tail.split('\n').at(-1)}`;
  if (!isRecentEnough(version.output)) {
    const release = /version (\S+)/.exec(version.output)?.[1] ?? 'unknown';
    return `${ffmpeg} is version ${release}; ${LEAST_VERSION} or later is needed.`;
  }
  const missing = missingParts({ '-encoders': encoders.output, '-filters': filters.output });
  return missing.length === 0 ? undefined : `${ffmpeg} was built without ${missing.join(', ')}.`;
}
