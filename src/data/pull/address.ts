import { BlockList, isIP } from 'node:net';
import { DataError } from '../data-error.ts';

/** The addresses of a name, as text. */
export type Lookup = (name: string) => Promise<readonly string[]>;

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

/** Addresses of no public server: this machine's, private, link-local, shared and reserved networks (RFC 6890). */
const inner = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  inner.addSubnet(net, prefix);
}
for (const [net, prefix] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  inner.addSubnet(net, prefix, 'ipv6');
}

/** The host of an address, without the brackets of IPv6. */
const hostOf = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, '$1').toLowerCase();

const isIn = (list: BlockList, address: string): boolean => {
  const version = isIP(address);
  return version !== 0 && list.check(address, version === 6 ? 'ipv6' : 'ipv4');
};

function isLoopback(url: URL): boolean {
  const host = hostOf(url);
  return host === 'localhost' || isIn(loopback, host);
}

async function isInner(url: URL, lookup: Lookup): Promise<boolean> {
  const host = hostOf(url);
  if (isIP(host) !== 0) return isIn(inner, host);
  if (/(^|\.)(localhost|local|internal|home\.arpa)$/.test(host)) return true;
  // A name that cannot be looked up here may be known to a proxy; the request itself then says what is wrong.
  const addresses = await lookup(host).catch(() => []);
  return addresses.some((address) => isIn(inner, address));
}

const BY_HAND = 'Download the file in a browser, and import it: foedus data import --from DIR';

function parse(text: string, base: URL | undefined, where: string): URL {
  const url = URL.canParse(text, base?.href) ? new URL(text, base?.href) : undefined;
  if (url === undefined) throw new DataError(`${where}: '${text}' is no address.`, [BY_HAND]);
  if (url.username !== '' || url.password !== '')
    throw new DataError(`${where}: the address holds a name or a password, which foedus sends to nobody.`, [BY_HAND]);
  return url;
}

/**
 * The address of a download: https, or http on this machine alone.
 * @throws {DataError} for any other
 */
export function firstAddress(text: string, where: string): URL {
  const url = parse(text, undefined, where);
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))) return url;
  throw new DataError(`${where}: ${url.href} is not an https address, so nothing says that the bytes come from its owner.`, [BY_HAND]);
}

/**
 * Where a server sends one on: https again, and never from a public server into this machine or its network.
 * @throws {DataError} for any other
 */
export async function nextAddress(from: URL, location: string, lookup: Lookup, where: string): Promise<URL> {
  const url = parse(location, from, where);
  if (isLoopback(from) && isLoopback(url) && /^https?:$/.test(url.protocol)) return url;
  const refuse = (why: string): DataError => new DataError(`${where}: ${from.host} sends on to ${url.href}, ${why}.`, [`It was not followed. ${BY_HAND}`]);
  if (url.protocol !== 'https:') throw refuse('which is not an https address');
  if (await isInner(url, lookup)) throw refuse('which lies in this machine or its own network');
  return url;
}
