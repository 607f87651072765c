import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openApi } from '../server/api.ts';

/** What a publication left: every file by name, and what the server says about it, free of ids and titles. */
export interface Outcome {
  readonly folder: string;
  /** SHA-256 of each file; of playlists after their ids were replaced. */
  readonly files: ReadonlyMap<string, string>;
  /** The multivariant playlist, and what the API says of the recording. */
  readonly told: string;
}

/** Reads everything that a complete recording consists of. */
export async function outcomeOf(data: string, url: string, recordingId: string, title: string): Promise<Outcome> {
  const recording = await (await openApi(data)).recording(recordingId);
  const plain = (text: string) => text.replaceAll(recording.meetingId, 'MEETING').replaceAll(recordingId, 'RECORDING').replaceAll(title, 'TITLE');
  const folder = join(data, 'blobs', 'media', recording.meetingId, recordingId);
  const files = new Map<string, string>();
  for (const name of (await readdir(folder)).toSorted()) {
    const bytes = await readFile(join(folder, name));
    files.set(name, sha256(/\.(m3u8|vtt)$/.test(name) ? plain(bytes.toString('utf8')) : bytes));
  }
  const master = await (await fetch(new URL(recording.hls ?? '/', url))).text();
  return { folder, files, told: plain(`${master}\n${JSON.stringify(recording)}`) };
}

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

/** How an outcome compares with another. */
export interface Comparison {
  /** All files are the same to the byte; else, without a fault, the same when decoded. */
  readonly bytes: boolean;
  /** What is different, in words; empty when nothing is. */
  readonly faults: readonly string[];
}

/** Compares file by file, media that differ in their bytes by their decoded frames. */
export async function compare(outcome: Outcome, reference: Outcome): Promise<Comparison> {
  const names = new Set([...outcome.files.keys(), ...reference.files.keys()]);
  const missing = [...names].filter((name) => !outcome.files.has(name));
  const extra = [...names].filter((name) => !reference.files.has(name));
  const other = [...names].filter((name) => !missing.includes(name) && !extra.includes(name) && outcome.files.get(name) !== reference.files.get(name));
  const changed: string[] = [];
  for (const name of other) {
    const isMedia = name.endsWith('.mp4') && await framesOf(join(outcome.folder, name)) === await framesOf(join(reference.folder, name));
    if (!isMedia) changed.push(name);
  }
  const told = outcome.told === reference.told ? [] : ['what the server tells differs'];
  const faults = [...missing.map((name) => `${name} is missing`), ...extra.map((name) => `${name} is left over`), ...changed.map((name) => `${name} differs`), ...told];
  return { bytes: faults.length === 0 && other.length === 0, faults };
}

/** A hash over every decoded frame with its time. */
async function framesOf(file: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.env['FFMPEG_PATH'] ?? 'ffmpeg', ['-v', 'error', '-i', file, '-f', 'framemd5', '-'], { maxBuffer: 1 << 28 });
  return sha256(stdout);
}
