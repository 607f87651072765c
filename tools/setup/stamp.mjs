import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

// A stamp says that a step was done, and for what. It lives in node_modules so that a fresh tree has none.

/** @param {string} root @param {string} name */
const stampFile = (root, name) => join(root, 'node_modules', '.cache', 'openfloor', `${name}.json`);

/** @param {readonly string[]} parts */
export const keyOf = (...parts) => createHash('sha256').update(parts.join('\0')).digest('hex');

/** What a file looks like from outside: enough to notice that it was replaced. Empty when it is not there.
 * @param {string} path */
export function looks(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? '' : `${path}:${stat.size}:${Math.trunc(stat.mtimeMs)}`;
}

/**
 * @param {string} root
 * @param {string} name
 * @returns {unknown} what was stamped, or undefined
 */
export function readStamp(root, name) {
  try {
    return JSON.parse(readFileSync(stampFile(root, name), 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * @param {string} root
 * @param {string} name
 * @param {unknown} value
 */
export function writeStamp(root, name, value) {
  const file = stampFile(root, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(value)}\n`);
}
