import { createHash, randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { Client } from 'pg';
import { silentLog } from '#platform/log/index.ts';
import { MIGRATIONS } from '../../../migrations/index.ts';
import { openDatabase } from './database.ts';
import type { Database, Migration } from './db.ports.ts';
import { TEST_POSTGRES_SOCKET } from './global-setup.ts';
import { migrate } from './migrate.ts';
import { startTestServer } from './test-server.ts';

type Migrations = Readonly<Record<string, Migration>>;

let address: Promise<string> | undefined;

/**
 * A database for one test on a real PostgreSQL, migrated to the newest step, gone when it is
 * disposed of: `await using database = await openTestDatabase()`. Takes about 50 ms.
 */
export async function openTestDatabase(options: { readonly migrations?: Migrations } = {}): Promise<Database> {
  const server = await testServerUrl();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await withClient(server, async (client) => {
    const template = await ensureTemplate(client, server, options.migrations ?? MIGRATIONS);
    await client.query(`create database ${name} template ${template}`);
  });
  const database = openDatabase({ url: urlOf(server, name), log: silentLog, max: 6 });
  const close = async (): Promise<void> => {
    await database.close();
    await withClient(server, (client) => client.query(`drop database if exists ${name} with (force)`));
  };
  return { ...database, close, [Symbol.asyncDispose]: close };
}

function testServerUrl(): Promise<string> {
  const desk = process.env[TEST_POSTGRES_SOCKET];
  // Without the global setup (a single file run by hand) this process has a server of its own, which ends with it.
  return (address ??= desk === undefined ? startTestServer().then(({ url }) => url) : ask(desk));
}

async function ask(desk: string): Promise<string> {
  const answer = await text(connect(desk));
  if (answer.startsWith('failed: ')) throw new Error(answer.slice('failed: '.length));
  return answer;
}

function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The migrated database all others are copied from; by its content, so a changed step makes a new one. */
async function ensureTemplate(client: Client, server: string, migrations: Migrations): Promise<string> {
  const source = Object.entries(migrations).map(([name, step]) => `${name}:${step.up.toString()}`).join('\n');
  const name = `template_${createHash('sha256').update(source).digest('hex').slice(0, 16)}`;
  await client.query('select pg_advisory_lock(1)');
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1 and datistemplate', [name]);
    if (rowCount === 1) return name;
    await client.query(`drop database if exists ${name}`);
    await client.query(`create database ${name}`);
    await using database = openDatabase({ url: urlOf(server, name), log: silentLog, max: 1 });
    await migrate(database, migrations);
    await database.close();
    await client.query(`alter database ${name} is_template true`);
    return name;
  } finally {
    await client.query('select pg_advisory_unlock(1)');
  }
}
