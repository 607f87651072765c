import { readFreshMeetings, readMeetings, readTopics, readUnseenMeetings, type JudgedLanguage, type TopicHalf } from '../../../fixtures/judged/index.ts';
import type { Database } from '../../../server/src/platform/db/index.ts';
import type { Tagging } from '../../../server/src/topics/index.ts';
import { judgedMoments } from './judged-moments.ts';

/** How one judged moment was tagged, as numbers of topics. */
export interface TaggedMoment {
  readonly half: TopicHalf;
  /** What is spoken at the floor. */
  readonly language: JudgedLanguage;
  readonly given: number;
  /** Of those given, the ones that were judged so too. */
  readonly right: number;
  /** As judged; 0 where the vocabulary has nothing for what is said. */
  readonly wanted: number;
}

/** Tags all judged moments as published ones are, and compares that with what was judged. */
export async function tagJudged({ db, pool }: Database, tagging: Tagging): Promise<readonly TaggedMoment[]> {
  const read = [...readMeetings(), ...readFreshMeetings(), ...readUnseenMeetings()];
  const floors = new Map(read.flatMap(({ moments }) => moments).map(({ id, floor }) => [id, floor]));
  const judged = new Map(readTopics().map((one) => [one.moment, one]));
  const compared: TaggedMoment[] = [];
  const { meetings, idOf } = judgedMoments(read);
  for (const { meetingId, moments } of meetings) {
    await pool.query('insert into meetings (id, titles, slug, created_at, updated_at) values ($1::uuid, \'{"en": "Judged"}\', $1::text, now(), now())', [meetingId]);
    const tagged = await tagging.topicsOf(db, meetingId, moments);
    for (const [n, { startMs }] of moments.entries()) {
      const id = idOf({ meetingId, startMs }) ?? '';
      const [one, language, tags] = [judged.get(id), floors.get(id), tagged[n]];
      if (!one || !language || !tags) throw new Error(`The moment ${id} was not tagged, or has not been judged.`);
      compared.push({ half: one.half, language, given: tags.length, right: tags.filter((tag) => one.topics.includes(tag)).length, wanted: one.topics.length });
    }
  }
  return compared;
}
