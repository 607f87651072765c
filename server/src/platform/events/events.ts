import { sql } from 'kysely';
import type { Database } from '#platform/db/index.ts';
import { AppError } from '#platform/errors/index.ts';
import type { Log } from '#platform/log/index.ts';
import type { AppEvent, Events } from './events.ports.ts';
import { listen } from './listener.ts';

const CHANNEL = 'openfloor';
// PostgreSQL takes 7999 bytes; the rest is for the quotes it adds.
const MOST_BYTES = 7500;

type Subscription = { readonly prefix: string; readonly listener: (event: AppEvent) => void };

/** Opens the news of a database. Throws `database_away` when it cannot listen. */
export async function openEvents({ database, log }: { readonly database: Database; readonly log: Log }): Promise<Events> {
  const subscriptions = new Set<Subscription>();
  const reconnected = new Set<() => void>();
  const safely = (call: () => void): void => {
    try {
      call();
    } catch (error) {
      log.error({ error }, 'A listener to news failed');
    }
  };
  const listener = await listen({
    url: database.url,
    channel: CHANNEL,
    log,
    onMessage: (payload) => {
      const event = JSON.parse(payload) as AppEvent;
      for (const { prefix, listener: tell } of subscriptions) if (event.topic.startsWith(prefix)) safely(() => tell(event));
    },
    onReconnect: () => {
      for (const tell of reconnected) safely(tell);
    },
  }).catch((error: unknown) => {
    throw new AppError('database_away', {}, { cause: error });
  });

  return {
    publish: async (event, { tx } = {}) => {
      const payload = JSON.stringify(event);
      if (Buffer.byteLength(payload) > MOST_BYTES) throw new AppError('bad_request', { problem: `the news ${event.topic} is longer than ${MOST_BYTES} bytes` });
      await sql`select pg_notify(${CHANNEL}, ${payload})`.execute(tx ?? database.db);
    },
    subscribe: (prefix, tell) => {
      const subscription = { prefix, listener: tell };
      subscriptions.add(subscription);
      return () => void subscriptions.delete(subscription);
    },
    onReconnect: (tell) => {
      reconnected.add(tell);
      return () => void reconnected.delete(tell);
    },
    close: () => listener.close(),
  };
}
