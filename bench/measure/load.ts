import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** What a load of requests came to. */
export interface Load {
  /** From asking until the last byte of each answer. */
  readonly milliseconds: readonly number[];
  readonly perSecond: number;
  /** Of the bodies, as they came over the line. */
  readonly bytesPerSecond: number;
}

export interface LoadOptions {
  readonly origin: string;
  /** Path and query of the n-th request. */
  readonly path: (n: number) => string;
  readonly clients: number;
  readonly seconds: number;
  /** Of the n-th request, besides `Host`. */
  readonly headers?: (n: number) => Readonly<Record<string, string>>;
  /** What each answer must be; 200 unless told. */
  readonly status?: number;
}

const HEAD_END = Buffer.from('\r\n\r\n');
const LAST_CHUNK = Buffer.from('0\r\n\r\n');

/**
 * Asks again and again over connections that stay open, each as soon as it has the last answer. It speaks just enough
 * HTTP/1.1 over bare sockets: a full client would take more of the two cores than the server that is measured.
 * Throws at an answer of another status.
 */
export async function load({ origin, path, clients, seconds, headers = () => ({}), status = 200 }: LoadOptions): Promise<Load> {
  const { hostname, port, host } = new URL(origin);
  const milliseconds: number[] = [];
  let [asked, bytes] = [0, 0];
  const began = performance.now();
  const until = began + seconds * 1000;
  const read = async (): Promise<void> => {
    const socket = connect(Number(port), hostname);
    socket.setNoDelay(true);
    await once(socket, 'connect');
    while (performance.now() < until) {
      const at = path(asked);
      const lines = Object.entries({ Host: host, ...headers(asked) }).map(([name, value]) => `${name}: ${value}\r\n`).join('');
      asked += 1;
      const sent = performance.now();
      socket.write(`GET ${at} HTTP/1.1\r\n${lines}\r\n`);
      const answer = await answerOf(socket);
      if (answer.status !== status) throw new Error(`${origin}${at}: ${answer.status}`);
      bytes += answer.bytes;
      milliseconds.push(performance.now() - sent);
    }
    socket.destroy();
  };
  await Promise.all(Array.from({ length: clients }, read));
  const took = (performance.now() - began) / 1000;
  return { milliseconds, perSecond: milliseconds.length / took, bytesPerSecond: bytes / took };
}

interface Answer {
  readonly status: number;
  readonly bytes: number;
}

/** One whole answer; its body is counted, not kept. */
function answerOf(socket: Socket): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let head: Buffer | undefined = Buffer.alloc(0);
    let status = 0;
    let length: number | undefined;
    let bytes = 0;
    let tail = Buffer.alloc(0);
    const end = (error?: Error): void => {
      socket.off('data', take).off('error', end).off('close', gone);
      if (error) reject(error);
      else resolve({ status, bytes });
    };
    const gone = (): void => end(new Error('the server closed the connection'));
    const body = (piece: Buffer): void => {
      bytes += piece.length;
      if (length !== undefined) {
        if (bytes >= length) end();
        return;
      }
      tail = Buffer.concat([tail.subarray(-LAST_CHUNK.length), piece]);
      if (tail.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK)) end();
    };
    const take = (piece: Buffer): void => {
      if (head === undefined) return body(piece);
      head = Buffer.concat([head, piece]);
      const at = head.indexOf(HEAD_END);
      if (at < 0) return undefined;
      const text = head.toString('latin1', 0, at);
      const rest = head.subarray(at + HEAD_END.length);
      head = undefined;
      status = Number(text.slice(9, 12));
      const told = /^content-length: *(\d+)/im.exec(text)?.[1];
      length = told === undefined ? undefined : Number(told);
      return length === 0 ? end() : body(rest);
    };
    socket.on('data', take).on('error', end).on('close', gone);
  });
}
