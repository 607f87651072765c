import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { commandLine, processesNaming, treeOf } from '../measure/processes.ts';
import { startServer, type Server } from '../server/start.ts';

/** What is killed. `work` is a worker in a process of its own beside a server that only serves. */
export const KINDS = ['node', 'work', 'ffmpeg', 'postgres'] as const;
export type Kind = (typeof KINDS)[number];

const SOCKET_SETTING = 'unix_socket_directories=';

/**
 * An installation on one data folder: one process that does everything, or (`split`) a server and a worker that share the
 * folder and the database.
 */
export class Arena implements AsyncDisposable {
  readonly data: string;
  readonly split: boolean;
  #server: Server | undefined;
  #worker: Server | undefined;

  constructor(data: string, split: boolean) {
    this.data = data;
    this.split = split;
  }

  /** Starts what doesn't run. */
  async start(): Promise<void> {
    this.#server ??= await startServer(this.data, { settings: this.split ? { OPENFLOOR_ROLES: 'serve' } : {} });
    if (this.split) this.#worker ??= await startServer(this.data, { command: 'work', settings: { DATABASE_URL: await this.#databaseUrl() } });
  }

  get url(): string {
    return this.#server?.url ?? '';
  }

  /** Ends the process of a kind by SIGKILL; null when there is none at the moment. Resolves when it is gone. */
  async kill(kind: Kind): Promise<number | null> {
    if (kind === 'node' || kind === 'work') {
      const which = kind === 'node' ? this.#server : this.#worker;
      await which?.kill();
      if (kind === 'node') this.#server = undefined;
      else this.#worker = undefined;
      return which?.pid ?? null;
    }
    const victim = kind === 'ffmpeg' ? this.encoders()[0] : this.#postmaster();
    if (victim === undefined) return null;
    try {
      process.kill(victim, 'SIGKILL');
      return victim;
    } catch {
      return null;
    }
  }

  /** The encoders at work, by pid. */
  encoders(): number[] {
    return this.#ours().filter(({ name }) => name === 'ffmpeg').map(({ pid }) => pid);
  }

  /** Processes that have to do with the folder and belong to none of ours: orphans. */
  strays(): string[] {
    const ours = new Set(this.#ours().map(({ pid }) => pid));
    return processesNaming(this.data).filter(({ pid }) => !ours.has(pid)).map(({ name, pid }) => `${name} (${pid})`);
  }

  /** Folders that a step works in; empty when nothing is being made. */
  async staging(): Promise<string[]> {
    return readdir(join(this.data, 'staging'));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#worker?.stop();
    await this.#server?.stop();
  }

  #ours() {
    return [this.#server, this.#worker].flatMap((one) => (one ? treeOf(one.pid) : []));
  }

  #postmaster(): number | undefined {
    const server = this.#server?.pid;
    return this.#ours().find(({ name, parent }) => name === 'postgres' && parent === server)?.pid;
  }

  /** The built-in database's address, as a second process on this machine reaches it. */
  async #databaseUrl(): Promise<string> {
    const password = (await readFile(join(this.data, 'postgres', 'password'), 'utf8')).trim();
    const told = commandLine(this.#postmaster() ?? 0).find((word) => word.startsWith(SOCKET_SETTING));
    if (told === undefined) throw new Error('the built-in database does not run');
    return `postgres://openfloor:${password}@localhost/openfloor?host=${encodeURIComponent(told.slice(SOCKET_SETTING.length))}`;
  }
}
