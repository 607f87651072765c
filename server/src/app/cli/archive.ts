import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { writeArchive } from './archive-file.ts';
import type { Terminal } from './terminal.ts';
import { withOperator } from './with-operator.ts';

interface ArchiveOptions {
  readonly since?: string;
  readonly body?: string;
  readonly all?: boolean;
}

/** `openfloor archive FILE`: everything with all words, as JSON lines. */
export async function archiveCommand(terminal: Terminal, path: string, { since, body, all }: ArchiveOptions): Promise<void> {
  const file = resolve(path);
  await withOperator(async (operator) => {
    const meetings = await writeArchive(file, (cursor) => {
      const query = new URLSearchParams({
        ...(all === true ? {} : { public: 'yes' }), ...(since !== undefined && { updated_since: since }), ...(body !== undefined && { body }), ...(cursor !== undefined && { cursor }),
      });
      return operator.read(`/archive.jsonl?${query.toString()}`);
    });
    const { size: bytes } = await stat(file);
    terminal.emit({ event: 'archived', file, meetings, bytes });
    terminal.say(`Written: ${file} (${meetings} meetings)`);
  });
}
