import { once } from 'node:events';
import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Closes a web server: no new connections, what is being answered may end within `graceMs`, then
 * the rest (listeners to news that stay for hours, slow downloads) is cut off; they come back by themselves.
 */
export async function closeServer(server: Pick<Server, 'close' | 'closeIdleConnections' | 'closeAllConnections'> & NodeJS.EventEmitter, graceMs: number): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  await Promise.race([closed, sleep(graceMs, undefined, { ref: false })]);
  server.closeAllConnections();
  await closed;
}
