import { readConfig, type Config } from '#platform/config/index.ts';
import { createLog } from '#platform/log/index.ts';
import { publishSample } from '../sample.ts';
import { startServer, type RunningServer } from '../serve.ts';
import type { Terminal } from './terminal.ts';

/** `openfloor start`: what `npm start` runs. Prints the address as soon as it answers; the sample meeting follows behind. */
export async function startCommand(terminal: Terminal): Promise<void> {
  const config = readConfig(process.env);
  const server = await begin(terminal, config);
  const stopping = new AbortController();
  // Other machines that do the work could not read the files that are made here.
  const wanted = config.sample && config.roles.has('work');
  const sample = wanted ? publishSample(server, terminal, { signal: stopping.signal }) : Promise.resolve();
  await untilStopped(terminal, server, async () => {
    stopping.abort();
    await sample;
  });
}

/** `openfloor serve` */
export async function serveCommand(terminal: Terminal): Promise<void> {
  await untilStopped(terminal, await begin(terminal, readConfig(process.env)));
}

/** `openfloor work` */
export async function workCommand(terminal: Terminal): Promise<void> {
  await untilStopped(terminal, await begin(terminal, { ...readConfig(process.env), roles: new Set(['work']) }));
}

async function begin(terminal: Terminal, config: Config): Promise<RunningServer> {
  terminal.say('Starting the database and the server ...');
  const server = await startServer(config, createLog({ level: config.log }));
  const address = config.publicUrl ?? server.url;
  terminal.say(`Openfloor is running: ${address}/   (stop it with Ctrl+C)`);
  terminal.emit({ event: 'started', url: address });
  return server;
}

async function untilStopped(terminal: Terminal, server: RunningServer, first: () => Promise<void> = () => Promise.resolve()): Promise<void> {
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  terminal.say('Stopping ...');
  await first();
  await server.close();
}
