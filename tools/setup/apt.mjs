import { findProgram } from './ffmpeg.mjs';
import { run } from './run.mjs';
import { SetupFailure, say, step } from './say.mjs';

const QUIET = { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
// apt's status goes to channel 3, a copy of stdout: given stdout itself, it would take that from the packages' own
// scripts, which then fail.
const WITH_STATUS = ['sh', '-c', 'exec apt-get "$@" 3>&1', 'apt-get'];
const OPTIONS = [
  '-y', '-q', '--no-install-recommends',
  '-o', 'APT::Status-Fd=3', '-o', 'Dpkg::Use-Pty=0', '-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=3',
];

/** @param {NodeJS.ProcessEnv} env */
export const hasApt = (env) => process.platform === 'linux' && findProgram('apt-get', env) !== undefined;

/** The command a person can type instead. @param {readonly string[]} packages */
export const byHand = (packages) => `sudo apt-get update && sudo apt-get install -y ${packages.join(' ')}`;

/** Turns a line of apt's status channel into a word for people.
 * @param {string} line @returns {string | undefined} */
export function aptProgress(line) {
  const [, kind, percent] = /^(dl|pm)status:.*?:(\d+\.\d+):/.exec(line) ?? [];
  if (percent === undefined) return undefined;
  return `${kind === 'dl' ? 'downloading' : 'unpacking'} ${Math.floor(Number(percent))} %`;
}

/** Says in one sentence why apt-get failed.
 * @param {string} output @param {readonly string[]} packages */
export function aptComplaint(output, packages) {
  if (/Could not get lock|is another process using it/.test(output)) return 'Another program is installing packages. Wait until it is done, then run this again.';
  if (/No space left|enough free space/.test(output)) return 'The disk is full. Free about 1 GB, then run this again.';
  if (/Temporary failure resolving|Could not connect|Failed to fetch|Network is unreachable/.test(output)) {
    return 'apt-get could not download the packages. Check the network and /etc/apt/sources.list, then run this again.';
  }
  const unknown = /Unable to locate package (\S+)|Package '?(\S+?)'? has no installation candidate/.exec(output);
  if (unknown) return `This system's package list has no ${unknown[1] ?? unknown[2]}. Install it by hand, then run this again.`;
  const errors = output.split('\n').filter((line) => /^(E: |dpkg: error)/.test(line)).slice(0, 5).join('\n');
  return `apt-get could not install ${packages.join(', ')}. Try it by hand: ${byHand(packages)}\n${errors}`;
}

/**
 * @typedef {object} Machine what set-up runs on
 * @property {NodeJS.ProcessEnv} env
 * @property {number | undefined} uid the user's number; 0 is root
 * @property {boolean} terminal whether somebody is there to type a password
 */

/** How this user may become root: no prefix needed, a prefix, or not at all.
 * @param {Machine} machine @returns {Promise<readonly string[] | undefined>} */
async function rights({ env, uid, terminal }) {
  if (uid === 0) return [];
  const sudo = findProgram('sudo', env);
  if (sudo === undefined) return undefined;
  if ((await run(sudo, ['-n', 'true'], { env })).code === 0) return [sudo, '-n'];
  if (!terminal) return undefined;
  say('System packages are needed. sudo may ask for your password:');
  return (await run(sudo, ['-v'], { env, stdin: 'inherit' })).code === 0 ? [sudo] : undefined;
}

/** Installs Debian packages, as root or through sudo.
 * @param {readonly string[]} packages @param {Machine} machine */
export async function installByApt(packages, machine) {
  const prefix = await rights(machine);
  if (prefix === undefined) {
    throw new SetupFailure(`These system packages are missing and need administrator rights: ${packages.join(', ')}.\nInstall them, then run this again: ${byHand(packages)}`);
  }
  const apt = async (/** @type {readonly string[]} */ args, /** @type {(line: string) => void} */ onLine) => {
    const settings = Object.entries(QUIET).map(([name, value]) => `${name}=${value}`);
    // sudo drops the environment, so what apt-get must know goes through env behind it.
    const [program = 'sh', ...rest] = [...prefix, ...(prefix.length === 0 ? [] : ['env', ...settings]), ...WITH_STATUS, ...args];
    const env = { ...machine.env, ...QUIET };
    return run(program, rest, { env, stdin: prefix.length === 1 ? 'inherit' : 'ignore', onLine });
  };
  await step(`Installing ${packages.join(', ')} from the system's packages (once)`, async (progress) => {
    progress('reading the package lists');
    // A failed refresh is no failure yet: the lists that are there may do.
    const refreshed = await apt(['update', '-q'], () => {});
    const installed = await apt(['install', ...OPTIONS, ...packages], (line) => {
      const word = aptProgress(line);
      if (word !== undefined) progress(word);
    });
    if (installed.code !== 0) throw new SetupFailure(aptComplaint(`${refreshed.output}\n${installed.output}`, packages));
  });
}
