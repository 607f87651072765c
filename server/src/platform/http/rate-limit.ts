import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import { AppError } from '#platform/errors/index.ts';
import { clientOf } from './client-address.ts';

export interface RateLimit {
  /** Requests a minute in the long run; 0 = as many as one likes. */
  readonly perMinute: number;
  /** As many may come at once. */
  readonly burst: number;
  /** Milliseconds of a clock that never goes back; for tests. */
  readonly now?: () => number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** More readers than this at once are forgotten, the idlest first: memory must not grow with an attack. */
const MOST_READERS = 50_000;
const MINUTE_MS = 60_000;

/**
 * Lets each reader's address send so many requests; beyond that it answers `too_many_requests` with the seconds to wait.
 * Programs on this machine itself are not counted. An IPv6 reader is his network (/64): he has all its addresses.
 */
export function rateLimit({ perMinute, burst, now = () => performance.now() }: RateLimit): MiddlewareHandler {
  const buckets = new Map<string, Bucket>();
  const perMs = perMinute / MINUTE_MS;
  return async (c, next) => {
    const { address, local } = clientOf((c.env as { incoming?: IncomingMessage } | undefined)?.incoming);
    if (perMinute > 0 && address !== '' && !local) spend(readerOf(address));
    await next();
  };

  function spend(reader: string): void {
    const at = now();
    const known = buckets.get(reader);
    const tokens = Math.min(burst, known ? known.tokens + (at - known.at) * perMs : burst);
    // Put at the end of the map: its first entry is then the one that was idle longest.
    buckets.delete(reader);
    buckets.set(reader, { tokens: tokens < 1 ? tokens : tokens - 1, at });
    if (buckets.size > MOST_READERS) buckets.delete(buckets.keys().next().value ?? '');
    if (tokens >= 1) return;
    const seconds = Math.max(1, Math.ceil((1 - tokens) / perMs / 1000));
    throw new AppError('too_many_requests', { seconds });
  }
}

/** What counts as one reader. */
export function readerOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.split('::', 2);
  const groups = head.split(':').filter((group) => group !== '');
  const last = (tail ?? '').split(':').filter((group) => group !== '');
  const filled = tail === undefined ? groups : [...groups, ...Array<string>(Math.max(0, 8 - groups.length - last.length)).fill('0'), ...last];
  return `${filled.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
