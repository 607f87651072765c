import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build, formatMessages } from 'esbuild';
import { SetupFailure } from '../setup/say.mjs';
import { drawIcons } from './icons.mjs';
import { filesBelow, writeRecord } from './record.mjs';
import { workerFinder } from './workers.mjs';

const SERVER_ENTRY = 'server/src/app/main.ts';
const PLAYER_ENTRY = 'packages/player/src/browser.ts';
const READER_TIME_ENTRY = 'server/src/web/browser/main.ts';
const SEARCH_ENTRY = 'server/src/web/browser/search.ts';
const OFFLINE = 'server/src/offline/browser';
/** Scripts that a saved page or the worker brings along: each is one file, so that none lacks a part. */
const OFFLINE_ENTRIES = ['save', 'saved', 'listen'];
const WORKER_ENTRY = `${OFFLINE}/worker.ts`;
const STYLES = 'server/src/web/styles';
const STATIC = 'server/src/web/static';
const DIST = 'server/dist';
const PUBLIC = `${DIST}/public`;
const OWN_PACKAGES = '@openfloor/';
const ASSETS = { '.woff2': 'file', '.svg': 'file', '.png': 'file' };
// Safari 16.4 is the oldest browser with import maps, media queries by range and reliable fMP4 in Media Source.
const BROWSERS = ['es2022', 'chrome109', 'firefox115', 'safari16.4'];

/** @typedef {import('esbuild').BuildOptions & { absWorkingDir: string }} Options */
/** @typedef {import('esbuild').Metafile} Metafile */

/** Packages that stay outside the server's file and are loaded from node_modules. @param {string} root */
function externals(root) {
  const names = ['package.json', 'server/package.json'].flatMap((file) => {
    const { dependencies = {}, optionalDependencies = {} } = /** @type {Record<string, Record<string, string> | undefined>} */ (JSON.parse(readFileSync(join(root, file), 'utf8')));
    return Object.keys({ ...dependencies, ...optionalDependencies });
  });
  return names.filter((name) => !name.startsWith(OWN_PACKAGES));
}

/** @param {Options} options @returns {Promise<Metafile>} */
async function bundle(options) {
  try {
    const { metafile } = await build({ ...options, bundle: true, metafile: true, sourcemap: 'linked', logLevel: 'silent', format: 'esm' });
    return metafile;
  } catch (error) {
    const errors = error instanceof Error && 'errors' in error ? /** @type {import('esbuild').Message[]} */ (error.errors) : [];
    if (errors.length === 0) throw error;
    // esbuild's notes are about its own options; where and what is enough.
    const plain = errors.map((message) => ({ ...message, notes: [] }));
    throw new SetupFailure(`The build failed:\n${(await formatMessages(plain, { kind: 'error', color: false })).join('')}`);
  }
}

/** @param {string} root @param {Record<string, string>} entryPoints */
const serverOptions = (root, entryPoints) => ({
  absWorkingDir: root,
  entryPoints,
  outdir: DIST,
  outExtension: { '.js': '.mjs' },
  platform: /** @type {const} */ ('node'),
  target: 'node24',
  external: externals(root),
  jsx: /** @type {const} */ ('automatic'),
  jsxImportSource: 'hono/jsx',
});

/** @param {string} root */
const playerOptions = (root) => ({
  absWorkingDir: root,
  entryPoints: { player: PLAYER_ENTRY, 'reader-time': READER_TIME_ENTRY, 'search': SEARCH_ENTRY },
  outdir: PUBLIC,
  splitting: true,
  minify: true,
  target: BROWSERS,
  platform: /** @type {const} */ ('browser'),
  entryNames: '[name]-[hash]',
  chunkNames: 'player-[name]-[hash]',
  loader: /** @type {Record<string, import('esbuild').Loader>} */ ({ ...ASSETS, '.css': 'text' }),
});

/** @param {string} root @param {readonly string[]} names */
const offlineOptions = (root, names) => ({
  absWorkingDir: root,
  entryPoints: Object.fromEntries(names.map((name) => [name, `${OFFLINE}/${name}.ts`])),
  outdir: PUBLIC,
  minify: true,
  target: BROWSERS,
  platform: /** @type {const} */ ('browser'),
  entryNames: '[name]-[hash]',
});

/** @param {string} root */
const styleOptions = (root) => ({
  absWorkingDir: root,
  entryPoints: styleEntries(root),
  outdir: PUBLIC,
  minify: true,
  target: BROWSERS.slice(1),
  entryNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  loader: /** @type {Record<string, import('esbuild').Loader>} */ (ASSETS),
});

