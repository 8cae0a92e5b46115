import { Injectable } from '@nestjs/common';
import type { AdministeredAccount } from '@yuheng/shared/contract/accounts';
import type { BodyOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { role, type Role } from '@yuheng/shared/contract/roles';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import {
  maskTelephoneNumber,
  type TelephoneNumber,
} from '@yuheng/shared/domain/personal-data/telephone-number';
import { randomUUID } from 'node:crypto';
import type { Act } from '../../audit/act';
import type { SignedIn } from '../../identity/signed-in';
import { changedFields } from '../changed-fields';
import { AccountChecks } from './account-checks';
import { refuseDemonstration, refuseDisabled, refuseOwn } from './account-refusals';
import type { AccountRow } from './accounts.queries';
import { AccountsRepository } from './accounts.repository';
import { AdministrativeActs, type Administering } from './administrative-acts';
import { enteredBy } from './entered-by';
import { makeFirstPassword } from './initial-password';
import { PresentAccount } from './present-account';

type Change = BodyOf<typeof endpoints.changeAccount>;

const ANOTHER_HAS_TO = bilingual(
  '不能变更本人账户的角色和单位；确需变更的，请由另一名系统管理员办理。',
  'Nobody changes the roles or the place of the own account: ask another system administrator.',
);

/** Makes and changes accounts. Where security is kept apart, what is entered here waits for its approval. */
@Injectable()
export class AccountEntryService {
  constructor(
    private readonly acts: AdministrativeActs,
    private readonly checks: AccountChecks,
    private readonly repository: AccountsRepository,
    private readonly present: PresentAccount,
  ) {}

  /** A new account with a first password, which is shown this once and which its person must change. */
  async create(
    act: Act,
    by: SignedIn,
    body: BodyOf<typeof endpoints.createAccount>,
  ): Promise<ResponseOf<typeof endpoints.createAccount>> {
    const { username, name, roles, place } = body;
    const openIdSubject = body.openIdSubject ?? null;
    const id = randomUUID();
    act.note({ object: { kind: 'account', id }, after: { username, name, roles, place, openIdSubject } });
    const phone = body.phone === undefined ? null : this.checks.readPhone(body.phone);
    return this.acts.record(act, by, async ({ tx, settings }) => {
      this.checks.refuseRoles(roles, place, settings);
      await this.checks.refuseTakenUsername(tx, username);
      await this.checks.refuseTakenSubject(tx, openIdSubject, null);
      const { password, passwordHash } = await makeFirstPassword(username, settings);
      await this.repository.insert(tx, {
        ...{ id, username, name, roles, place, phone, openIdSubject, passwordHash },
        ...enteredBy(by, settings),
      });
      act.note({ after: { username, ...masked({ name, roles, place, openIdSubject, phone }) } });
      return { account: await this.present.stored(tx, id), initialPassword: password };
    });
  }

  /**
   * Changes an account. Who gets other roles, another place or another way to sign in has to sign in anew, and where
   * security is kept apart waits for approval first. A change to what already stands changes nothing.
   */
  async change(act: Act, by: SignedIn, account: string, wanted: Change): Promise<AdministeredAccount> {
    const { version, reason } = wanted;
    return this.acts.on(act, by, { account, version, reason }, async (row, administering) => {
      refuseDemonstration(row);
      refuseDisabled(row);
      await this.store(row, wanted, { act, by, administering });
      return this.present.stored(administering.tx, account);
    });
  }

  private async store(
    row: AccountRow,
    wanted: Change,
    { act, by, administering }: { act: Act; by: SignedIn; administering: Administering },
  ): Promise<void> {
    const { tx, settings } = administering;
    const will = this.wantedFields(row, wanted);
    const { before, after } = changedFields(this.storedFields(row), will);
    act.note({ before: masked(before), after: masked(after) });
    const otherDuties = 'roles' in after || 'place' in after;
    if (otherDuties) {
      refuseOwn(row, by, ANOTHER_HAS_TO);
      this.checks.refuseRoles(wanted.roles, wanted.place, settings);
    }
    const otherSubject = 'openIdSubject' in after;
    if (otherSubject) await this.checks.refuseTakenSubject(tx, will.openIdSubject, row.id);
    if (Object.keys(after).length === 0) return;
    // What waits for approval is entered by whoever changed it last, whatever of it was changed.
    // Another way to sign in is for a second person to see only where security is kept apart.
    const entered = otherDuties || row.approvedAt === null || (otherSubject && settings.separateSecurity);
    await this.repository.change(tx, row.id, {
      name: will.name,
      placeId: will.place,
      openIdSubject: will.openIdSubject,
      ...(entered ? enteredBy(by, settings) : {}),
    });
    if ('roles' in after) await this.repository.setRoles(tx, row.id, will.roles);
    if ('phone' in after) await this.repository.setPhone(tx, row.id, will.phone);
    if (otherDuties || otherSubject) await this.repository.endSessions(tx, row.id);
  }

  private storedFields(row: AccountRow): Fields {
    const { name, roles, place, openIdSubject } = row;
    return { name, roles: inOrder(roles), place, openIdSubject, phone: this.present.phoneOf(row) };
  }

  private wantedFields(row: AccountRow, { name, roles, place, openIdSubject, phone }: Change): Fields {
    const kept = phone === undefined ? this.present.phoneOf(row) : null;
    const number = typeof phone === 'string' ? this.checks.readPhone(phone) : kept;
    return { name, roles: inOrder(roles), place, openIdSubject, phone: number };
  }
}

/** What a change can be about. */
interface Fields {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly place: string;
  readonly openIdSubject: string | null;
  readonly phone: TelephoneNumber | null;
}

/** Roles are a set: their order says nothing, and a change of it is none. */
const inOrder = (roles: readonly Role[]): Role[] =>
  [...roles].sort((a, b) => role.options.indexOf(a) - role.options.indexOf(b));

/** The trail holds no whole telephone number. */
const masked = ({ phone, ...fields }: Partial<Fields>): object => ({
  ...fields,
  ...(phone === undefined ? {} : { phone: phone && maskTelephoneNumber(phone) }),
});
