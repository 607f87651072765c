import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Log } from '#platform/log/index.ts';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2000;
// A line that is dead without a word (a machine that went off, a firewall that forgot) is found by asking.
const ASK_EVERY_MS = 15_000;
const ANSWER_MS = 10_000;

export type Listener = { close(): Promise<void> };

type ListenOptions = {
  readonly url: string;
  readonly channel: string;
  readonly log: Log;
  readonly onMessage: (payload: string) => void;
  readonly onReconnect: () => void;
};

/** Listens on a channel of PostgreSQL over a connection of its own and comes back by itself when that is lost. Resolves when it listens. */
export async function listen(options: ListenOptions): Promise<Listener> {
  const { url, channel, log, onMessage, onReconnect } = options;
  let closed = false;
  let current: Client | undefined;
  let asking: NodeJS.Timeout | undefined;

  const connect = async (): Promise<void> => {
    const client = new Client({ connectionString: url, application_name: 'openfloor events', keepAlive: true, connectionTimeoutMillis: ANSWER_MS });
    let lost = false;
    const onLost = (error?: Error): void => {
      if (lost || closed) return;
      lost = true;
      clearInterval(asking);
      log.debug({ error }, 'The line for news was lost');
      client.end().catch(() => undefined);
      void reconnect();
    };
    client.on('error', onLost);
    client.on('notification', ({ payload }) => onMessage(payload ?? ''));
    try {
      await client.connect();
      await client.query(`listen ${client.escapeIdentifier(channel)}`);
    } catch (error) {
      lost = true;
      client.end().catch(() => undefined);
      throw error;
    }
    client.on('end', () => onLost());
    current = client;
    asking = setInterval(() => {
      const late = setTimeout(() => onLost(new Error('the database did not answer in time')), ANSWER_MS);
      client.query('select 1').catch(onLost).finally(() => clearTimeout(late));
    }, ASK_EVERY_MS).unref();
    // Closed while connecting.
    if (closed) await client.end();
  };

  const reconnect = async (): Promise<void> => {
    for (let pause = FIRST_PAUSE_MS; !closed; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        await connect();
        if (!closed) onReconnect();
        return;
      } catch {
        await sleep(pause);
      }
    }
  };

  await connect();
  return {
    close: async () => {
      closed = true;
      clearInterval(asking);
      await current?.end().catch(() => undefined);
    },
  };
}
