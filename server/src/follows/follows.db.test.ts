import { describe, expect, it } from 'vitest';
import { localOperator } from '#access/index.ts';
import { createAuditLog } from '#audit/index.ts';
import { createBrowse, createMeetings, parseMeetingYaml } from '#meetings/index.ts';
import { openTestDatabase } from '#platform/db/testing.ts';
import { AppError } from '#platform/errors/index.ts';
import { openEvents } from '#platform/events/index.ts';
import { silentLog } from '#platform/log/index.ts';
import type { Mail } from '#platform/mail/index.ts';
import { createRegistry, openQueue } from '#platform/queue/index.ts';
import type { FoundMoment, SearchAnswer, SearchQuestion } from '#search/index.ts';
import { NOTHING_SAID } from './nothing-said.test-support.ts';
import { ALL_FOLLOW_JOBS, createFollows, SavedSearches } from './index.ts';

const WISH = { address: 'ana@example.net', search: 'q=water', language: 'ar' } as const;
const HOUR_MS = 3_600_000;

/** Follows on a real database and queue; the post, the clock and what was said are the test's. */
async function house(send: (mail: Mail) => void = () => undefined, find: (question: SearchQuestion) => Promise<SearchAnswer> = async () => NOTHING_SAID) {
  const database = await openTestDatabase();
  const time = { now: Date.parse('2026-03-02T12:00:00Z') };
  const clock = { now: () => new Date(time.now) };
  const meetings = createMeetings({ database, clock, audit: createAuditLog(database) });
  const events = await openEvents({ database, log: silentLog });
  const queue = await openQueue({ database, events, log: silentLog, jobs: ALL_FOLLOW_JOBS });
  const mails: Mail[] = [];
  const mailer = { delivers: true, check: async () => undefined, send: async (mail: Mail) => { send(mail); mails.push(mail); } };
  const searches = new SavedSearches({ meetings, browse: createBrowse({ database }), moments: { find } });
  const { follows, handleJobs } = createFollows({ database, queue, clock, log: silentLog, searches, mailer, origin: 'https://tv.example', times: { settle: 0, gap: 0, again: 50 } });
  const registry = createRegistry();
  handleJobs(registry);
  const worker = await queue.startWorker({ registry });
  return {
    follows, mails, time, searches, database,
    async publish(slug: string, title: string): Promise<string> {
      const parsed = parseMeetingYaml(`schema: openfloor/meeting/1\nslug: ${slug}\ntitle: { en: "${title}" }\nstarts: 2026-03-01T10:00:00Z\n`);
      if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
      return database.transaction(async (tx) => {
        const { meeting } = await meetings.upsertFromFolder(localOperator(), tx, parsed.folder);
        if (meeting.state !== 'published') await meetings.setState(localOperator(), tx, meeting.id, 'publish');
        await follows.meetingChanged(tx, meeting.id);
        return meeting.id;
      });
    },
    withdraw: (slug: string) => meetings.withdraw(localOperator(), slug),
    idle: () => worker.idle(),
    tokenIn: (mail: Mail | undefined) => /\/follow\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '',
    kept: async () => Number((await database.pool.query<{ n: string }>('select (select count(*) from follows) + (select count(*) from follow_finds) as n')).rows[0]?.n),
    async [Symbol.asyncDispose]() {
      await worker.stop();
      await queue.close();
      await events.close();
      await database.close();
    },
  };
}

async function confirmed(at: Awaited<ReturnType<typeof house>>): Promise<string> {
  await at.follows.ask(WISH);
  await at.idle();
  const token = at.tokenIn(at.mails[0]);
  expect((await at.follows.confirm(token))?.confirmedAt).not.toBeNull();
  return token;
}

