import { isIPv6 } from 'node:net';

/** A household or an office is given a network of this many groups of an IPv6 address (/64), and all that is in it. */
const GROUPS = 4;

/**
 * What a limit per address counts by: an IPv4 address as it is, also where it stands in an IPv6 one; of an IPv6 address
 * its /64 network, because whoever has one has 2^64 addresses.
 */
export function addressKey(address: string): string {
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const [before = '', after] = (address.split('%')[0] ?? '').split('::');
  const left = before === '' ? [] : before.split(':');
  const right = after ? after.split(':') : [];
  const zeros = after === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array<string>(Math.max(zeros, 0)).fill('0'), ...right]
    .slice(0, GROUPS)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
}