/** The style sheets that no other style sheet brings in. @param {string} root */
function styleEntries(root) {
  const sheets = filesBelow(root, STYLES).filter((file) => file.endsWith('.css'));
  const imported = new Set(sheets.flatMap((sheet) =>
    [...readFileSync(join(root, sheet), 'utf8').matchAll(/@import\s+(?:url\()?["']([^"']+)["']/g)].map(([, path = '']) => join(dirname(sheet), path))));
  return sheets.filter((sheet) => !imported.has(sheet));
}

/** @param {string} root @returns {string[]} */
function copyStatic(root) {
  return filesBelow(root, STATIC).map((file) => {
    const target = `${PUBLIC}/${file.slice(STATIC.length + 1)}`;
    mkdirSync(dirname(join(root, target)), { recursive: true });
    copyFileSync(join(root, file), join(root, target));
    return target;
  });
}

/**
 * The plain name of each file of the pages and the one it is served under, such as
 * `player.js` and `player-3XQ7.js`. A name with a hash never changes its content, so it may be cached for ever.
 * @param {readonly Metafile[]} metafiles @param {readonly string[]} copied
 */
function manifest(metafiles, copied) {
  const built = metafiles.flatMap(({ outputs }) => Object.entries(outputs)).flatMap(([file, { entryPoint }]) => {
    const served = file.slice(PUBLIC.length + 1);
    if (entryPoint === PLAYER_ENTRY) return [['player.js', served]];
    if (entryPoint === READER_TIME_ENTRY) return [['reader-time.js', served]];
    if (entryPoint === SEARCH_ENTRY) return [['search.js', served]];
    if (entryPoint?.startsWith(`${OFFLINE}/`)) return [[`${basename(entryPoint, '.ts')}.js`, served]];
    return entryPoint?.endsWith('.css') ? [[basename(entryPoint), served]] : [];
  });
  const asIs = copied.map((file) => file.slice(PUBLIC.length + 1)).map((name) => [name, name]);
  return /** @type {Record<string, string>} */ (Object.fromEntries([...built, ...asIs]));
}

/** The server's file, and one beside it for each worker thread it starts. @param {string} root */
async function bundleServer(root) {
  const workers = workerFinder();
  const server = await bundle({ ...serverOptions(root, { openfloor: SERVER_ENTRY }), plugins: [workers.plugin] });
  if (workers.found.size === 0) return [server];
  return [server, await bundle(serverOptions(root, Object.fromEntries(workers.found)))];
}

/** Writes the icons of the installed app. @param {string} root @returns {string[]} */
function writeIcons(root) {
  const source = join(root, STATIC, 'icon.svg');
  if (!existsSync(source)) return [];
  return drawIcons(readFileSync(source, 'utf8')).map(([name, png]) => {
    const target = `${PUBLIC}/${name}`;
    mkdirSync(join(root, PUBLIC), { recursive: true });
    writeFileSync(join(root, target), png);
    return target;
  });
}

/**
 * The service worker knows the build it belongs to: when anything changes that a page is made of, the server's code
 * included, its bytes change, and browsers take the new one. @param {string} root @param {Record<string, string>} served
 */
async function bundleWorker(root, served) {
  const build = createHash('sha256').update(readFileSync(join(root, DIST, 'openfloor.mjs'))).update(JSON.stringify(served)).digest('hex').slice(0, 16);
  const shell = ['site.css', 'watch.css', 'saved.js', 'icon.svg'].flatMap((name) => (served[name] === undefined ? [] : [`/assets/${served[name]}`]));
  return bundle({ ...offlineOptions(root, ['worker']), define: { OPENFLOOR_BUILD: JSON.stringify(build), OPENFLOOR_SHELL: JSON.stringify(shell) } });
}

/** Builds everything into server/dist and records what went in. Old outputs go only when the new ones are there.
 * @param {string} root */
export async function buildAll(root) {
  const beganMs = Date.now();
  const before = filesBelow(root, DIST);
  const server = await bundleServer(root);
  const pages = existsSync(join(root, PLAYER_ENTRY)) ? [await bundle(playerOptions(root))] : [];
  if (styleEntries(root).length > 0) pages.push(await bundle(styleOptions(root)));
  const hasOffline = existsSync(join(root, WORKER_ENTRY));
  if (hasOffline) pages.push(await bundle(offlineOptions(root, OFFLINE_ENTRIES)));
  const copied = [...copyStatic(root), ...writeIcons(root)];
  if (hasOffline) pages.push(await bundleWorker(root, manifest(pages, copied)));
  mkdirSync(join(root, DIST), { recursive: true });
  writeFileSync(join(root, DIST, 'manifest.json'), `${JSON.stringify(manifest(pages, copied), undefined, 2)}\n`);
  const metafiles = [...server, ...pages];
  const outputs = [...metafiles.flatMap((meta) => Object.keys(meta.outputs)), ...copied, `${DIST}/manifest.json`];
  const kept = new Set([...outputs, `${DIST}/build.json`]);
  before.filter((file) => !kept.has(file)).forEach((file) => rmSync(join(root, file), { force: true }));
  writeRecord(root, beganMs, metafiles.flatMap((meta) => Object.keys(meta.inputs)), outputs);
}
