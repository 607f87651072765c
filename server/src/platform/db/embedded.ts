import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { acquireLock } from '#platform/instance/index.ts';
import type { Log } from '#platform/log/index.ts';
import type { EmbeddedPostgres } from './db.ports.ts';
import { postgresAccount } from './postgres-account.ts';
import { postgresBinaries } from './postgres-binaries.ts';
import { ensureCluster, postgresArguments, SUPERUSER } from './postgres-cluster.ts';
import { clusterTag, endLeftovers, endOrphans } from './postgres-processes.ts';
import { startServer, type ServerCommand } from './postgres-server.ts';

const DATABASE = 'openfloor';
// sun_path holds 108 bytes with the final zero; "/.s.PGSQL.5432.lock" is what PostgreSQL adds at most.
const LONGEST_SOCKET_FOLDER = 88;
const RESTART_PAUSES_MS = [0, 100, 250, 500, 1000];
const STOP_LIMIT_MS = 20_000;

type StartOptions = {
  /** Where the database lives; made when it is not there. */
  readonly folder: string;
  readonly log: Log;
  /** Settings of PostgreSQL that differ from ours; tests trade safety for speed. */
  readonly settings?: Readonly<Record<string, string>>;
};

/**
 * Starts the built-in PostgreSQL of a folder and keeps it running: one that is killed is back
 * within two seconds at the same address. It listens on a socket in its folder, never on the
 * network. One process owns a folder; another one gets `already_running`.
 *
 * When this process is killed, the database shuts down by itself (Linux, by `setpriv`); elsewhere it
 * stays, and the next start ends it before it starts its own.
 */
export async function startEmbeddedPostgres({ folder: given, log, settings = {} }: StartOptions): Promise<EmbeddedPostgres> {
  await mkdir(given, { recursive: true, mode: 0o700 });
  const folder = await realpath(given);
  const lock = await acquireLock(join(folder, 'owner'), 'the process that runs this database');
  try {
    const cluster = join(folder, 'cluster');
    const tag = clusterTag(cluster);
    const ended = await endLeftovers(tag);
    if (ended > 0) log.warn({ processes: ended }, 'Ended a database that a killed process had left running');

    const binaries = await postgresBinaries();
    const socketFolder = await makeSocketFolder(folder, tag);
    const account = await postgresAccount([binaries.postgres, folder], [folder, socketFolder]);
    const password = await ensureCluster(folder, binaries, account);
    const command = { cluster, logFile: join(folder, 'postgres.log'), postgres: binaries.postgres, args: postgresArguments(cluster, socketFolder, tag, settings), account };
    const supervisor = await supervise(command, tag, log);

    const urlOf = (database: string): string => `postgres://${SUPERUSER}:${password}@localhost/${database}?host=${encodeURIComponent(socketFolder)}`;
    await nameDatabase(urlOf('template1'));
    return {
      url: urlOf(DATABASE),
      get pid() {
        return supervisor.pid();
      },
      stop: async () => {
        await supervisor.stop();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function makeSocketFolder(folder: string, tag: string): Promise<string> {
  if (Buffer.byteLength(folder) <= LONGEST_SOCKET_FOLDER) return folder;
  const short = join(tmpdir(), tag);
  await mkdir(short, { recursive: true, mode: 0o700 });
  return short;
}

/** Gives the database that came with the cluster our name; one fewer means 300 files less to check after a crash. */
async function nameDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query("select from pg_database where datname = 'postgres'");
    if (rowCount === 1) await client.query(`alter database postgres rename to ${DATABASE}`);
  } finally {
    await client.end();
  }
}

type Supervisor = { pid(): number; stop(): Promise<void> };

async function supervise(command: ServerCommand, tag: string, log: Log): Promise<Supervisor> {
  let child = await startServer(command);
  let stopping = false;
  let restarting: Promise<void> | undefined;

  const watch = (current: ChildProcess): void => {
    current.once('exit', (code, signal) => {
      if (stopping) return;
      log.warn({ code, signal }, 'The database ended; it is started again');
      restarting = restart().finally(() => (restarting = undefined));
    });
  };
  const restart = async (): Promise<void> => {
    for (let attempt = 0; !stopping; attempt += 1) {
      await sleep(RESTART_PAUSES_MS[Math.min(attempt, RESTART_PAUSES_MS.length - 1)]);
      try {
        await endOrphans(tag);
        if (stopping) return;
        child = await startServer(command);
        watch(child);
        log.info('The database is back');
        return;
      } catch (error) {
        log.error({ error }, 'The database cannot be started again yet');
      }
    }
  };
  watch(child);

  return {
    pid: () => child.pid ?? 0,
    stop: async () => {
      if (stopping) return;
      stopping = true;
      await restarting;
      await end(child);
    },
  };
}

/** SIGINT: open transactions are rolled back, everything is written out. Past the limit, SIGQUIT: as safe, but slower to start again. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  const harder = setTimeout(() => child.kill('SIGQUIT'), STOP_LIMIT_MS);
  await ended;
  clearTimeout(harder);
}
