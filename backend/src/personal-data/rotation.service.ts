import type { DataSource } from 'typeorm';
import { ownAct } from '../audit/act';
import type { AuditTrail } from '../audit/audit-trail';
import { checkKeys } from '../config/check-keys';
import type { KeyRing } from '../config/key-ring';
import { StartRefused } from '../config/start-refused';
import { NO_SCOPE, type Scope } from '../database/scope';
import { scoped } from '../database/scoped-transaction';
import {
  CipherBroken,
  ColumnCipherService,
  ENCRYPTED_COLUMNS,
  type EncryptedColumn,
} from './column-cipher.service';
import { RotationRepository, type NewValue, type StoredValue } from './rotation.repository';

/** What a rotation has done. */
export interface Rotation {
  /** By column (`account_contact.phone_cipher`), how many values were encrypted anew. */
  readonly values: Readonly<Record<string, number>>;
  /** Values that did not open and stand as they were, each said with its table, column and row. */
  readonly broken: readonly string[];
  /** Ids of the keys that the database no longer needs; empty while a value is left under one of them. */
  readonly forgotten: readonly string[];
}

/** So many rows are locked at a time: a server that wants one of them waits for some milliseconds. */
const BATCH = 500;

/**
 * Brings every encrypted column under the first key, batch by batch, each in a transaction of its own, while a server
 * works on the same database. Cut off at any moment it has done some batches wholly and the rest not at all; the next
 * run does the rest. It runs as the owner of the tables, in the scope of every county, because the policies of
 * the roster bind their owner too.
 */
export class RotationService {
  private readonly repository = new RotationRepository();
  private readonly cipher: ColumnCipherService;

  constructor(
    private readonly source: DataSource,
    private readonly trail: AuditTrail,
    private readonly keys: KeyRing,
  ) {
    this.cipher = new ColumnCipherService(keys);
  }

  /**
   * The last transaction forgets the former keys, if nothing is left under them, and writes the one entry of the trail.
   * @param say is told after each batch which column it was and how many of its values are done.
   * @throws StartRefused when a key in use is missing, or no server has been started with the first key yet: a server
   * that knows the former key only could not read what is encrypted here.
   */
  async rotate(say: (line: string) => void): Promise<Rotation> {
    await this.refuseUnknownKey();
    const values: Record<string, number> = {};
    const broken: string[] = [];
    const scope = await this.everyCounty();
    for (const column of Object.values(ENCRYPTED_COLUMNS)) {
      values[nameOf(column)] = await this.rotateColumn(column, scope, { say, broken });
    }
    return this.finish(scope, { values, broken });
  }

  private everyCounty(): Promise<Scope> {
    return scoped(this.source, NO_SCOPE, async (tx) => ({
      ...NO_SCOPE,
      counties: await this.repository.counties(tx),
    }));
  }

  private refuseUnknownKey(): Promise<void> {
    return scoped(this.source, NO_SCOPE, async (tx) => {
      const known = await this.repository.knownKeys(tx);
      checkKeys(known, this.keys);
      const { id } = this.keys.first;
      if (id in known) return;
      throw new StartRefused(
        `密钥“${id}”尚未启用：请先把它写在 YUHENG_KEYS（或密钥文件 keys）的首位、旧密钥写在其后，重启服务器，再执行本命令。\n` +
          `The key "${id}" is not in use yet: put it first in YUHENG_KEYS (or the file keys), the former one behind it, start the server again, and then run this command.`,
      );
    });
  }

  private async rotateColumn(
    column: EncryptedColumn,
    scope: Scope,
    { say, broken }: { say: (line: string) => void; broken: string[] },
  ): Promise<number> {
    const prefix = this.cipher.currentPrefix;
    let [done, after]: [number, string | null] = [0, null];
    for (;;) {
      const from: string | null = after;
      const batch: readonly StoredValue[] = await scoped(this.source, scope, async (tx) => {
        const found = await this.repository.former(tx, column, { prefix, after: from, most: BATCH });
        const opened = found
          .map((value) => this.renewed(value, column, broken))
          .filter((one) => one !== null);
        await this.repository.replace(tx, column, opened);
        done += opened.length;
        return found;
      });
      const last = batch.at(-1);
      if (!last) return done;
      after = last.row;
      say(`${nameOf(column)}: ${done}`);
    }
  }

  private renewed({ row, stored }: StoredValue, column: EncryptedColumn, broken: string[]): NewValue | null {
    try {
      const value = this.cipher.decrypt(stored, column, row);
      return {
        row,
        stored: this.cipher.encrypt(value, column, row),
        hash: column.hashColumn === null ? null : this.cipher.hash(value, column),
      };
    } catch (error) {
      if (!(error instanceof CipherBroken)) throw error;
      broken.push(error.message);
      return null;
    }
  }

  private finish(scope: Scope, { values, broken }: Pick<Rotation, 'values' | 'broken'>): Promise<Rotation> {
    const act = ownAct('personalData.rotateKeys');
    return this.trail.record(act, scope, async (tx) => {
      const known = await this.repository.knownKeys(tx);
      const former = Object.keys(known).filter((id) => id !== this.keys.first.id);
      let left = 0;
      for (const column of Object.values(ENCRYPTED_COLUMNS)) {
        left += await this.repository.countFormer(tx, column, this.cipher.currentPrefix);
      }
      const forgotten = left === 0 ? former : [];
      await this.repository.forgetKeys(tx, forgotten);
      act.note({
        object: { kind: 'encryptionKey', id: this.keys.first.id },
        after: { values, broken: broken.length, left, forgotten },
      });
      return { values, broken, forgotten };
    });
  }
}

const nameOf = ({ table, column }: EncryptedColumn): string => `${table}.${column}`;
