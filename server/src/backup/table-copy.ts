import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { PoolClient } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { qualified, quote, type TableShape } from './tables.repo.ts';

const PART_BYTES = 8 * 1024 * 1024;

const columnsOf = ({ columns }: TableShape): string => columns.map(quote).join(', ');

/**
 * A table as compressed COPY text, in parts of some megabytes: an entry of an archive must say its
 * size first, and a whole table may be larger than the memory. Calls `onPart` for each, returns the rows.
 */
export async function readTable(client: PoolClient, table: TableShape, onPart: (part: Buffer) => Promise<void>): Promise<number> {
  const rows = client.query(copyTo(`copy ${qualified(table)} (${columnsOf(table)}) to stdout`));
  await pipeline(rows, createGzip(), async (compressed: AsyncIterable<Buffer>) => {
    let kept: Buffer[] = [];
    let bytes = 0;
    const flush = async (): Promise<void> => {
      if (bytes > 0) await onPart(Buffer.concat(kept));
      kept = [];
      bytes = 0;
    };
    for await (const chunk of compressed) {
      kept.push(chunk);
      bytes += chunk.length;
      if (bytes >= PART_BYTES) await flush();
    }
    await flush();
  });
  return rows.rowCount;
}

/** Takes the parts of one table, in their order. */
export interface TableWriter {
  write(part: AsyncIterable<Uint8Array>): Promise<void>;
  /** Returns the rows that were written. */
  finish(): Promise<number>;
  /** Gives it up; the transaction is then broken and must be rolled back. */
  abandon(): Promise<void>;
}

export function writeTable(client: PoolClient, table: TableShape): TableWriter {
  const rows = client.query(copyFrom(`copy ${qualified(table)} (${columnsOf(table)}) from stdin`));
  const unzip = createGunzip();
  const done = pipeline(unzip, rows);
  // Whoever writes or finishes learns of it; this only keeps it from being nobody's.
  done.catch(() => undefined);
  return {
    write: async (part) => {
      for await (const chunk of part) if (!unzip.write(chunk)) await Promise.race([once(unzip satisfies Writable, 'drain'), done]);
    },
    finish: async () => {
      unzip.end();
      await done;
      return rows.rowCount;
    },
    abandon: async () => {
      unzip.destroy();
      await done.catch(() => undefined);
    },
  };
}
