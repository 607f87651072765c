import { mkdir, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { isAppError } from '#platform/errors/index.ts';
import { openOddWorkshop, type OddWorkshop } from '../../../../fixtures/odd/index.ts';
import { openTestRecordings } from '../testing.ts';
import type { Submission } from './submission.ts';

/** A house with a workshop for odd media beside it, and a folder for temporary files that nobody else uses. */
export async function openOddHouse() {
  const stack = new AsyncDisposableStack();
  const before = process.env['TMPDIR'];
  const temporary = join(tmpdir(), `openfloor-odd-${process.pid}`);
  await mkdir(temporary, { recursive: true });
  stack.defer(() => rm(temporary, { recursive: true, force: true }));
  process.env['TMPDIR'] = temporary;
  stack.defer(() => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  });
  const house = stack.use(await openTestRecordings());
  const folder = join(house.folder, 'handed-in');
  await mkdir(folder);
  const workshop: OddWorkshop = await openOddWorkshop(folder);

  /** Everything that a publication could leave: rows, files of the store, temporary files. */
  const traces = async () => {
    const { rows } = await sql<Record<string, number>>`select
      (select count(*)::int from meetings) as meetings, (select count(*)::int from recordings) as recordings, (select count(*)::int from source_files) as files,
      (select count(*)::int from bodies) as bodies, (select count(*)::int from channels) as channels`.execute(house.database.db);
    const stored = await readdir(join(house.folder, 'blobs'), { recursive: true });
    return { ...rows[0], stored, temporary: await readdir(temporary) };
  };

  return {
    ...house, workshop, folder,
    /** Expects a refusal, and that it left nothing; gives its code and what people read. */
    async refusal(submission: Submission): Promise<{ readonly code: string; readonly says: string; readonly remedy: string }> {
      const earlier = await traces();
      const error: unknown = await house.recordings.publish(house.operator, submission).then(() => undefined, (caught: unknown) => caught);
      if (!isAppError(error)) throw new Error(`expected a refusal, got ${error instanceof Error ? error.stack : 'a publication'}`);
      await house.worker.idle();
      expect(await traces()).toEqual(earlier);
      return { code: error.code, says: error.message, remedy: error.remedy };
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

export type OddHouse = Awaited<ReturnType<typeof openOddHouse>>;
