import { inspect } from 'node:util';
import { KeyRing } from './key-ring';

const SECRET = Buffer.from([...Array(32).keys()]);
const OTHER = Buffer.from(SECRET).reverse();

describe('the key ring', () => {
  it('derives a key of its own for each purpose, and the given one is none of them', () => {
    const { encryption, equality, check } = new KeyRing([{ id: 'a', secret: SECRET }]).first;
    const derived = [encryption.export(), equality.export(), Buffer.from(check, 'hex')].map((one) =>
      one.toString('hex'),
    );
    expect(new Set([...derived, SECRET.toString('hex')]).size).toBe(4);
  });

  // Computed with another implementation of RFC 5869 and RFC 2104 (python: hmac, hashlib).
  it('derives by HKDF-SHA-256, the same in every release', () => {
    const { encryption, equality, check } = new KeyRing([{ id: 'a', secret: SECRET }]).first;
    expect({
      encryption: encryption.export().toString('hex'),
      equality: equality.export().toString('hex'),
      check,
    }).toEqual(GOLDEN);
  });

  it('writes with the first key and finds every key by its id', () => {
    const ring = new KeyRing([
      { id: 'new', secret: SECRET },
      { id: 'old', secret: OTHER },
    ]);
    expect(ring.first.id).toBe('new');
    expect(ring.all.map(({ id }) => id)).toEqual(['new', 'old']);
    expect(ring.find('old')?.check).not.toBe(ring.find('new')?.check);
    expect(ring.find('none')).toBeNull();
  });

  it('a key of the same id and other bytes has another check value', () => {
    const checks = [SECRET, OTHER].map((secret) => new KeyRing([{ id: 'a', secret }]).first.check);
    expect(new Set(checks).size).toBe(2);
  });

  it('prints nothing of a key, neither in a log nor as JSON', () => {
    const ring = new KeyRing([{ id: 'a', secret: SECRET }]);
    const { encryption, equality } = ring.first;
    const printed = `${inspect(ring, { depth: 9, showHidden: true })}${JSON.stringify(ring)}${JSON.stringify(ring.first)}`;
    for (const secret of [SECRET, encryption.export(), equality.export()]) {
      expect(printed).not.toContain(secret.toString('hex'));
      expect(printed).not.toContain(secret.toString('base64'));
    }
    expect(printed).not.toContain('Buffer');
  });

  it.each([
    ['no key', []],
    [
      'two keys of one id',
      [
        { id: 'a', secret: SECRET },
        { id: 'a', secret: OTHER },
      ],
    ],
    ['a key of 31 bytes', [{ id: 'a', secret: SECRET.subarray(1) }]],
  ])('%s is a broken precondition', (_, keys) => {
    expect(() => new KeyRing(keys)).toThrow(RangeError);
  });
});

const GOLDEN = {
  encryption: '323b5c7ac15fde0d90faf00c756ddab07a1c45e1514d786a7d206f3cb58c2b27',
  equality: 'be94941293c713aef1f4db73eb8fb18ebbd9be76fc2cddfb15add34fc0b8dc76',
  check: 'e1b2d230d89875a8693ce5278f6188085e020909cc25c51be3e8a844298b0f7e',
};
