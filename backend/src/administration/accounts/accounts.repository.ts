import { Injectable } from '@nestjs/common';
import type { Role } from '@yuheng/shared/contract/roles';
import { type EntityManager, In, Not } from 'typeorm';
import { AccountContactEntity } from '../../identity/accounts/account-contact.entity';
import { AccountRoleEntity } from '../../identity/accounts/account-role.entity';
import { AccountEntity } from '../../identity/accounts/account.entity';
import { HandOverEntity } from '../../identity/accounts/hand-over.entity';
import { ColumnCipherService, ENCRYPTED_COLUMNS } from '../../personal-data/column-cipher.service';

/** An account as it is made; `approvedAt` null waits for the security administrator. */
export interface NewAccount {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly place: string;
  readonly phone: string | null;
  readonly openIdSubject: string | null;
  readonly passwordHash: string;
  readonly enteredBy: string;
  readonly approvedAt: Date | null;
}

/** What can be changed of an account's row; an absent field stays as it is. */
export type AccountChange = Partial<
  Pick<
    AccountEntity,
    | 'name'
    | 'placeId'
    | 'openIdSubject'
    | 'enteredBy'
    | 'approvedAt'
    | 'approvedBy'
    | 'disabledAt'
    | 'disabledReason'
  >
>;

/** The writing side of accounts. Credentials, sessions and assignments are reached through functions of the migrations. */
@Injectable()
export class AccountsRepository {
  constructor(private readonly cipher: ColumnCipherService) {}

  async insert(tx: EntityManager, account: NewAccount): Promise<void> {
    await tx.insert(AccountEntity, {
      accountId: account.id,
      username: account.username,
      name: account.name,
      placeId: account.place,
      demonstration: false,
      enteredBy: account.enteredBy,
      approvedAt: account.approvedAt,
      openIdSubject: account.openIdSubject,
    });
    await this.setRoles(tx, account.id, account.roles);
    await this.setCredential(tx, account.id, account.passwordHash);
    if (account.phone !== null) await this.setPhone(tx, account.id, account.phone);
  }

  /** Changes the row and counts its version up. */
  async change(tx: EntityManager, id: string, change: AccountChange): Promise<void> {
    await tx.update(AccountEntity, { accountId: id }, { ...change, version: () => 'version + 1' });
  }

  async setRoles(tx: EntityManager, id: string, roles: readonly Role[]): Promise<void> {
    await tx.delete(AccountRoleEntity, { accountId: id, role: Not(In([...roles])) });
    await tx
      .createQueryBuilder()
      .insert()
      .into(AccountRoleEntity)
      .values(roles.map((role) => ({ accountId: id, role })))
      .orIgnore()
      .execute();
  }

  /** Stores a telephone number encrypted, beside its keyed hash; null removes it. */
  async setPhone(tx: EntityManager, id: string, phone: string | null): Promise<void> {
    if (phone === null) {
      await tx.delete(AccountContactEntity, { accountId: id });
      return;
    }
    const column = ENCRYPTED_COLUMNS.phone;
    const phoneCipher = this.cipher.encrypt(phone, column, id);
    const phoneHash = this.cipher.hash(phone, column);
    await tx.upsert(AccountContactEntity, { accountId: id, phoneCipher, phoneHash }, ['accountId']);
  }

  /** A first password: its person must change it. */
  async setCredential(tx: EntityManager, id: string, passwordHash: string): Promise<void> {
    await tx.query('select set_credential($1, $2)', [id, passwordHash]);
  }

  /** Ends the sessions and access tokens of an account at once. @returns how many sessions there were */
  async endSessions(tx: EntityManager, id: string): Promise<number> {
    const [{ ended }] = await tx.query<[{ ended: number }]>('select end_sessions_of($1) as ended', [id]);
    return ended;
  }

  async removeSecondFactor(tx: EntityManager, id: string): Promise<void> {
    await tx.query('select remove_second_factor($1)', [id]);
  }

  /** Forgets the failed sign-ins of a user name. */
  async unlock(tx: EntityManager, username: string): Promise<void> {
    await tx.query(`select unlock_sign_in(encode(sha256(convert_to($1, 'UTF8')), 'hex'))`, [username]);
  }

  /** Gives the unfinished assignments of who leaves to who comes. */
  async moveAssignments(tx: EntityManager, leaving: string, coming: string): Promise<void> {
    await tx.query('select move_assignments($1, $2)', [leaving, coming]);
  }

  async insertHandOver(tx: EntityManager, handOver: HandOverEntity): Promise<void> {
    await tx.insert(HandOverEntity, handOver);
  }

  /** Whether a user name or a subject belongs to an account other than that one, be it open or closed. */
  async isTaken(
    tx: EntityManager,
    wanted: { readonly username: string } | { readonly openIdSubject: string },
    except: string | null,
  ): Promise<boolean> {
    return tx.existsBy(AccountEntity, { ...wanted, ...(except === null ? {} : { accountId: Not(except) }) });
  }
}
