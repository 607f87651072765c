import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOf, readForwarded, trustedProxies } from './client-address.ts';

let server: Server;
let trusted = 'loopback';

beforeAll(async () => {
  server = createServer((asked, answer) => {
    readForwarded(asked, trustedProxies(trusted));
    answer.end(JSON.stringify({ ...clientOf(asked), url: asked.url, host: asked.headers.host }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => { server.close(); });

async function ask(headers: Record<string, string>, trust = 'loopback'): Promise<Record<string, unknown>> {
  trusted = trust;
  const sent = request({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', path: '/en/?q=1', headers }).end();
  const [answer] = await once(sent, 'response') as [AsyncIterable<Buffer>];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
}

describe('readForwarded', () => {
  it('believes a trusted proxy about the reader, the scheme and the host', async () => {
    expect(await ask({ 'X-Forwarded-For': '203.0.113.9', 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'tv.example.org' }))
      .toEqual({ address: '203.0.113.9', local: false, url: 'https://tv.example.org/en/?q=1', host: 'tv.example.org' });
    expect(await ask({ 'Host': 'tv.example.org', 'X-Forwarded-For': '2001:db8::1', 'X-Forwarded-Proto': 'https' }))
      .toMatchObject({ address: '2001:db8::1', url: 'https://tv.example.org/en/?q=1' });
  });

  it('believes nobody else', async () => {
    const forged = { 'Host': 'here', 'X-Forwarded-For': '203.0.113.9', 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'evil.example' };
    expect(await ask(forged, 'none')).toEqual({ address: '127.0.0.1', local: false, url: '/en/?q=1', host: 'here' });
  });

  it('takes the last address that is no trusted proxy: what comes before it anybody can write', async () => {
    const chain = { 'X-Forwarded-For': '198.51.100.1, 203.0.113.9, 10.0.0.7, ::ffff:10.0.0.8' };
    expect((await ask(chain, 'loopback,10.0.0.0/8'))['address']).toBe('203.0.113.9');
    expect((await ask(chain))['address']).toBe('10.0.0.8');
    expect((await ask({ 'X-Forwarded-For': 'unknown, "[2001:db8::2]:4711", [2001:db8::3]:99' }))['address']).toBe('2001:db8::3');
  });

  it('knows this machine itself, and no host that is none', async () => {
    expect(await ask({})).toMatchObject({ address: '127.0.0.1', local: true, url: '/en/?q=1' });
    expect(await ask({ 'Host': 'here', 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'a/b@c' })).toMatchObject({ url: '/en/?q=1', host: 'here' });
    expect(await ask({ 'Host': 'here', 'X-Forwarded-Proto': 'gopher' })).toMatchObject({ url: '/en/?q=1' });
  });
});

describe('trustedProxies', () => {
  it.each([
    ['private', '192.168.3.4', true], ['private', '8.8.8.8', false], ['none', '127.0.0.1', false], ['10.1.2.3', '10.1.2.3', true],
    ['10.1.2.3', '10.1.2.4', false], ['2001:db8::/32', '2001:db8:5::1', true], ['loopback', '', false],
  ])('%s: %s is %s', (list, address, trusts) => {
    expect(trustedProxies(list)(address)).toBe(trusts);
  });

  it('says what it cannot read', () => {
    expect(() => trustedProxies('loopback, example.org')).toThrow('"example.org" is neither an address nor a subnet');
    expect(() => trustedProxies('10.0.0.0/33')).toThrow('neither');
    expect(() => trustedProxies('10.0.0.0/8/9')).toThrow('neither');
  });
});
