import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Alone, AloneAnswer } from './align-alone.ts';

/** Aligns in a process of its own, or has only the reference spoken there. */
export async function alone(folder: string, task: Alone): Promise<AloneAnswer> {
  const file = join(folder, 'task.json');
  await writeFile(file, JSON.stringify(task));
  await promisify(execFile)(process.execPath, [fileURLToPath(new URL('align-alone.ts', import.meta.url)), file]);
  return JSON.parse(await readFile(`${file}.answer`, 'utf8')) as AloneAnswer;
}
