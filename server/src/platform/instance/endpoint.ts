import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isRunning, thisProcess } from '#platform/process/index.ts';
import type { Endpoint } from './instance.ports.ts';

const ANSWER_MS = 3000;

const Published = z.object({ process: z.string(), url: z.url(), token: z.string() });

const fileOf = (dataFolder: string): string => join(dataFolder, 'run', 'server.json');

/** Tells other programs that may read this data folder where its server answers. */
export async function publishEndpoint(dataFolder: string, endpoint: Endpoint): Promise<void> {
  const file = fileOf(dataFolder);
  const draft = `${file}.${thisProcess}`;
  await mkdir(join(dataFolder, 'run'), { recursive: true });
  await writeFile(draft, JSON.stringify({ process: thisProcess, ...endpoint }), { mode: 0o600 });
  await rename(draft, file);
}

/** The server of a data folder; undefined when none runs or it does not answer `/health`. */
export async function findRunningServer(dataFolder: string): Promise<Endpoint | undefined> {
  const text = await readFile(fileOf(dataFolder), 'utf8').catch(() => '');
  const published = Published.safeParse(parse(text));
  if (!published.success || !isRunning(published.data.process)) return undefined;
  const { url, token } = published.data;
  try {
    const answer = await fetch(new URL('/health', url), { signal: AbortSignal.timeout(ANSWER_MS) });
    await answer.body?.cancel();
    return answer.ok ? { url, token } : undefined;
  } catch {
    return undefined;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
