import fc from 'fast-check';
import { createCipheriv, randomBytes } from 'node:crypto';
import { KeyRing } from '../config/key-ring';
import {
  CipherBroken,
  ColumnCipherService,
  ENCRYPTED_COLUMNS,
  type EncryptedColumn,
} from './column-cipher.service';

const key = (id: string) => ({ id, secret: randomBytes(32) });
const [NEW, OLD] = [key('new'), key('old')];
const cipher = new ColumnCipherService(new KeyRing([NEW, OLD]));
const former = new ColumnCipherService(new KeyRing([OLD]));
const PHONE = ENCRYPTED_COLUMNS.phone;
const ROW = 'a4e1';
const column = (more: Partial<EncryptedColumn>): EncryptedColumn => ({ ...PHONE, ...more });
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
        expect(cipher.decrypt(cipher.encrypt(value, PHONE, ROW), PHONE, ROW)).toBe(value);
      }),
    );
  });

  it('is AES-256-GCM over the value, bound to format, key, table, column and row', () => {
    const stored = cipher.encrypt(NUMBER, PHONE, ROW);
    const [format, id, text = ''] = stored.split('.');
    const body = Buffer.from(text, 'base64url');
    const again = createCipheriv('aes-256-gcm', new KeyRing([NEW]).first.encryption, body.subarray(0, 12));
    again.setAAD(Buffer.from('["y1","new","account_contact","phone_cipher","a4e1"]'));
    const expected = Buffer.concat([again.update(NUMBER), again.final(), again.getAuthTag()]);
    expect([format, id, body.subarray(12)]).toEqual(['y1', 'new', expected]);
  });

  // Of three lengths, two leave bits over in the last character of base64: another spelling of the same bytes.
  it.each([NUMBER, `${NUMBER}5`, `${NUMBER}56`])(
    'of %s with any character changed does not open',
    (number) => {
      const stored = cipher.encrypt(number, PHONE, ROW);
      for (let at = 0; at < stored.length; at += 1) {
        for (const bit of [1, 2, 4, 8, 16, 32, 64]) {
          const changed = `${stored.slice(0, at)}${String.fromCharCode(stored.charCodeAt(at) ^ bit)}${stored.slice(at + 1)}`;
          expect(refusalOf(() => cipher.decrypt(changed, PHONE, ROW))).not.toContain(number);
        }
      }
    },
  );

  it('with any bit of nonce, cipher text or tag changed does not open', () => {
    const [format, id, text = ''] = cipher.encrypt(NUMBER, PHONE, ROW).split('.');
    const body = Buffer.from(text, 'base64url');
    expect(body).toHaveLength(12 + NUMBER.length + 16);
    for (let bit = 0; bit < body.length * 8; bit += 1) {
      const changed = Buffer.from(body);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const why = refusalOf(() =>
        cipher.decrypt(`${format}.${id}.${changed.toString('base64url')}`, PHONE, ROW),
      );
      expect(why).toContain('it was changed');
    }
  });

  it('cut short or made longer at any place does not open', () => {
    const stored = cipher.encrypt(NUMBER, PHONE, ROW);
    for (let at = 0; at <= stored.length; at += 1) {
      if (at < stored.length) refusalOf(() => cipher.decrypt(stored.slice(0, at), PHONE, ROW));
      refusalOf(() => cipher.decrypt(`${stored.slice(0, at)}A${stored.slice(at)}`, PHONE, ROW));
    }
  });

  it('moved to another row, column or table does not open', () => {
    const stored = cipher.encrypt(NUMBER, PHONE, ROW);
    const others: [EncryptedColumn, string][] = [
      [PHONE, 'a4e2'],
      [column({ column: 'phone' }), ROW],
      [column({ table: 'second_factor' }), ROW],
    ];
    for (const [other, row] of others) {
      expect(refusalOf(() => cipher.decrypt(stored, other, row))).toBe(
        `${other.table}.${other.column} of ${row} does not open: it was changed, or belongs to another row or column.`,
      );
    }
  });

  it('does not open where table, column and row merely read alike when written in one', () => {
    const stored = cipher.encrypt(NUMBER, column({ table: 'a', column: 'b","c' }), 'd');
    refusalOf(() => cipher.decrypt(stored, column({ table: 'a","b', column: 'c' }), 'd'));
  });

  it('under another key of the same id does not open', () => {
    const other = new ColumnCipherService(new KeyRing([key('new')]));
    expect(refusalOf(() => other.decrypt(cipher.encrypt(NUMBER, PHONE, ROW), PHONE, ROW))).toContain(
      'it was changed',
    );
  });

  it('under a key that is not there says which one is missing', () => {
    const stored = cipher.encrypt(NUMBER, PHONE, ROW);
    expect(refusalOf(() => former.decrypt(stored, PHONE, ROW))).toContain(
      'its key new is not in YUHENG_KEYS',
    );
    refusalOf(() => cipher.decrypt(stored.replace('.new.', '.old.'), PHONE, ROW));
  });

  it('opens under any key of the ring and is written under the first', () => {
    const stored = former.encrypt(NUMBER, PHONE, ROW);
    expect(cipher.decrypt(stored, PHONE, ROW)).toBe(NUMBER);
    expect([cipher.isCurrent(stored), former.isCurrent(stored)]).toEqual([false, true]);
    expect(cipher.isCurrent(cipher.encrypt(NUMBER, PHONE, ROW))).toBe(true);
  });

  it('takes no id for another that begins like it', () => {
    const longer = new ColumnCipherService(new KeyRing([key('new-2')]));
    expect(cipher.isCurrent(longer.encrypt(NUMBER, PHONE, ROW))).toBe(false);
  });

  it('draws its nonce anew for each value: none of 100,000 is met twice', () => {
    const nonces = new Set<string>();
    for (let count = 0; count < 100_000; count += 1) nonces.add(cipher.encrypt('', PHONE, ROW).slice(7, 23));
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
    expect(refusalOf(() => cipher.decrypt(stored, PHONE, ROW))).toContain('no cipher text of this program'),
  );
});

describe('the keyed hash', () => {
  it('is equal for equal values of one column, whose cipher texts differ', () => {
    expect(cipher.hash(NUMBER, PHONE)).toBe(cipher.hash(NUMBER, PHONE));
    expect(cipher.hash(NUMBER, PHONE)).toMatch(/^[0-9a-f]{64}$/);
    const [one, other] = [ROW, 'a4e2'].map((row) => cipher.encrypt(NUMBER, PHONE, row));
    expect(one).not.toBe(other);
  });

  it('differs for other values, columns and tables', () => {
    const hashes = [
      cipher.hash(NUMBER, PHONE),
      cipher.hash('13812341235', PHONE),
      cipher.hash(NUMBER, column({ column: 'mobile_cipher' })),
      cipher.hash(NUMBER, column({ table: 'assistant' })),
      former.hash(NUMBER, PHONE),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('is searched for under every key, that of the first key first', () => {
    expect(cipher.hashes(NUMBER, PHONE)).toEqual([cipher.hash(NUMBER, PHONE), former.hash(NUMBER, PHONE)]);
  });
});
