import { readTopics } from '../../../fixtures/judged/index.ts';
import type { Database } from '../../../server/src/platform/db/index.ts';
import type { Tagging } from '../../../server/src/topics/index.ts';
import type { JudgedMoments } from './judged-moments.ts';

/** How well moments were tagged. */
export interface TaggingScore {
  readonly moments: number;
  /** Share of the given topics that are right, and of the right ones that were given. */
  readonly precision: number;
  readonly recall: number;
}

/** Tags the judged moments as published ones are, and compares that with what was judged, in one half. */
export async function scoreTagging({ db, pool }: Database, tagging: Tagging, { meetings, idOf }: JudgedMoments, half: 'tune' | 'test'): Promise<TaggingScore> {
  const judged = new Map(readTopics().filter((one) => one.half === half).map(({ moment, topics }) => [moment, new Set(topics)]));
  let [given, right, wanted] = [0, 0, 0];
  for (const { meetingId, moments } of meetings) {
    await pool.query('insert into meetings (id, titles, slug, created_at, updated_at) values ($1::uuid, \'{"en": "Judged"}\', $1::text, now(), now())', [meetingId]);
    const tagged = await tagging.topicsOf(db, meetingId, moments);
    moments.forEach(({ startMs }, n) => {
      const topics = judged.get(idOf({ meetingId, startMs }) ?? '');
      if (!topics) return;
      const tags = tagged[n] ?? [];
      given += tags.length;
      right += tags.filter((tag) => topics.has(tag)).length;
      wanted += topics.size;
    });
  }
  return { moments: judged.size, precision: right / given, recall: right / wanted };
}
