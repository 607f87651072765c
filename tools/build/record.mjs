import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { keyOf } from '../setup/stamp.mjs';

// The record of a build: what went in and what came out. A build is fresh while none of it changed.

/** Folders of which every file counts, whether something imports it or not. */
const WHOLE_FOLDERS = ['server/src/web/styles', 'server/src/web/static', 'tools/build'];
const SINGLE_FILES = ['tools/build.mjs', 'package-lock.json', 'package.json', 'server/package.json'];

/**
 * @typedef {object} BuildRecord
 * @property {Record<string, string>} inputs how each source looked, by its path in the project
 * @property {string} folders fingerprint of the whole folders
 * @property {readonly string[]} outputs
 */

/** @param {string} root */
const recordFile = (root) => join(root, 'server', 'dist', 'build.json');

/** @param {string} path */
function looksNow(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? 'gone' : `${stat.size}:${Math.trunc(stat.mtimeMs)}`;
}

/** Every file below a folder, sorted; none when the folder is not there.
 * @param {string} root @param {string} folder @returns {string[]} */
export function filesBelow(root, folder) {
  try {
    return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .sort();
  } catch {
    return [];
  }
}

/** @param {string} root */
const foldersNow = (root) =>
  keyOf(...WHOLE_FOLDERS.flatMap((folder) => filesBelow(root, folder)).map((file) => `${file} ${looksNow(join(root, file))}`));

/** @param {string} root @returns {BuildRecord | undefined} */
export function readRecord(root) {
  try {
    return /** @type {BuildRecord} */ (JSON.parse(readFileSync(recordFile(root), 'utf8')));
  } catch {
    return undefined;
  }
}

/** @param {string} root @param {BuildRecord | undefined} record */
export function isFresh(root, record) {
  if (record === undefined || record.folders !== foldersNow(root)) return false;
  const sameInputs = Object.entries(record.inputs).every(([file, looks]) => looksNow(join(root, file)) === looks);
  return sameInputs && record.outputs.every((file) => looksNow(join(root, file)) !== 'gone');
}

/** Records a build that began at `beganMs`: a source saved after that may have been read before it was saved.
 * @param {string} root @param {number} beganMs @param {readonly string[]} inputs @param {readonly string[]} outputs */
export function writeRecord(root, beganMs, inputs, outputs) {
  const all = [...new Set([...inputs, ...SINGLE_FILES])].sort();
  const asBuilt = (/** @type {string} */ file) => ((statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0) > beganMs ? 'newer' : looksNow(join(root, file)));
  /** @type {BuildRecord} */
  const record = { inputs: Object.fromEntries(all.map((file) => [file, asBuilt(file)])), folders: foldersNow(root), outputs };
  mkdirSync(dirname(recordFile(root)), { recursive: true });
  writeFileSync(recordFile(root), `${JSON.stringify(record)}\n`);
}
