import { EventSourceParserStream } from 'eventsource-parser/stream';
import { readConfig, type Config } from '#platform/config/index.ts';
import { AppError, ERRORS, type ErrorCode } from '#platform/errors/index.ts';
import { findRunningServer } from '#platform/instance/index.ts';
import { createLog } from '#platform/log/index.ts';
import { startServer } from '../serve.ts';

/** The server that a command talks to: the one that runs on this data folder, or one started for the command alone. */
export interface Operator {
  /** Sends JSON and reads JSON; throws the server's error as it was there. */
  call<T>(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<T>;
  /** Reads a text of any length. */
  read(path: string): AsyncIterable<string>;
  /** News about a recording, until `signal` aborts. */
  follow(path: string, signal: AbortSignal): AsyncIterable<{ readonly event: string; readonly data: Record<string, unknown> }>;
  /** The server goes on when the command ends. */
  readonly stays: boolean;
  /** Address for people. */
  readonly publicUrl: string;
  close(): Promise<void>;
}

/** Finds the running server of the data folder, or starts one that nobody else sees. */
export async function openOperator(config: Config = readConfig(process.env)): Promise<Operator> {
  const running = await findRunningServer(config.dataFolder);
  if (running) return { ...connection(running.url, running.token), stays: true, publicUrl: config.publicUrl ?? running.url, close: async () => undefined };
  const log = createLog({ level: config.log === 'info' ? 'warn' : config.log });
  const server = await startServer({ ...config, roles: new Set(['serve', 'work']), host: '127.0.0.1', port: 0 }, log);
  const atHome = `http://${config.host}:${config.port}`;
  return { ...connection(server.url, server.token), stays: false, publicUrl: config.publicUrl ?? atHome, close: () => server.close() };
}

function connection(url: string, token: string): Pick<Operator, 'call' | 'read' | 'follow'> {
  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    const response = await fetch(new URL(`/api/v1${path}`, url), { ...init, headers: { ...(init.headers as Record<string, string> | undefined), Authorization: `Bearer ${token}` } });
    if (!response.ok) throw await problem(response);
    return response;
  };
  return {
    async call<T>(method: string, path: string, body?: object) {
      const response = await ask(path, { method, ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }) });
      return await response.json() as T;
    },
    async* read(path) {
      const { body } = await ask(path, {});
      if (body) yield* body.pipeThrough(new TextDecoderStream());
    },
    async* follow(path, signal) {
      const { body } = await ask(path, { headers: { Accept: 'text/event-stream' }, signal });
      if (!body) return;
      for await (const { event, data } of body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream())) {
        yield { event: event ?? 'message', data: JSON.parse(data) as Record<string, unknown> };
      }
    },
  };
}

async function problem(response: Response): Promise<AppError> {
  const told = await response.json().catch(() => ({})) as Record<string, unknown>;
  const code = typeof told['code'] === 'string' && told['code'] in ERRORS ? told['code'] as ErrorCode : 'internal_error';
  return new AppError(code, told as Record<string, string>);
}
