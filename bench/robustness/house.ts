import { join } from 'node:path';
import { silentLog } from '../../server/src/platform/log/index.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../server/src/platform/db/index.ts';
import { processesNaming, type RunningProcess } from '../measure/processes.ts';
import { openApi, type RecordingAnswer } from '../server/api.ts';
import { startServer, type Server } from '../server/start.ts';

/** What is killed: the one process of a small house, or the worker beside a server, or a program that they run. */
export type Victim = 'node' | 'worker' | 'ffmpeg' | 'postgres';

/** An installation in which any process can be killed and is started again as an operator's service would. */
export interface House extends AsyncDisposable {
  readonly data: string;
  api(): Promise<Awaited<ReturnType<typeof openApi>>>;
  /** The processes of a kind that run now. */
  running(victim: Victim): RunningProcess[];
  /** Starts again what doesn't run; resolves when it answers. */
  revive(): Promise<void>;
}

/** One process that serves and works, on its own PostgreSQL. */
export async function openSmallHouse(data: string): Promise<House> {
  let server = await startServer(data);
  return {
    data,
    api: () => openApi(data),
    running: (victim) => (victim === 'node' ? alive(server) : programs(data, victim)),
    async revive() {
      if (alive(server).length === 0) server = await startServer(data);
    },
    [Symbol.asyncDispose]: () => server.stop(),
  };
}

/** A server and a worker of their own, on a PostgreSQL beside them. */
export async function openSplitHouse(data: string): Promise<House> {
  const postgres: EmbeddedPostgres = await startEmbeddedPostgres({ folder: `${data}-postgres`, log: silentLog });
  const settings = { DATABASE_URL: postgres.url };
  const server = await startServer(data, { settings: { ...settings, OPENFLOOR_ROLES: 'serve' } });
  const startWorker = () => startServer(data, { settings, command: 'work' });
  let worker = await startWorker();
  return {
    data,
    api: () => openApi(data),
    running: (victim) => (victim === 'worker' ? alive(worker) : programs(data, victim)),
    async revive() {
      if (alive(worker).length === 0) worker = await startWorker();
    },
    async [Symbol.asyncDispose]() {
      await worker.stop();
      await server.stop();
      await postgres.stop();
    },
  };
}

const alive = (server: Server): RunningProcess[] => processesNaming('openfloor.mjs').filter(({ pid }) => pid === server.pid);

/** ffmpeg processes that work in the data folder; for PostgreSQL its first process. */
function programs(data: string, victim: Victim): RunningProcess[] {
  const name = victim === 'postgres' ? 'postgres' : 'ffmpeg';
  const found = processesNaming(victim === 'postgres' ? join(data, 'postgres') : join(data, 'staging')).filter((one) => one.name.startsWith(name));
  return found.filter(({ parent }) => !found.some(({ pid }) => pid === parent));
}

/** Tells whether every step has ended. */
export const isOver = ({ steps }: Pick<RecordingAnswer, 'steps'>): boolean => steps.every(({ state }) => state === 'done' || state === 'failed');
