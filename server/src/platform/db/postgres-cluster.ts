import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AppError } from '#platform/errors/index.ts';
import type { PostgresAccount } from './postgres-account.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';

export const SUPERUSER = 'openfloor';
/** The major version whose files the built-in programs read. */
const MAJOR_VERSION = '18';

/**
 * Small and safe: every commit is on the disk before it is answered. No parallel workers, no JIT,
 * no worker processes for reading: the queries of a web TV are short, and memory belongs to the media.
 * `syncfs` makes one call of what would be a thousand after a crash: half the time until it is back.
 */
const POSTGRES_SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  recovery_init_sync_method: 'syncfs',
  max_connections: '40',
  work_mem: '4MB',
  maintenance_work_mem: '32MB',
  max_wal_size: '256MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_worker_processes: '2',
  max_parallel_workers_per_gather: '0',
  max_logical_replication_workers: '0',
  autovacuum_worker_slots: '2',
  autovacuum_max_workers: '1',
  io_method: 'sync',
  huge_pages: 'off',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
};

const MB = 1024 * 1024;
const BUFFERS = { share: 1 / 16, leastMb: 32, mostMb: 1024 };

/**
 * How much of the database's files is kept at hand, in MB; it is taken as it is needed, so a small archive never has that much. Of a
 * large one, search reads pages all over: half its time goes into fetching them from the system each time.
 * @param bytes of memory, the machine's or what the container may have
 */
export const buffersMb = (bytes: number): number => Math.round(Math.min(BUFFERS.mostMb, Math.max(BUFFERS.leastMb, (bytes / MB) * BUFFERS.share)));

/** Arguments of the postmaster. `tag` goes into every process title, so leftovers are found. */
export function postgresArguments(cluster: string, socketFolder: string, tag: string, changes: Readonly<Record<string, string>>): string[] {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Infinity);
  const settings = { ...POSTGRES_SETTINGS, shared_buffers: `${buffersMb(memory)}MB`, ...changes, unix_socket_directories: socketFolder, cluster_name: tag };
  return ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/** Makes the cluster if there is none yet; returns the password of its superuser. */
export async function ensureCluster(folder: string, binaries: PostgresBinaries, account: PostgresAccount): Promise<string> {
  const cluster = join(folder, 'cluster');
  const passwordFile = join(folder, 'password');
  const version = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version === undefined) await initialise(cluster, passwordFile, binaries, account);
  else if (version.trim() !== MAJOR_VERSION) {
    throw new AppError('database_failed', { problem: `its files are of PostgreSQL ${version.trim()}, but this Openfloor brings PostgreSQL ${MAJOR_VERSION}; make a backup with the old version and restore it with this one`, log: cluster });
  }
  return (await readFile(passwordFile, 'utf8')).trim();
}

async function initialise(cluster: string, passwordFile: string, binaries: PostgresBinaries, account: PostgresAccount): Promise<void> {
  // Made beside its place and renamed, so that a start that was cut off leaves no half cluster.
  const draft = `${cluster}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if (account.owner !== undefined) {
    for (const path of [draft, passwordFile]) await chown(path, account.owner.uid, account.owner.gid);
  }
  const [command, ...args]: readonly string[] = [
    ...account.prefix, binaries.initdb, '-D', draft, '--auth=scram-sha-256', `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`,
    '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--data-checksums',
  ];
  try {
    await promisify(execFile)(command ?? binaries.initdb, args, { ...account.spawn, env: { ...process.env, LC_ALL: 'C' } });
  } catch (error) {
    const lines = (error as { readonly stderr?: string }).stderr?.trim().split('\n') ?? [];
    throw new AppError('database_failed', { problem: `it cannot be set up (${lines.findLast((line) => line.includes('error')) ?? 'initdb failed'})`, log: draft }, { cause: error });
  }
  await rename(draft, cluster);
}
