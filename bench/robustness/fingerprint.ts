import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What a published recording consists of: for each file the SHA-256 of what it holds. */
export type Fingerprint = ReadonlyMap<string, string>;

/** Takes the fingerprint of a recording's folder; ids in playlists, which differ each time, are left out of it. */
export async function fingerprint(folder: string, ids: readonly string[]): Promise<Fingerprint> {
  const found = new Map<string, string>();
  for (const name of (await readdir(folder)).toSorted()) {
    const bytes = await readFile(join(folder, name));
    const text = /\.(m3u8|vtt|json)$/.test(name);
    const content = text ? ids.reduce((all, id) => all.replaceAll(id, 'id'), bytes.toString()) : bytes;
    found.set(name, createHash('sha256').update(content).digest('hex'));
  }
  return found;
}

/** Names of the files in which two recordings differ, one of them missing included; media that decode alike are alike. */
export async function differences(expected: { folder: string; print: Fingerprint }, actual: { folder: string; print: Fingerprint }): Promise<string[]> {
  const names = new Set([...expected.print.keys(), ...actual.print.keys()]);
  const differing = [...names].filter((name) => expected.print.get(name) !== actual.print.get(name));
  const verdicts = await Promise.all(differing.map(async (name) => {
    if (!expected.print.has(name)) return [`${name} is too much`];
    if (!actual.print.has(name)) return [`${name} is missing`];
    if (!/\.(mp4|jpg)$/.test(name)) return [name];
    return await decoded(join(expected.folder, name)) === await decoded(join(actual.folder, name)) ? [] : [`${name} decodes otherwise`];
  }));
  return verdicts.flat();
}

/** Hash of every decoded frame and sample of a file. */
async function decoded(file: string): Promise<string> {
  return (await run('ffmpeg', ['-v', 'error', '-i', file, '-map', '0', '-f', 'streamhash', '-'])).stdout;
}
