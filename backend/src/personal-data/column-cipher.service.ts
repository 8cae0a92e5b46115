import { Injectable } from '@nestjs/common';
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { KeyRing, type DerivedKey } from '../config/key-ring';

/** A column of encrypted values. A cipher text opens in its table, column and row, and nowhere else. */
export interface EncryptedColumn {
  readonly table: string;
  readonly column: string;
  /** The primary key of the table. */
  readonly rowKey: string;
  /** Where the keyed hash of the same value stands; null: nobody searches by it. */
  readonly hashColumn: string | null;
}

/** Every encrypted column of the database: what is not in this list is not rotated, and a test holds it to the schema. */
export const ENCRYPTED_COLUMNS = {
  phone: {
    table: 'account_contact',
    column: 'phone_cipher',
    rowKey: 'account_id',
    hashColumn: 'phone_hash',
  },
  assistantCard: {
    table: 'assistant',
    column: 'card_cipher',
    rowKey: 'assistant_id',
    hashColumn: null,
  },
  assistantIdentity: {
    table: 'assistant',
    column: 'identity_cipher',
    rowKey: 'assistant_id',
    hashColumn: 'identity_hash',
  },
  secondFactor: {
    table: 'second_factor',
    column: 'secret_cipher',
    rowKey: 'account_id',
    hashColumn: null,
  },
} as const satisfies Record<string, EncryptedColumn>;

/** A stored text that does not open: it was changed, comes from another row or column, or its key is not there. */
export class CipherBroken extends Error {}

const FORMAT = 'y1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const STORED = /^y1\.([A-Za-z0-9][A-Za-z0-9-]{0,31})\.([A-Za-z0-9_-]+)$/;

/** What the cipher text is bound to, as JSON, so that no two places are written alike. */
const bindingOf = (keyId: string, { table, column }: EncryptedColumn, row: string): Buffer =>
  Buffer.from(JSON.stringify([FORMAT, keyId, table, column, row]));

/**
 * Personal data in columns: AES-256-GCM with a random nonce of 96 bits, bound to key, table, column and row; and a keyed
 * hash (HMAC-SHA-256) beside it, by which equal values are found without opening any.
 *
 * Stored is `y1.<key id>.<base64url of nonce, cipher text and tag>`. Nonces are random, so that one key should write
 * fewer than 2^32 values (NIST SP 800-38D, 8.3); a city writes some thousands.
 */
@Injectable()
export class ColumnCipherService {
  constructor(private readonly keys: KeyRing) {}

  /**
   * Encrypts with the first key, for the row of that primary key. The same value twice gives two different texts.
   * Example: `encrypt('13812341234', ENCRYPTED_COLUMNS.phone, accountId)`.
   */
  encrypt(value: string, column: EncryptedColumn, row: string): string {
    const { id, encryption } = this.keys.first;
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', encryption, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(bindingOf(id, column, row));
    const body = Buffer.concat([nonce, cipher.update(value, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${FORMAT}.${id}.${body.toString('base64url')}`;
  }

  /** @throws CipherBroken that names the place and, if that is missing, the key; nothing of the value. */
  decrypt(stored: string, column: EncryptedColumn, row: string): string {
    const broken = (why: string): CipherBroken =>
      new CipherBroken(`${column.table}.${column.column} of ${row} does not open: ${why}.`);
    const { key, body } = this.taken(stored, broken);
    const decipher = createDecipheriv('aes-256-gcm', key.encryption, body.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(bindingOf(key.id, column, row));
    decipher.setAuthTag(body.subarray(-TAG_BYTES));
    try {
      const opened = decipher.update(body.subarray(NONCE_BYTES, -TAG_BYTES));
      return Buffer.concat([opened, decipher.final()]).toString('utf8');
    } catch {
      throw broken('it was changed, or belongs to another row or column');
    }
  }

  /** Whether a stored text was written with the key that writes now; what is not is re-encrypted by `rotate-keys`. */
  isCurrent(stored: string): boolean {
    return stored.startsWith(this.currentPrefix);
  }

  /** How every stored text of the first key begins: what a search for others compares with. */
  get currentPrefix(): string {
    return `${FORMAT}.${this.keys.first.id}.`;
  }

  /**
   * The keyed hash to store beside a cipher text, of the first key. Equal values of one column have equal hashes; the
   * same value in another column has another, so that two tables cannot be joined over it.
   */
  hash(value: string, column: EncryptedColumn): string {
    return hashWith(this.keys.first, value, column);
  }

  /** The hashes under every key: a search takes all of them, because a rotation may be under way. */
  hashes(value: string, column: EncryptedColumn): readonly string[] {
    return this.keys.all.map((key) => hashWith(key, value, column));
  }

  private taken(stored: string, broken: (why: string) => CipherBroken): { key: DerivedKey; body: Buffer } {
    const [, id = '', text = ''] = STORED.exec(stored) ?? [];
    const body = Buffer.from(text, 'base64url');
    // Base64 has several spellings of some bytes; only the one that was written is taken.
    if (body.length < NONCE_BYTES + TAG_BYTES || body.toString('base64url') !== text) {
      throw broken('it is no cipher text of this program');
    }
    const key = this.keys.find(id);
    if (!key) throw broken(`its key ${id} is not in YUHENG_KEYS`);
    return { key, body };
  }
}

const hashWith = (key: DerivedKey, value: string, { table, column }: EncryptedColumn): string =>
  createHmac('sha256', key.equality)
    .update(JSON.stringify([table, column, value]))
    .digest('hex');
