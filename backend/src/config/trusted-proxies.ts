import { isIP } from 'node:net';

/** Nobody; so many proxies in front of the server; or the proxies at these addresses and networks. */
export type TrustedProxies = false | number | readonly string[];

/** More proxies than this in a row is a mistake in writing, not a network. */
const MOST_HOPS = 9;
/** What the router knows by name: 127.0.0.0/8 and ::1, fe80::/10 …, and the private networks. */
const NAMES = ['loopback', 'linklocal', 'uniquelocal'];

/**
 * YUHENG_TRUST_PROXY: whose X-Forwarded-For, -Host and -Proto are believed. A number of proxies (`1`), or addresses,
 * networks in CIDR and the names loopback, linklocal and uniquelocal, separated by commas. Off unless set, because
 * anyone can write such a header: who believes it from everybody lets everybody choose the address that limits count.
 *
 * @throws Error that names what cannot be read; a network of all addresses (`/0`) is refused for the same reason.
 */
export function readTrustProxy(text: string | undefined): TrustedProxies {
  if (!text) return false;
  if (/^\d+$/.test(text)) {
    const hops = Number(text);
    return hops >= 1 && hops <= MOST_HOPS ? hops : refuse(text);
  }
  const networks = text.split(',').map((one) => one.trim());
  return networks.every(isNetwork) ? networks : refuse(text);
}

function isNetwork(text: string): boolean {
  if (NAMES.includes(text)) return true;
  const [address = '', prefix, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  if (prefix === undefined) return true;
  const bits = /^\d{1,3}$/.test(prefix) ? Number(prefix) : 0;
  return bits >= 1 && bits <= (family === 4 ? 32 : 128);
}

function refuse(text: string): never {
  throw new Error(
    `YUHENG_TRUST_PROXY 应为代理层数（1 至 ${MOST_HOPS}），或以逗号分隔的代理地址、网段，读到“${text}” / must be a number of proxies from 1 to ${MOST_HOPS}, or their addresses and networks, separated by commas.`,
  );
}
