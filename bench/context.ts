import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestMeeting } from '../fixtures/meeting/index.ts';
import { longMeeting } from './long-meeting.ts';
import { publishLong, type LongPublication } from './long-publication.ts';
import type { Options } from './options.ts';
import type { Figure } from './report/figures.ts';
import type { Workplace } from './workplace.ts';

/** Where results, the cache and the work lie: all on one disk, so that what is compared is written to the same. */
export const RESULTS = fileURLToPath(new URL('../bench-results', import.meta.url));

/** What a bench works with. */
export interface Context extends Workplace, AsyncDisposable {
  /** The long meeting as it was published once for all benches: to the end of its voice renditions. */
  publication(): Promise<LongPublication>;
}

/** A set of figures that belong together. */
export interface Bench {
  readonly name: string;
  readonly about: string;
  run(context: Context): Promise<readonly Figure[]>;
}

/** Opens what benches share; disposing of it ends what runs and removes what was written, but for cache and results. */
export async function openContext(options: Options): Promise<Context> {
  await mkdir(RESULTS, { recursive: true });
  await removeLeftovers();
  const work = await mkdtemp(join(RESULTS, `work-${process.pid}-`));
  const say = (line: string) => process.stderr.write(`  ${line}\n`);
  let meeting: Promise<TestMeeting> | undefined;
  let publication: Promise<LongPublication> | undefined;
  const context: Context = {
    options, say,
    async folder(name) {
      const path = join(work, name);
      await rm(path, { recursive: true, force: true });
      await mkdir(path, { recursive: true });
      return path;
    },
    meeting: () => (meeting ??= longMeeting(join(RESULTS, 'cache'), options.hours, say)),
    publication: () => (publication ??= publishLong(context, 'long')),
    async [Symbol.asyncDispose]() {
      await (await publication?.catch(() => undefined))?.server[Symbol.asyncDispose]();
      await rm(work, { recursive: true, force: true });
    },
  };
  return context;
}

/** Removes the work of benches that were ended before they could do so. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(RESULTS)) {
    const owner = /^work-(\d+)-/.exec(name)?.[1];
    if (owner !== undefined && !existsSync(`/proc/${owner}`)) await rm(join(RESULTS, name), { recursive: true, force: true });
  }
}
