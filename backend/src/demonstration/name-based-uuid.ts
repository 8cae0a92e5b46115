import { createHash } from 'node:crypto';

/** Made once for the demonstration: the same name is the same id in every installation. */
const NAMESPACE = Buffer.from('5a1f0c5e2d6b4b1e9c3a79e0d1547a10', 'hex');

/** RFC 9562 version 5: the SHA-1 of namespace and name, so that two loads of the demonstration have the same ids. */
export function nameBasedUuid(name: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(name, 'utf8').digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
