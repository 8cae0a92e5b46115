import { Injectable } from '@nestjs/common';
import type { AdministeredAccount } from '@yuheng/shared/contract/accounts';
import type { BodyOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../audit/act';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import { refuseDemonstration, refuseDisabled, refuseOwn } from '../accounts/account-refusals';
import { AccountsRepository } from '../accounts/accounts.repository';
import { AdministrativeActs, type Administering } from '../accounts/administrative-acts';
import { enteredBy } from '../accounts/entered-by';
import { makeFirstPassword } from '../accounts/initial-password';
import type { AccountRow } from '../accounts/accounts.queries';
import { PresentAccount } from '../accounts/present-account';
import { changedFields } from '../changed-fields';

const CLOSED_BY_OTHERS = bilingual(
  '不能停用本人账户；确需停用的，请由另一名系统管理员办理。',
  'Nobody closes the own account: ask another system administrator.',
);
const OWN_PASSWORD = bilingual(
  '本人的密码请在“我的账户”中修改；忘记密码的，请由另一名系统管理员重置。',
  'Change your own password under “My account”, or have another system administrator reset it.',
);
const OWN_SECOND_FACTOR = bilingual(
  '本人的第二重验证请在“我的账户”中停用；验证器和恢复码都已遗失的，请由另一名系统管理员重置。',
  'Give up your own second factor under “My account”; if it is lost with its recovery codes, have another system administrator reset it.',
);
const NO_SECOND_FACTOR = bilingual(
  '该账户没有启用第二重验证，无需重置。',
  'This account has no second factor: there is nothing to reset.',
);
const NO_PHONE = bilingual('该账户没有登记电话号码。', 'This account has no telephone number.');

type Reasoned = BodyOf<typeof endpoints.unlockAccount>;

/** Single measures on one account, each for a stated reason. */
@Injectable()
export class AccountMeasuresService {
  constructor(
    private readonly acts: AdministrativeActs,
    private readonly repository: AccountsRepository,
    private readonly present: PresentAccount,
  ) {}

  /** Closes an account for good; its sessions and tokens end at once. */
  async disable(
    act: Act,
    by: SignedIn,
    account: string,
    { version, reason }: BodyOf<typeof endpoints.disableAccount>,
  ): Promise<AdministeredAccount> {
    return this.acts.on(act, by, { account, version, reason }, async (row, { tx }) => {
      refuseDemonstration(row);
      refuseOwn(row, by, CLOSED_BY_OTHERS);
      refuseDisabled(row);
      await this.repository.change(tx, account, { disabledAt: new Date(), disabledReason: reason });
      const sessionsEnded = await this.repository.endSessions(tx, account);
      return this.changed(act, row, tx, { sessionsEnded });
    });
  }

  /**
   * A new first password; whoever is signed in with the former one is out, and a lock of the name is over. Where security
   * is kept apart, the account waits for approval again.
   */
  async resetPassword(
    act: Act,
    by: SignedIn,
    account: string,
    { reason }: Reasoned,
  ): Promise<ResponseOf<typeof endpoints.resetPassword>> {
    return this.acts.on(act, by, { account, reason }, async (row, administering) => {
      const { tx, settings } = administering;
      refuseDemonstration(row);
      refuseOwn(row, by, OWN_PASSWORD);
      refuseDisabled(row);
      const { password, passwordHash } = await makeFirstPassword(row.username, settings);
      await this.repository.setCredential(tx, account, passwordHash);
      await this.repository.unlock(tx, row.username);
      const sessionsEnded = await this.openAnew(account, by, administering);
      return { account: await this.changed(act, row, tx, { sessionsEnded }), initialPassword: password };
    });
  }

  /**
   * Takes the second factor off an account; where it is required, the next sign-in has to enrol one. Where security is kept
   * apart, the account waits for approval again.
   */
  async resetSecondFactor(
    act: Act,
    by: SignedIn,
    account: string,
    { reason }: Reasoned,
  ): Promise<AdministeredAccount> {
    return this.acts.on(act, by, { account, reason }, async (row, administering) => {
      const { tx } = administering;
      refuseDemonstration(row);
      refuseOwn(row, by, OWN_SECOND_FACTOR);
      refuseDisabled(row);
      if (!row.secondFactor) throw new ProblemException('refused', NO_SECOND_FACTOR);
      await this.repository.removeSecondFactor(tx, account);
      const sessionsEnded = await this.openAnew(account, by, administering);
      return this.changed(act, row, tx, { sessionsEnded });
    });
  }

  /** Ends the wait after too many wrong passwords; an account that is not locked stays as it is. */
  async unlock(act: Act, by: SignedIn, account: string, { reason }: Reasoned): Promise<AdministeredAccount> {
    return this.acts.on(act, by, { account, reason }, async (row, { tx }) => {
      await this.repository.unlock(tx, row.username);
      return this.changed(act, row, tx);
    });
  }

  /** The whole telephone number; that it was seen, by whom and why, stands in the trail before it is answered. */
  async disclosePhone(
    act: Act,
    by: SignedIn,
    account: string,
    { reason }: Reasoned,
  ): Promise<ResponseOf<typeof endpoints.disclosePhone>> {
    return this.acts.on(act, by, { account, reason }, async (row) => {
      const phone = this.present.phoneOf(row);
      if (!phone) throw new ProblemException('not-found', NO_PHONE);
      act.note({ personalData: true });
      return { phone };
    });
  }

  /**
   * After one person has given an account another way to sign in: what is open ends, and where security is kept apart a
   * second person looks at it first. Else a system administrator could become anybody, also who is to watch them.
   */
  private async openAnew(account: string, by: SignedIn, { tx, settings }: Administering): Promise<number> {
    if (settings.separateSecurity) await this.repository.change(tx, account, enteredBy(by, settings));
    return this.repository.endSessions(tx, account);
  }

  /** The account as it stands after a measure; the trail says what differs, and more that was done. */
  private async changed(
    act: Act,
    row: AccountRow,
    tx: EntityManager,
    more: { readonly sessionsEnded?: number } = {},
  ): Promise<AdministeredAccount> {
    const account = await this.present.stored(tx, row.id);
    const { before, after } = changedFields(standing(this.present.of(row)), standing(account));
    act.note({ before, after: { username: row.username, ...after, ...more } });
    return account;
  }
}

/** What a measure can change of an account. */
const standing = ({
  state,
  secondFactor,
  mustChangePassword,
  lockedUntil,
}: AdministeredAccount): Pick<
  AdministeredAccount,
  'state' | 'secondFactor' | 'mustChangePassword' | 'lockedUntil'
> => ({ state, secondFactor, mustChangePassword, lockedUntil });
