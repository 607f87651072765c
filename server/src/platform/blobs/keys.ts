import { AppError } from '#platform/errors/index.ts';

const KEY = /^[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/;
// File systems take 255 bytes a name; S3 takes 1024 for the whole.
const LONGEST_PART = 200;
const LONGEST_KEY = 900;

/** The key itself, or `bad_request`: keys come from names of meetings and must never lead out of the store. */
export function checkKey(key: string): string {
  const parts = key.split('/');
  const sound = KEY.test(key) && key.length <= LONGEST_KEY && parts.every((part) => part.length <= LONGEST_PART && !/^\.+$/.test(part));
  if (!sound) throw new AppError('bad_request', { problem: `${JSON.stringify(key)} is not a name under which a file can be kept` });
  return key;
}

/** As `checkKey`, for the beginning of keys; '' is the beginning of all. */
export function checkPrefix(prefix: string): string {
  if (prefix !== '') checkKey(prefix.endsWith('/') ? prefix.slice(0, -1) : prefix);
  return prefix;
}
