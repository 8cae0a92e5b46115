import fc from 'fast-check';
import { createCipheriv, randomBytes } from 'node:crypto';
import { KeyRing } from '../config/key-ring';
import { CipherBroken, ColumnCipherService, type Cell } from './column-cipher.service';

const key = (id: string) => ({ id, secret: randomBytes(32) });
const [NEW, OLD] = [key('new'), key('old')];
const cipher = new ColumnCipherService(new KeyRing([NEW, OLD]));
const former = new ColumnCipherService(new KeyRing([OLD]));
const CELL: Cell = { table: 'account_contact', column: 'phone_cipher', row: 'a4e1' };
const NUMBER = '13812341234';

const refusalOf = (work: () => string): string => {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(CipherBroken);
    return (error as Error).message;
  }
  throw new Error('it opened');
};

describe('an encrypted column', () => {
  it('opens to what was written, whatever that was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        expect(cipher.decrypt(cipher.encrypt(value, CELL), CELL)).toBe(value);
      }),
    );
  });

  it('is AES-256-GCM over the value, bound to format, key, table, column and row', () => {
    const stored = cipher.encrypt(NUMBER, CELL);
    const [format, id, text = ''] = stored.split('.');
    const body = Buffer.from(text, 'base64url');
    const again = createCipheriv('aes-256-gcm', new KeyRing([NEW]).first.encryption, body.subarray(0, 12));
    again.setAAD(Buffer.from('["y1","new","account_contact","phone_cipher","a4e1"]'));
    const expected = Buffer.concat([again.update(NUMBER), again.final(), again.getAuthTag()]);
    expect([format, id, body.subarray(12)]).toEqual(['y1', 'new', expected]);
  });

  it('with any one byte changed to any other of its neighbours does not open', () => {
    const stored = cipher.encrypt(NUMBER, CELL);
    for (let at = 0; at < stored.length; at += 1) {
      for (const bit of [1, 2, 4, 8, 16, 32]) {
        const changed = `${stored.slice(0, at)}${String.fromCharCode(stored.charCodeAt(at) ^ bit)}${stored.slice(at + 1)}`;
        expect(refusalOf(() => cipher.decrypt(changed, CELL))).not.toContain(NUMBER);
      }
    }
  });

  it('with any bit of nonce, cipher text or tag changed does not open', () => {
    const [format, id, text = ''] = cipher.encrypt(NUMBER, CELL).split('.');
    const body = Buffer.from(text, 'base64url');
    expect(body).toHaveLength(12 + NUMBER.length + 16);
    for (let bit = 0; bit < body.length * 8; bit += 1) {
      const changed = Buffer.from(body);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const why = refusalOf(() => cipher.decrypt(`${format}.${id}.${changed.toString('base64url')}`, CELL));
      expect(why).toContain('it was changed');
    }
  });

  it('cut short or made longer at any place does not open', () => {
    const stored = cipher.encrypt(NUMBER, CELL);
    for (let at = 0; at <= stored.length; at += 1) {
      if (at < stored.length) refusalOf(() => cipher.decrypt(stored.slice(0, at), CELL));
      refusalOf(() => cipher.decrypt(`${stored.slice(0, at)}A${stored.slice(at)}`, CELL));
    }
  });

  it('moved to another row, column or table does not open', () => {
    const stored = cipher.encrypt(NUMBER, CELL);
    for (const other of [{ row: 'a4e2' }, { column: 'phone' }, { table: 'second_factor' }]) {
      const cell = { ...CELL, ...other };
      const why = refusalOf(() => cipher.decrypt(stored, cell));
      expect(why).toBe(
        `${cell.table}.${cell.column} of ${cell.row} does not open: it was changed, or belongs to another row or column.`,
      );
    }
  });

  it('does not open where table, column and row merely read alike when written in one', () => {
    const stored = cipher.encrypt(NUMBER, { table: 'a', column: 'b","c', row: 'd' });
    refusalOf(() => cipher.decrypt(stored, { table: 'a","b', column: 'c', row: 'd' }));
  });

  it('under another key of the same id does not open', () => {
    const other = new ColumnCipherService(new KeyRing([key('new')]));
    expect(refusalOf(() => other.decrypt(cipher.encrypt(NUMBER, CELL), CELL))).toContain('it was changed');
  });

  it('under a key that is not there says which one is missing', () => {
    const stored = cipher.encrypt(NUMBER, CELL);
    expect(refusalOf(() => former.decrypt(stored, CELL))).toContain('its key new is not in YUHENG_KEYS');
    refusalOf(() => cipher.decrypt(stored.replace('.new.', '.old.'), CELL));
  });

  it('opens under any key of the ring and is written under the first', () => {
    const stored = former.encrypt(NUMBER, CELL);
    expect(cipher.decrypt(stored, CELL)).toBe(NUMBER);
    expect([cipher.isCurrent(stored), former.isCurrent(stored)]).toEqual([false, true]);
    expect(cipher.isCurrent(cipher.encrypt(NUMBER, CELL))).toBe(true);
  });

  it('takes no id for another that begins like it', () => {
    const longer = new ColumnCipherService(new KeyRing([key('new-2')]));
    expect(cipher.isCurrent(longer.encrypt(NUMBER, CELL))).toBe(false);
  });

  it('draws its nonce anew for each value: none of 100,000 is met twice', () => {
    const nonces = new Set<string>();
    for (let count = 0; count < 100_000; count += 1) nonces.add(cipher.encrypt('', CELL).slice(7, 23));
    expect(nonces.size).toBe(100_000);
    // Sixteen characters of base64url are its twelve bytes; each of the 96 bits is seen both set and clear.
    const seen = { or: Buffer.alloc(12, 0), and: Buffer.alloc(12, 255) };
    for (const nonce of [...nonces].slice(0, 1000)) {
      for (const [at, byte] of Buffer.from(nonce, 'base64url').entries()) {
        seen.or[at] = (seen.or[at] ?? 0) | byte;
        seen.and[at] = (seen.and[at] ?? 0) & byte;
      }
    }
    expect([seen.or.toString('hex'), seen.and.toString('hex')]).toEqual(['ff'.repeat(12), '00'.repeat(12)]);
  });

  it.each([
    '',
    NUMBER,
    'y1..',
    'y1.new.',
    'y2.new.AAAA',
    `y1.new.${'A'.repeat(36)}=`,
    `y1.new.${'A'.repeat(37)} `,
  ])('the stored text “%s” is refused as none of ours', (stored) =>
    expect(refusalOf(() => cipher.decrypt(stored, CELL))).toContain('no cipher text of this program'),
  );
});

describe('the keyed hash', () => {
  const column = { table: 'account_contact', column: 'phone_hash' };

  it('is equal for equal values of one column, whose cipher texts differ', () => {
    expect(cipher.hash(NUMBER, column)).toBe(cipher.hash(NUMBER, column));
    expect(cipher.hash(NUMBER, column)).toMatch(/^[0-9a-f]{64}$/);
    const [one, other] = [CELL, { ...CELL, row: 'b' }].map((cell) => cipher.encrypt(NUMBER, cell));
    expect(one).not.toBe(other);
  });

  it('differs for other values, columns and tables', () => {
    const hashes = [
      cipher.hash(NUMBER, column),
      cipher.hash('13812341235', column),
      cipher.hash(NUMBER, { ...column, column: 'mobile_hash' }),
      cipher.hash(NUMBER, { ...column, table: 'assistant' }),
      former.hash(NUMBER, column),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('is searched for under every key, that of the first key first', () => {
    expect(cipher.hashes(NUMBER, column)).toEqual([cipher.hash(NUMBER, column), former.hash(NUMBER, column)]);
  });
});
