import { describe, expect, it } from 'vitest';
import { createAuditLog } from '#audit/index.ts';
import { createBrowse, createMeetings } from '#meetings/index.ts';
import { systemClock } from '#platform/clock/index.ts';
import { openTestDatabase } from '#platform/db/testing.ts';
import { openEvents } from '#platform/events/index.ts';
import { rateLimit } from '#platform/http/index.ts';
import { UI_LANGUAGES } from '#platform/i18n/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { openQueue } from '#platform/queue/index.ts';
import { createPages } from '#web/index.ts';
import { ALL_FOLLOW_JOBS, createFollows, SavedSearches } from '../index.ts';
import { NOTHING_SAID } from '../nothing-said.test-support.ts';
import { followPages } from './index.ts';

/** The pages over a real database; nobody works on the queue, so nothing is sent. */
async function site() {
  const database = await openTestDatabase();
  const events = await openEvents({ database, log: silentLog });
  const queue = await openQueue({ database, events, log: silentLog, jobs: ALL_FOLLOW_JOBS });
  const meetings = createMeetings({ database, clock: systemClock, audit: createAuditLog(database) });
  const searches = new SavedSearches({ meetings, browse: createBrowse({ database }), moments: { find: async () => NOTHING_SAID } });
  const mailer = { delivers: false, check: async () => undefined, send: async () => undefined };
  const { follows } = createFollows({ database, queue, clock: systemClock, log: silentLog, searches, mailer, origin: 'https://tv.example' });
  const app = createPages({
    assets: { folder: '', served: (name) => name, address: (name) => `/assets/${name}` }, clock: systemClock, log: silentLog, publicUrl: 'https://tv.example', version: async () => 'always',
    sets: [followPages({ follows, searches, delivers: false, limit: rateLimit({ perMinute: 1, burst: 10 }) })],
  });
  return {
    app,
    post: (path: string, form: Record<string, string>) => app.request(path, { method: 'POST', body: new URLSearchParams(form), headers: { Accept: 'text/html' } }),
    token: async () => (await database.pool.query<{ token: string }>('select token from follows')).rows[0]?.token ?? '',
    [Symbol.asyncDispose]: async () => {
      await queue.close();
      await events.close();
      await database.close();
    },
  };
}

describe('the page to follow a search', () => {
  it.each(UI_LANGUAGES)('says in %s what is followed, by feed and by mail', async (language) => {
    await using at = await site();
    const html = await (await at.app.request(`/${language}/follow?sort=newest&q=%3Cb%3E`)).text();
    expect(html).toContain('&lt;b&gt;');
    expect(html).not.toContain('<b>');
    expect(html).toContain(`href="/feeds/${language}/search.rss?q=%3Cb%3E"`);
    expect(html).toContain('<input type="email" id="address" name="address" value="" dir="ltr" required=""');
  });

  it('says so where there is no search', async () => {
    await using at = await site();
    expect(await (await at.app.request('/en/follow?from=nonsense')).text()).toContain('There is no search here that could be followed');
    expect((await at.post('/en/follow', { address: 'ana@example.net' })).status).toBe(422);
  });

  it('gives back what is no address, with what is wrong', async () => {
    await using at = await site();
    const answer = await at.post('/en/follow', { search: 'q=water', address: '"><script>' });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('value="&quot;&gt;&lt;script&gt;" dir="ltr"');
    expect(html).toContain('id="bad-address"');
    expect(await at.token()).toBe('');
  });

  it('answers the same to an address that is known and to one that is not', async () => {
    await using at = await site();
    const answers = [];
    for (const address of ['ana@example.net', 'ana@example.net', 'bo@example.net']) {
      const { status, headers } = await at.post('/fr/follow', { search: 'q=water&sort=oldest', address });
      answers.push([status, headers.get('Location')]);
    }
    expect(answers).toEqual(Array(3).fill([303, '/fr/follow/asked?q=water']));
    expect(await (await at.app.request('/fr/follow/asked?q=water')).text()).toContain('href="/fr/search?q=water"');
  });
});

describe('the page of a follow', () => {
  it('is confirmed and ended by a press, never by being looked at; a mail program ends it by itself', async () => {
    await using at = await site();
    await at.post('/en/follow', { search: 'q=water', address: 'ana@example.net' });
    const path = `/en/follow/${await at.token()}`;
    const read = async (address: string) => {
      const answer = await at.app.request(address);
      expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([200, 'no-store']);
      return answer.text();
    };
    expect(await read(path)).toContain('Do you want to follow this search?');
    expect(await read(`${path}/stop`)).toContain('Do you want to follow this search?');
    expect((await at.post(`${path}/confirm`, {})).headers.get('Location')).toBe(path);
    expect(await read(path)).toContain('You follow this search');
    const ended = await at.post(`${path}/stop`, { 'List-Unsubscribe': 'One-Click' });
    expect(ended.status).toBe(200);
    expect(await ended.text()).toContain('has been deleted');
    expect(await read(path)).toContain('Nothing is followed here any more');
    expect(await at.token()).toBe('');
  });
});
