import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { silentLog } from '#platform/log/index.ts';
import { readForwarded } from './client-address.ts';
import { machineErrors } from './machine-errors.ts';
import { rateLimit, readerOf } from './rate-limit.ts';

function site(perMinute: number, burst = perMinute) {
  const clock = { now: 0 };
  const app = new Hono().onError(machineErrors(silentLog));
  app.use(rateLimit({ perMinute, burst, now: () => clock.now }));
  app.get('/', (c) => c.text('here'));
  const ask = async (address: string) => {
    const incoming = new IncomingMessage(new Socket());
    if (address !== '') incoming.headers['x-forwarded-for'] = address;
    Object.defineProperty(incoming.socket, 'remoteAddress', { value: '127.0.0.1' });
    readForwarded(incoming, () => true);
    return app.request('/', {}, { incoming });
  };
  return { clock, ask, statuses: async (address: string, times: number) => (await Promise.all(Array.from({ length: times }, () => ask(address)))).map(({ status }) => status) };
}

describe('rateLimit', () => {
  it('says when to come back, and lets one in again then', async () => {
    const { clock, ask, statuses } = site(60, 3);
    clock.now = 1000;
    expect(await statuses('::', 5)).toEqual([200, 200, 200, 429, 429]);
    const refused = await ask('::');
    expect([refused.headers.get('Retry-After'), refused.headers.get('Content-Type')]).toEqual(['1', 'application/problem+json']);
    expect(await refused.json()).toMatchObject({ code: 'too_many_requests', seconds: 1, status: 429 });
    clock.now += 1000;
    expect(await statuses('::', 2)).toEqual([200, 429]);
  });

  it('counts each reader alone, this machine never, and nobody at 0', async () => {
    const { statuses } = site(1);
    expect(await statuses('203.0.113.1', 2)).toEqual([200, 429]);
    expect(await statuses('203.0.113.2', 1)).toEqual([200]);
    expect(await statuses('', 5)).toEqual([200, 200, 200, 200, 200]);
    expect(await site(0).statuses('203.0.113.1', 3)).toEqual([200, 200, 200]);
  });
});

describe('readerOf', () => {
  it('takes an IPv6 network as one reader', () => {
    expect(readerOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64');
    expect(readerOf('2001:0db8:1::9')).toBe('2001:db8:1:0::/64');
    expect(readerOf('::1')).toBe('0:0:0:0::/64');
    expect(readerOf('203.0.113.1')).toBe('203.0.113.1');
  });
});
