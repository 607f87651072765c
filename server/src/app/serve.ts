import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Config } from '#platform/config/index.ts';
import { closeServer, readForwarded } from '#platform/http/index.ts';
import { acquireInstance, publishEndpoint } from '#platform/instance/index.ts';
import type { Log } from '#platform/log/index.ts';
import { openContainer, type Container } from './container.ts';
import { createHttpApp } from './http-app.ts';
import { letYoungHeapGrow } from './young-heap.ts';

// A page that is on its way arrives; whoever listens to news comes back by himself.
const GRACE_MS = 1000;

/** A server that runs in this process. */
export interface RunningServer {
  /** Where it answers on this machine. */
  readonly url: string;
  /** Proves to it that a caller may read this data folder. */
  readonly token: string;
  readonly container: Container;
  close(): Promise<void>;
}

/**
 * Takes the data folder and starts what the roles ask for. Throws `already_running`, `config_invalid`, `database_failed`;
 * then nothing keeps running.
 */
export async function startServer(config: Config, log: Log): Promise<RunningServer> {
  const stack = new AsyncDisposableStack();
  try {
    await mkdir(config.dataFolder, { recursive: true });
    // The built-in database belongs to one process; over a database of your own many work on one folder.
    const alone = config.databaseUrl === undefined;
    if (alone) stack.use(await acquireInstance(config.dataFolder, { role: [...config.roles].join('+') }));
    const container = await openContainer(config, log);
    stack.defer(() => container.close());
    const token = randomBytes(32).toString('base64url');
    const url = await listen(config, container, token, stack);
    if (alone || config.roles.has('serve')) await publishEndpoint(config.dataFolder, { url, token });
    if (config.roles.has('work')) await container.work();
    if (config.roles.has('serve')) letYoungHeapGrow();
    return { url, token, container, close: () => stack.disposeAsync() };
  } catch (error) {
    await stack.disposeAsync();
    throw error;
  }
}

async function listen(config: Config, container: Container, token: string, stack: AsyncDisposableStack): Promise<string> {
  const app = await createHttpApp(container, token);
  const answer = getRequestListener(app.fetch);
  const server = createServer((request, response) => {
    readForwarded(request, config.trustedProxy);
    void answer(request, response);
  });
  // A worker answers to this machine only: for its command line and for health checks.
  const [host, port] = config.roles.has('serve') ? [config.host, config.port] : ['127.0.0.1', 0];
  server.listen(port, host);
  await once(server, 'listening');
  stack.defer(() => closeServer(server, GRACE_MS));
  const address = server.address() as AddressInfo;
  const reachable = ['0.0.0.0', '::'].includes(address.address) ? '127.0.0.1' : address.address;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${address.port}`;
}
