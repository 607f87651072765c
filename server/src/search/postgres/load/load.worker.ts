import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { parentPort, workerData } from 'node:worker_threads';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { LanguageCount } from '../rows.ts';
import { copyLines, countLines, type NumberedMeeting } from './copy-rows.ts';

/** Where a thread writes. */
export interface LoadTask {
  readonly url: string;
  readonly schema: string;
}

/** Meetings to write; null: that was all. */
export type LoadInput = readonly NumberedMeeting[] | null;

/** One batch is written, or everything is; or it failed. */
export type LoadOutput = { readonly texts: number; readonly words: number } | { readonly done: true } | { readonly failure: Error };

const { url, schema } = workerData as LoadTask;
const client = new Client({ connectionString: url, application_name: 'openfloor' });
const total = new Map<string, LanguageCount>();
const tell = (output: LoadOutput): void => { parentPort?.postMessage(output); };

async function copy(table: string, lines: string): Promise<void> {
  if (lines === '') return;
  await pipeline(Readable.from([Buffer.from(lines)]), client.query(copyFrom(`copy ${schema}.${table} from stdin`)));
}

async function write(meetings: readonly NumberedMeeting[]): Promise<void> {
  const before = sum();
  const tables = copyLines(meetings, total);
  for (const [table, lines] of tables) await copy(table, lines);
  const after = sum();
  tell({ texts: after.texts - before.texts, words: after.words - before.words });
}

function sum(): { readonly texts: number; readonly words: number } {
  let [texts, words] = [0, 0];
  for (const of of total.values()) [texts, words] = [texts + of.texts, words + of.words];
  return { texts, words };
}

let last: Promise<unknown> = client.connect().then(() => client.query('set synchronous_commit = off'));
parentPort?.on('message', (input: LoadInput) => {
  last = last.then(async () => {
    if (input !== null) return write(input);
    for (const [table, lines] of countLines(total)) await copy(table, lines);
    await client.end();
    return tell({ done: true });
  }).catch((error: unknown) => { tell({ failure: error instanceof Error ? error : new Error(String(error)) }); });
});
