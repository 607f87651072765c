import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EmbeddedPostgres } from './db.ports.ts';
import { startTestServer } from './test-server.ts';

/** Where test processes ask for the database server of the run. */
export const TEST_POSTGRES_SOCKET = 'TEST_POSTGRES_SOCKET';

let users = 0;
let desk: Server | undefined;
let folder: string | undefined;
let server: Promise<EmbeddedPostgres> | undefined;

/**
 * For `globalSetup` of vitest: one PostgreSQL for the whole run, started when the first test asks
 * for it, so a run without database tests does not pay for one. Test processes get its address over a
 * socket, because the server must belong to the process that lives as long as the run. Each project
 * of vitest calls this; they share what the first has set up.
 */
export async function setup(): Promise<void> {
  users += 1;
  if (users > 1) return;
  folder = await mkdtemp(join(tmpdir(), 'openfloor-test-desk-'));
  const path = join(folder, 'ask');
  desk = createServer((socket) => {
    server ??= startTestServer();
    socket.on('error', () => socket.destroy());
    server.then(({ url }) => socket.end(url), (error: unknown) => socket.end(`failed: ${String(error)}`));
  });
  process.env[TEST_POSTGRES_SOCKET] = path;
  await new Promise<void>((resolve) => desk?.listen(path, resolve));
}

export async function teardown(): Promise<void> {
  users -= 1;
  if (users > 0) return;
  desk?.close();
  const running = await server?.catch(() => undefined);
  server = undefined;
  await running?.stop();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
}
