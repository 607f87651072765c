import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { extract } from 'tar-stream';
import { AppError, isAppError } from '#platform/errors/index.ts';
import { FILE_PREFIX, MANIFEST_HASH_NAME, MANIFEST_NAME, parseManifest, type Manifest, type ManifestEntry } from './manifest.domain.ts';

const READ_BYTES = 1024 * 1024;
const LONGEST_MANIFEST = 512 * 1024 * 1024;
const NAME = new RegExp(`^(${FILE_PREFIX}[A-Za-z0-9._/-]+|database/\\d+/[\\w.%-]+|${MANIFEST_NAME}|${MANIFEST_HASH_NAME})$`);

export type ArchiveEntry = { readonly name: string; readonly size: number; readonly body: AsyncIterable<Uint8Array> };

/** The entries of a backup in their order; each body must be read before the next entry comes. */
export async function* readArchive(file: string): AsyncGenerator<ArchiveEntry> {
  await access(file).catch((error: unknown) => { throw new AppError('file_missing', { file }, { cause: error }); });
  const source = createReadStream(file, { highWaterMark: READ_BYTES });
  const tar = extract();
  source.on('error', (error) => tar.destroy(error));
  source.pipe(tar);
  try {
    for await (const entry of tar) {
      const { name, size, type } = entry.header;
      if (type !== 'file' || !NAME.test(name)) throw new AppError('backup_invalid', { file, problem: 'it is not a backup of Openfloor' });
      yield { name, size, body: bodyOf(entry as unknown as AsyncIterable<Uint8Array>, file) };
    }
  } catch (error) {
    throw understood(error, file);
  } finally {
    source.destroy();
  }
}

async function* bodyOf(entry: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* entry;
  } catch (error) {
    throw understood(error, file);
  }
}

/** Errors of the disk and ours stay what they are; every other one comes from bytes that make no sense. */
function understood(error: unknown, file: string): unknown {
  if (isAppError(error) || (error as NodeJS.ErrnoException).code !== undefined) return error;
  return new AppError('backup_invalid', { file, problem: 'it is damaged or cut off' }, { cause: error });
}

/** Reads the whole backup and compares it with its own list of contents. `backup_invalid` says what does not match. */
export async function verifyArchive(file: string): Promise<Manifest> {
  const found: ManifestEntry[] = [];
  let text: string | undefined;
  let hashText = '';
  for await (const { name, size, body } of readArchive(file)) {
    const hash = createHash('sha256');
    const kept: Uint8Array[] = [];
    const keep = name === MANIFEST_NAME || name === MANIFEST_HASH_NAME;
    if (keep && size > LONGEST_MANIFEST) throw new AppError('backup_invalid', { file, problem: 'its list of contents is damaged' });
    for await (const chunk of body) {
      hash.update(chunk);
      if (keep) kept.push(chunk);
    }
    if (name === MANIFEST_NAME) text = Buffer.concat(kept).toString('utf8');
    else if (name === MANIFEST_HASH_NAME) hashText = Buffer.concat(kept).toString('utf8');
    else found.push({ name, size, sha256: hash.digest('hex') });
  }
  if (text === undefined || hashText === '') throw new AppError('backup_invalid', { file, problem: found.length === 0 ? 'it is not a backup of Openfloor' : 'it is cut off' });
  if (createHash('sha256').update(text).digest('hex') !== hashText.trim()) throw new AppError('backup_invalid', { file, problem: 'its list of contents is damaged' });
  const manifest = parseManifest(text, file);
  compare(manifest.entries, found, file);
  return manifest;
}

function compare(listed: readonly ManifestEntry[], found: readonly ManifestEntry[], file: string): void {
  if (listed.length !== found.length) throw new AppError('backup_invalid', { file, problem: `it holds ${found.length} entries where its list of contents has ${listed.length}` });
  for (const [index, entry] of listed.entries()) {
    const other = found[index];
    if (other?.name !== entry.name || other.size !== entry.size || other.sha256 !== entry.sha256) {
      throw new AppError('backup_invalid', { file, problem: `${entry.name} is damaged` });
    }
  }
}
