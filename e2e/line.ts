import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { Transform } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';

/** A line between a browser and the server, with an address of its own. It can be slow, and it can break. */
export interface Line extends AsyncDisposable {
  readonly url: string;
  /** Ends every connection and takes no more. */
  cut(): void;
  mend(): void;
  /** Lets so many bytes a second through to the browser from now on; `null`: all there are. */
  slow(bytesPerSecond: number | null): void;
  /** Lets one text arrive in place of another that is as long, and nothing be compressed; an empty one changes nothing. */
  rewrite(from: string, to: string): void;
}

const STEP_MS = 20;

/** Lays a line to the server at `url`. */
export async function layLine(url: string): Promise<Line> {
  const { hostname, port } = new URL(url);
  const open = new Set<Socket>();
  let whole = true;
  let speed: number | null = null;
  let [from, to] = ['', ''];
  const line = createServer((near) => {
    if (!whole) return near.destroy();
    const far = connect(Number(port), hostname);
    for (const end of [near, far]) {
      open.add(end);
      end.on('error', () => undefined).on('close', () => { open.delete(end); near.destroy(); far.destroy(); });
    }
    near.pipe(passing((chunk) => (from === '' ? chunk : swap(chunk, 'Accept-Encoding', 'Not-An-Encoding')))).pipe(far);
    far.pipe(passing((chunk) => (from === '' ? chunk : swap(chunk, from, to)), () => speed)).pipe(near);
    return undefined;
  }).listen(0, '127.0.0.1');
  await once(line, 'listening');
  return {
    url: `http://127.0.0.1:${(line.address() as AddressInfo).port}`,
    cut() {
      whole = false;
      for (const end of open) end.destroy();
    },
    mend() { whole = true; },
    slow(bytesPerSecond) { speed = bytesPerSecond; },
    rewrite(...texts) { [from, to] = texts; },
    async [Symbol.asyncDispose]() {
      for (const end of open) end.destroy();
      line.close();
      await once(line, 'close');
    },
  };
}

const swap = (chunk: Buffer, from: string, to: string): Buffer => Buffer.from(chunk.toString('latin1').replaceAll(from, to), 'latin1');

/** Hands on what comes, in portions that keep to the speed of the moment. */
function passing(change: (chunk: Buffer) => Buffer, speed: () => number | null = () => null): Transform {
  return new Transform({
    transform(came: Buffer, _, done) {
      const chunk = change(came);
      void (async () => {
        for (let from = 0; from < chunk.length;) {
          const now = speed();
          const size = now === null ? chunk.length - from : Math.max(1, Math.floor((now * STEP_MS) / 1000));
          this.push(chunk.subarray(from, from + size));
          from += size;
          if (now !== null) await wait(STEP_MS);
        }
        done();
      })();
    },
  });
}
