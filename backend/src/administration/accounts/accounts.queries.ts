import { Injectable } from '@nestjs/common';
import type { Role } from '@yuheng/shared/contract/roles';
import type { EntityManager } from 'typeorm';
import type { PendingItem } from '../../identity/accounts/hand-over.entity';

/** An account as its administrators find it; how its person proves who it is stays closed to them. */
export interface AccountRow {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly place: string;
  readonly disabledAt: Date | null;
  readonly disabledReason: string | null;
  /** null: it waits for the security administrator. */
  readonly approvedAt: Date | null;
  readonly lockedUntil: Date | null;
  /** Encrypted; null without one, and for who does not administer accounts. */
  readonly phoneCipher: string | null;
  readonly openIdSubject: string | null;
  readonly secondFactor: boolean;
  readonly mustChangePassword: boolean;
  readonly demonstration: boolean;
  readonly createdAt: Date;
  readonly enteredById: string | null;
  /** The user name of who last entered what is approved of it; null: the program itself. */
  readonly enteredBy: string | null;
  readonly version: number;
}

export interface AccountConditions {
  /** A pattern of LIKE, in which backslash escapes. */
  readonly pattern: string | null;
  /** Keyed hashes of a whole telephone number, one for each key in use. */
  readonly phoneHashes: readonly string[];
  readonly role: string | null;
  readonly place: string | null;
  readonly state: 'active' | 'pending' | 'disabled' | null;
  readonly limit: number;
  readonly offset: number;
}

const ACCOUNT = `
  select a.account_id as id, a.username, a.name,
    array(select r.role from account_role r where r.account_id = a.account_id order by r.role) as roles,
    a.place_id as place, a.disabled_at as "disabledAt", a.disabled_reason as "disabledReason",
    a.approved_at as "approvedAt",
    locked_until(encode(sha256(convert_to(a.username, 'UTF8')), 'hex')) as "lockedUntil",
    c.phone_cipher as "phoneCipher", a.open_id_subject as "openIdSubject",
    has_second_factor(a.account_id) as "secondFactor", must_change_password(a.account_id) as "mustChangePassword",
    a.demonstration, a.created_at as "createdAt", a.entered_by as "enteredById", e.username as "enteredBy", a.version
  from account a
  left join account_contact c on c.account_id = a.account_id
  left join account e on e.account_id = a.entered_by`;

const CONDITIONS = `
  ($1::text is null or a.username ilike $1 escape '\\' or a.name ilike $1 escape '\\' or c.phone_hash = any($2::text[]))
  and ($3::text is null or exists (select 1 from account_role r where r.account_id = a.account_id and r.role = $3))
  and ($4::text is null or a.place_id = $4)
  and ($5::text is null or $5 = case when a.disabled_at is not null then 'disabled'
                                     when a.approved_at is null then 'pending' else 'active' end)`;

const valuesOf = (wanted: AccountConditions): unknown[] => [
  wanted.pattern,
  wanted.phoneHashes,
  wanted.role,
  wanted.place,
  wanted.state,
];

@Injectable()
export class AccountsQueries {
  /** One page, by user name in code-point order, which is the same wherever the database stands. */
  async list(tx: EntityManager, wanted: AccountConditions): Promise<AccountRow[]> {
    return tx.query(`${ACCOUNT} where ${CONDITIONS} order by a.username collate "C" limit $6 offset $7`, [
      ...valuesOf(wanted),
      wanted.limit,
      wanted.offset,
    ]);
  }

  async count(tx: EntityManager, wanted: AccountConditions): Promise<number> {
    const [{ total }] = await tx.query<[{ total: number }]>(
      `select count(*)::int as total from account a
       left join account_contact c on c.account_id = a.account_id where ${CONDITIONS}`,
      valuesOf(wanted),
    );
    return total;
  }

  async find(tx: EntityManager, id: string): Promise<AccountRow | null> {
    const rows: AccountRow[] = await tx.query(`${ACCOUNT} where a.account_id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** How many accounts with that role can sign in. */
  async countActive(tx: EntityManager, role: Role): Promise<number> {
    const [{ count }] = await tx.query<[{ count: number }]>(
      `select count(*)::int as count from account a join account_role r on r.account_id = a.account_id
       where r.role = $1 and a.disabled_at is null and a.approved_at is not null`,
      [role],
    );
    return count;
  }

  /** Accounts that are not closed and hold more than one role. */
  async withSeveralRoles(
    tx: EntityManager,
  ): Promise<readonly { readonly username: string; readonly roles: readonly Role[] }[]> {
    return tx.query(
      `select a.username, array_agg(r.role order by r.role) as roles
       from account a join account_role r on r.account_id = a.account_id
       where a.disabled_at is null group by a.account_id having count(*) > 1 order by a.username collate "C"`,
    );
  }

  /** Accounts that wait for the security administrator. */
  async pendingUsernames(tx: EntityManager): Promise<readonly string[]> {
    const rows: { username: string }[] = await tx.query(
      `select username from account where approved_at is null and disabled_at is null order by username collate "C"`,
    );
    return rows.map(({ username }) => username);
  }

  /** What is pending of an account, named by its keys only. */
  async pendingOf(tx: EntityManager, id: string): Promise<readonly PendingItem[]> {
    const [{ items }] = await tx.query<[{ items: PendingItem[] }]>('select pending_of($1) as items', [id]);
    return items;
  }
}
