import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { byHand, hasApt, installByApt } from './apt.mjs';
import { chromiumPath } from './chromium.mjs';
import { encoderProblem, locateEncoder } from './ffmpeg.mjs';
import { run } from './run.mjs';
import { SetupFailure, say } from './say.mjs';
import { looks, readStamp, writeStamp } from './stamp.mjs';

const STAMP = 'system';

// The sample meeting's picture shows name plates in Latin, Cyrillic, Arabic and Chinese letters.
const FONTS = [
  { file: /^NotoSans-Regular\./, package: 'fonts-noto-core' },
  { file: /^Noto(Sans|Naskh)Arabic/, package: 'fonts-noto-core' },
  { file: /^NotoSansCJK/, package: 'fonts-noto-cjk' },
];

/**
 * @typedef {object} Finding
 * @property {string} what the part, as a person calls it
 * @property {string} problem why it can't be used; empty when all is well
 * @property {readonly string[]} packages Debian packages that bring it
 * @property {string} looks changes when the part is replaced
 * @property {boolean} must whether Openfloor can't run without it
 */

/** @param {NodeJS.ProcessEnv} env @param {boolean} known @returns {Promise<Finding>} */
async function findEncoder(env, known) {
  const found = locateEncoder(env);
  const part = { what: 'ffmpeg', packages: env['FFMPEG_PATH'] === undefined ? ['ffmpeg'] : [], must: true };
  if ('problem' in found) return { ...part, problem: found.problem, looks: '' };
  const problem = known ? '' : (await encoderProblem(found)) ?? '';
  return { ...part, problem, looks: `${looks(found.ffmpeg)} ${looks(found.ffprobe)}` };
}

/** @param {NodeJS.ProcessEnv} env @param {boolean} known @returns {Promise<Finding>} */
async function findChromium(env, known) {
  const path = chromiumPath(env);
  const part = { what: 'Chromium (for the tests)', packages: env['CHROMIUM_PATH'] === undefined ? ['chromium'] : [], must: true };
  if (path === undefined) return { ...part, problem: 'Chromium is not installed.', looks: '' };
  const ran = known ? undefined : await run(path, ['--version']);
  const problem = ran && ran.code !== 0 ? `${path} does not start: ${ran.tail.split('\n').at(-1)}` : '';
  return { ...part, problem, looks: looks(path) };
}

/** Lists font files; folders that are not there have none. @returns {string[]} */
function fontFiles() {
  const folders = ['/usr/share/fonts', '/usr/local/share/fonts', join(homedir(), '.fonts'), join(homedir(), '.local/share/fonts')];
  return folders.flatMap((folder) => {
    try {
      return readdirSync(folder, { recursive: true, encoding: 'utf8' });
    } catch {
      return [];
    }
  }).map((path) => path.slice(path.lastIndexOf('/') + 1));
}

/** Other systems than Linux bring fonts for all these letters. @param {readonly string[]} files @returns {Finding} */
export function findFonts(files) {
  const missing = process.platform === 'linux' ? FONTS.filter((font) => !files.some((file) => font.file.test(file))) : [];
  const packages = [...new Set(missing.map((font) => font.package))];
  const problem = packages.length === 0 ? '' : 'Noto fonts are missing: the sample meeting would show boxes for some letters.';
  return { what: 'fonts', packages, problem, looks: '', must: false };
}

/** How to get ffmpeg and the rest where apt-get is not there. @param {NodeJS.Platform} platform @param {boolean} tests */
export function instruction(platform, tests) {
  const chromium = tests ? ' and Chromium' : '';
  switch (platform) {
    case 'darwin':
      return `With Homebrew: brew install ffmpeg${tests ? ' && brew install --cask google-chrome' : ''}`;
    case 'win32':
      return `Openfloor runs on Linux and macOS; on Windows use WSL with Debian, and there: ${byHand(['ffmpeg'])}`;
    default:
      return `Install ffmpeg 5.1 or later (with libx264 and libass), Noto fonts with CJK${chromium} with your system's package manager, or point FFMPEG_PATH${tests ? ' and CHROMIUM_PATH' : ''} at them.`;
  }
}

/** Looks at the parts the machine itself must have.
 * @param {NodeJS.ProcessEnv} env @param {{ tests: boolean, known: boolean }} options */
async function survey(env, { tests, known }) {
  const findings = [await findEncoder(env, known)];
  if (tests) findings.push(await findChromium(env, known));
  if (!known) findings.push(findFonts(fontFiles()));
  return findings;
}

/** @param {readonly Finding[]} findings @param {boolean} tests @param {NodeJS.ProcessEnv} env */
function report(findings, tests, env) {
  const wrong = findings.filter(({ problem }) => problem !== '');
  const fatal = wrong.filter(({ must }) => must);
  if (fatal.length > 0) {
    const remedy = hasApt(env) && env['FFMPEG_PATH'] === undefined
      ? 'Debian 12, Ubuntu 23.04 and later have it in their packages; FFMPEG_PATH can point at another copy.'
      : instruction(process.platform, tests);
    throw new SetupFailure(`${fatal.map(({ problem }) => problem).join('\n')}\n${remedy}`);
  }
  wrong.forEach(({ problem }) => say(problem));
}

const thisMachine = () => ({ env: process.env, uid: process.getuid?.(), terminal: process.stdin.isTTY });

/** Brings in ffmpeg, fonts and (for the tests) Chromium, or says how to. Does nothing when they are there.
 * @param {string} root @param {{ tests: boolean }} options @param {import('./apt.mjs').Machine} [machine] */
export async function ensureSystem(root, { tests }, machine = thisMachine()) {
  const { env } = machine;
  const stamp = `${STAMP}${tests ? '-tests' : ''}`;
  const asBefore = (await survey(env, { tests, known: true })).map((finding) => finding.looks).join('\n');
  if (readStamp(root, stamp) === asBefore) return;
  let findings = await survey(env, { tests, known: false });
  const packages = [...new Set(findings.filter(({ problem }) => problem !== '').flatMap((finding) => finding.packages))];
  if (packages.length > 0 && hasApt(env)) {
    await installByApt(packages, machine).catch((/** @type {unknown} */ error) => {
      // Letters drawn as boxes are a pity; not starting because of them would be worse.
      if (findings.some(({ must, problem }) => must && problem !== '') || !(error instanceof SetupFailure)) throw error;
      say(error.message);
    });
    findings = await survey(env, { tests, known: false });
  }
  report(findings, tests, env);
  writeStamp(root, stamp, findings.filter(({ what }) => what !== 'fonts').map((finding) => finding.looks).join('\n'));
  say(tests ? 'ffmpeg, fonts and Chromium are there.' : 'ffmpeg and fonts are there.');
}
