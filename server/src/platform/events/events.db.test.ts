import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openTestDatabase } from '#platform/db/testing.ts';
import { silentLog } from '#platform/log/index.ts';
import type { AppEvent, Events } from './events.ports.ts';
import { openEvents } from './events.ts';

const next = (events: Events, prefix: string): Promise<AppEvent> =>
  new Promise((resolve) => {
    const stop = events.subscribe(prefix, (event) => {
      stop();
      resolve(event);
    });
  });

describe('openEvents', () => {
  it('tells other processes, by the beginning of the topic', async () => {
    await using database = await openTestDatabase();
    const [here, there] = await Promise.all([openEvents({ database, log: silentLog }), openEvents({ database, log: silentLog })]);
    const heard = next(there, 'recording.');
    await here.publish({ topic: 'meeting.changed', id: 'm1' });
    await here.publish({ topic: 'recording.progress', id: 'r1', done: 0.5, title: 'Séance à huis clos' });
    expect(await heard).toEqual({ topic: 'recording.progress', id: 'r1', done: 0.5, title: 'Séance à huis clos' });
    await Promise.all([here.close(), there.close()]);
  });

  it('tells when the transaction commits, and never when it rolls back', async () => {
    await using database = await openTestDatabase();
    const events = await openEvents({ database, log: silentLog });
    const topics: string[] = [];
    events.subscribe('', ({ topic }) => topics.push(topic));
    await database.transaction(async (tx) => {
      await events.publish({ topic: 'rolled-back' }, { tx });
      throw new Error('no');
    }).catch(() => undefined);
    const committed = next(events, 'committed');
    await database.transaction(async (tx) => {
      await events.publish({ topic: 'committed' }, { tx });
      await sleep(100);
      expect(topics).toEqual([]);
    });
    await committed;
    expect(topics).toEqual(['committed']);
    await events.close();
  });

  it('comes back when its line is cut, and says that something may have been missed', async () => {
    await using database = await openTestDatabase();
    const events = await openEvents({ database, log: silentLog });
    const back = new Promise<void>((resolve) => void events.onReconnect(resolve));
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'openfloor events' and datname = current_database()`.execute(database.db);
    await back;
    const heard = next(events, 'after');
    await events.publish({ topic: 'after' });
    expect(await heard).toEqual({ topic: 'after' });
    await events.close();
  });

  it('goes on when one listener fails, and refuses news that are too long', async () => {
    await using database = await openTestDatabase();
    const events = await openEvents({ database, log: silentLog });
    events.subscribe('', () => {
      throw new Error('bad listener');
    });
    const heard = next(events, 'good');
    await events.publish({ topic: 'good' });
    await heard;
    await expect(events.publish({ topic: 'long', text: 'x'.repeat(8000) })).rejects.toMatchObject({ code: 'bad_request' });
    await events.close();
  });
});
