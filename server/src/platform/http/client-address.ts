import { BlockList, isIP } from 'node:net';
import type { IncomingMessage } from 'node:http';

/** Who is asking, and whether a proxy that we trust said so. */
interface Client {
  /** IP address; '' where it isn't known. */
  readonly address: string;
  /** The request came from this very machine, and no proxy brought it. */
  readonly local: boolean;
}

const clients = new WeakMap<object, Client>();
const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** Tells whether an address belongs to a trusted proxy. */
export type Trusts = (address: string) => boolean;

/**
 * Reads a list of proxies: `loopback`, `private`, addresses and subnets such as `10.0.0.0/8`, with commas between; `none`
 * trusts nobody. Throws with one sentence for what is none of these.
 */
export function trustedProxies(list: string): Trusts {
  const block = new BlockList();
  for (const entry of list.split(',').map((one) => one.trim()).filter((one) => one !== '' && one !== 'none')) {
    for (const subnet of NAMED[entry] ?? [entry]) addSubnet(block, subnet);
  }
  return (address) => isIP(address) !== 0 && block.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

const NAMED: Readonly<Record<string, readonly string[]>> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  private: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7', 'fe80::/10'],
};

function addSubnet(block: BlockList, subnet: string): void {
  const [address = '', bits, more] = subnet.split('/');
  const version = isIP(address);
  const length = bits === undefined ? (version === 6 ? 128 : 32) : Number(bits);
  if (version === 0 || more !== undefined || !/^\d{1,3}$/.test(String(length)) || length > (version === 6 ? 128 : 32)) {
    throw new Error(`${JSON.stringify(subnet)} is neither an address nor a subnet`);
  }
  block.addSubnet(address, length, version === 6 ? 'ipv6' : 'ipv4');
}

/**
 * Takes what a trusted proxy says about a request for true: the scheme and the host that the reader used, and the reader's
 * address, the last one in the chain that is no trusted proxy. What anybody else says of himself counts for nothing.
 */
export function readForwarded(request: IncomingMessage, trusts: Trusts): void {
  const peer = plainAddress(request.socket.remoteAddress ?? '');
  const { 'x-forwarded-for': chain, 'x-forwarded-proto': proto, 'x-forwarded-host': host } = request.headers;
  if (!trusts(peer)) {
    clients.set(request, { address: peer, local: isLoopback(peer) && chain === undefined });
    return;
  }
  const hops = (Array.isArray(chain) ? chain.join(',') : chain ?? '').split(',').map((hop) => plainAddress(hop.trim())).filter((hop) => isIP(hop) !== 0);
  const reader = hops.findLast((hop) => !trusts(hop)) ?? hops[0];
  clients.set(request, { address: reader ?? peer, local: reader === undefined && isLoopback(peer) });
  const scheme = first(proto)?.toLowerCase();
  const asked = first(host) ?? request.headers.host;
  // A request line may name the whole address (RFC 9112 3.2.2): so everything behind sees the one that the reader used.
  if ((scheme === 'https' || scheme === 'http') && asked !== undefined && /^[\w.:[\]-]+$/.test(asked) && request.url?.startsWith('/') === true) {
    request.headers.host = asked;
    request.url = `${scheme}://${asked}${request.url}`;
  }
}

/** Who sent a request that `readForwarded` has read; `address` is '' for others. */
export const clientOf = (request: object | undefined): Client => (request && clients.get(request)) ?? { address: '', local: false };

const first = (header: string | readonly string[] | undefined): string | undefined => (typeof header === 'string' ? header : header?.[0])?.split(',', 1)[0]?.trim();
/** IPv4 in IPv6 clothes as what it is; without a port. */
const plainAddress = (text: string): string => text.replace(/^::ffff:(?=\d+\.)/i, '').replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
const isLoopback = (address: string): boolean => isIP(address) !== 0 && LOOPBACK.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