describe('a search that is followed', () => {
  it('tells of what is new, once, in the language of the reader, and of nothing that was there before', async () => {
    await using at = await house();
    await at.publish('old', 'Water, old');
    await at.idle();
    const token = await confirmed(at);
    expect(at.mails[0]).toMatchObject({ to: 'ana@example.net', subject: 'يرجى التأكيد: متابعة «water»', unsubscribe: `https://tv.example/ar/follow/${token}/stop` });
    await at.publish('new', 'Water & <b>wells</b>');
    await at.publish('other', 'Roads');
    await at.publish('old', 'Water, old, with more words');
    await at.idle();
    expect(at.mails).toHaveLength(2);
    const [, news] = at.mails;
    expect(news?.subject).toBe('جلسة جديدة (1): «water»');
    expect(news?.text).toContain('Water & <b>wells</b>\n1 مارس 2026\nhttps://tv.example/ar/meetings/new');
    expect(news?.html).toContain('<html lang="ar" dir="rtl">');
    expect(news?.html).toContain('Water &amp; &lt;b&gt;wells&lt;/b&gt;');
    expect(news?.html).not.toContain('old');
    await at.publish('new', 'Water & wells, again');
    await at.idle();
    expect(at.mails).toHaveLength(2);
    await at.publish('newer', 'Water, newer');
    await at.idle();
    expect(at.mails[2]?.text).toContain('/ar/meetings/newer');
    expect(at.mails[2]?.text).not.toContain('/ar/meetings/new\n');
    expect(at.mails[2]?.id).not.toBe(news?.id);
  });

  it('tells what was said, in the words of the reader and with the way to hear them; half of the words are not enough', async () => {
    const asked: SearchQuestion[] = [];
    const said = (meeting: string): FoundMoment => ({
      meeting: { id: meeting, slug: 'roads', title: { en: 'Roads' }, body: null, starts: '2026-03-01T10:00:00Z', timezone: 'UTC', symbol: null }, start: 62_500, end: 90_000,
      speaker: { slug: 'ana', name: { en: 'Ana' } }, capacity: null, agenda: null, spoken: 'en', topics: [], score: 1, floor: null,
      reader: { channel: 'ar', kind: 'captions', language: 'ar', text: 'الماء', marks: [], at: 64_000 }, match: { channel: 'en', kind: 'captions', language: 'en', text: 'Water <i>', marks: [], at: 62_500, by: 'words' },
    });
    await using at = await house(undefined, async (question) => {
      asked.push(question);
      return { ...NOTHING_SAID, moments: question.filters?.meeting === undefined ? [] : [said(question.filters.meeting)] };
    });
    await confirmed(at);
    const id = await at.publish('roads', 'Roads');
    await at.idle();
    expect(asked.at(-1)).toEqual({ text: 'water', language: 'ar', complete: true, filters: { meeting: id }, limit: 3 });
    expect(at.mails[1]?.text).toContain('Ana: \u2068الماء\u2069\nhttps://tv.example/ar/meetings/roads?t=64&ch=ar');
  });

  it('ends with everything that was kept about it', async () => {
    await using at = await house();
    const token = await confirmed(at);
    await at.publish('new', 'Water');
    await at.idle();
    await at.follows.stop(token);
    expect([await at.kept(), await at.follows.byToken(token)]).toEqual([0, null]);
    await at.publish('newer', 'Water');
    await at.idle();
    expect(at.mails).toHaveLength(2);
  });

  it('is not told of what was withdrawn before the mail went', async () => {
    await using at = await house(({ id }) => { if (!id.includes('.ask.')) throw new AppError('mail_away', { problem: 'down' }); });
    await confirmed(at);
    await at.publish('new', 'Water');
    await expect.poll(() => at.kept()).toBe(2);
    await at.withdraw('new');
    // The next try finds that nothing is left to tell, and is done with it.
    await expect.poll(async () => (await at.database.pool.query<{ mails: number }>('select mails from follows')).rows, { timeout: 10_000 }).toEqual([{ mails: 1 }]);
    expect(at.mails).toHaveLength(1);
  });
});

describe('a wish to follow', () => {
  it('brings nothing until it is confirmed, and is forgotten after two days', async () => {
    await using at = await house();
    await at.follows.ask(WISH);
    await at.publish('new', 'Water');
    await at.idle();
    expect(at.mails).toHaveLength(1);
    const { rows: [row] } = await at.database.pool.query<{ id: string }>('select id from follows');
    await at.follows.forget(row?.id ?? '');
    expect(await at.kept()).toBe(1);
    at.time.now += 48 * HOUR_MS;
    await at.follows.forget(row?.id ?? '');
    expect(await at.kept()).toBe(0);
    expect((await at.database.pool.query('select from follow_asks')).rowCount).toBe(0);
    expect(await at.follows.confirm(at.tokenIn(at.mails[0]))).toBeNull();
  });

  it('asked again writes again, tells who follows already, and no more than five times a day', async () => {
    await using at = await house();
    await confirmed(at);
    for (let n = 0; n < 9; n += 1) {
      at.time.now += 60_000;
      // Other letters, the same mailbox.
      await at.follows.ask({ ...WISH, address: n % 2 ? 'Ana@example.net' : WISH.address });
      await at.idle();
    }
    expect(at.mails).toHaveLength(5);
    expect(at.mails[4]?.subject).toBe('أنت تتابع هذا البحث بالفعل: «water»');
    at.time.now += 25 * HOUR_MS;
    await at.follows.ask(WISH);
    await at.idle();
    expect(at.mails).toHaveLength(6);
  });
});

describe('the post', () => {
  it('that breaks down or dies on the way sends the same mail again, and then no other', async () => {
    const tried: Mail[] = [];
    await using at = await house((mail) => {
      if (mail.id.includes('.ask.')) return;
      tried.push(mail);
      if (tried.length === 1) throw new AppError('mail_away', { problem: 'down' });
      if (tried.length === 2) throw new Error('killed');
    });
    await confirmed(at);
    await at.publish('new', 'Water');
    await expect.poll(() => at.mails.length, { timeout: 8000 }).toBe(2);
    await at.publish('newer', 'Water, newer');
    await expect.poll(() => at.mails.length, { timeout: 8000 }).toBe(3);
    expect(tried[1]).toEqual(tried[0]);
    expect(tried[2]).toEqual(tried[0]);
    expect(tried).toHaveLength(4);
    expect(tried[3]?.text).not.toContain('/ar/meetings/new\n');
  }, 20_000);

  it('forgets an address that takes no mail: a wish at once, a follow after three times', async () => {
    let refuse = true;
    await using at = await house(() => { if (refuse) throw new AppError('mail_refused', { problem: 'no such person' }); });
    await at.follows.ask(WISH);
    await at.idle();
    expect(await at.kept()).toBe(0);
    refuse = false;
    await at.follows.ask(WISH);
    await at.idle();
    await at.follows.confirm(at.tokenIn(at.mails[0]));
    refuse = true;
    await at.publish('new', 'Water');
    await expect.poll(() => at.kept(), { timeout: 5000 }).toBe(0);
  });
});
