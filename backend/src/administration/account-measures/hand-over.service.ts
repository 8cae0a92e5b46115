import { Injectable } from '@nestjs/common';
import type { BodyOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../audit/act';
import type { HandOverEntity } from '../../identity/accounts/hand-over.entity';
import type { SignedIn } from '../../identity/signed-in';
import { AccountChecks } from '../accounts/account-checks';
import { refuseDemonstration, refuseDisabled, refuseOwn } from '../accounts/account-refusals';
import { AccountsQueries, type AccountRow } from '../accounts/accounts.queries';
import { AccountsRepository } from '../accounts/accounts.repository';
import { AdministrativeActs } from '../accounts/administrative-acts';
import { countPending } from '../accounts/count-pending';
import { enteredBy } from '../accounts/entered-by';
import { makeFirstPassword } from '../accounts/initial-password';
import { PresentAccount } from '../accounts/present-account';

type Body = BodyOf<typeof endpoints.handOverAccount>;

const HANDED_OVER_BY_OTHERS = bilingual(
  '不能交接本人账户；请由另一名系统管理员办理，或先为接替人员新建账户，再由其停用本账户。',
  'Nobody hands over the own account: ask another system administrator, or make an account for your successor, who then closes yours.',
);

/** 换人交接: a clerk leaves, another comes, and nothing that was pending is lost between them. */
@Injectable()
export class HandOverService {
  constructor(
    private readonly acts: AdministrativeActs,
    private readonly checks: AccountChecks,
    private readonly queries: AccountsQueries,
    private readonly repository: AccountsRepository,
    private readonly present: PresentAccount,
  ) {}

  /**
   * One act: an account for who comes, with the roles and the place of who leaves; the unfinished assignments move; what
   * was pending is kept as it stood; the former account is closed for good and its sessions and tokens end.
   */
  async handOver(
    act: Act,
    by: SignedIn,
    account: string,
    { version, reason, successor }: Body,
  ): Promise<ResponseOf<typeof endpoints.handOverAccount>> {
    return this.acts.on(act, by, { account, version, reason }, async (row, { tx, settings }) => {
      refuseDemonstration(row);
      refuseOwn(row, by, HANDED_OVER_BY_OTHERS);
      refuseDisabled(row);
      const { username, name, phone } = successor;
      await this.checks.refuseTakenUsername(tx, username, '/successor/username');
      const telephone = phone === undefined ? null : this.checks.readPhone(phone, '/successor/phone');
      const id = randomUUID();
      const { password, passwordHash } = await makeFirstPassword(username, settings);
      const { roles, place } = row;
      await this.repository.insert(tx, {
        ...{ id, username, name, roles, place, passwordHash },
        phone: telephone,
        openIdSubject: null,
        ...enteredBy(by, settings),
      });
      const at = new Date();
      const pending = await this.passOn(tx, row, { toAccountId: id, byAccountId: by.accountId, at, reason });
      await this.repository.change(tx, account, { disabledAt: at, disabledReason: reason });
      const sessionsEnded = await this.repository.endSessions(tx, account);
      const counts = countPending(pending);
      const coming = await this.present.stored(tx, id);
      const leaving = { username: row.username, state: this.present.of(row).state };
      act.note({
        before: { ...leaving, name: row.name, roles, place },
        after: {
          ...{
            account: id,
            username,
            name,
            roles,
            place,
            phone: coming.phone,
            state: coming.state,
            pending: counts,
          },
          former: { ...leaving, state: 'disabled', sessionsEnded },
        },
      });
      return { account: coming, initialPassword: password, pending: counts };
    });
  }

  private async passOn(
    tx: EntityManager,
    row: AccountRow,
    handOver: Omit<HandOverEntity, 'handOverId' | 'fromAccountId' | 'pending'>,
  ): Promise<HandOverEntity['pending']> {
    const pending = await this.queries.pendingOf(tx, row.id);
    await this.repository.moveAssignments(tx, row.id, handOver.toAccountId);
    await this.repository.insertHandOver(tx, {
      handOverId: randomUUID(),
      fromAccountId: row.id,
      ...handOver,
      pending,
    });
    return pending;
  }
}
