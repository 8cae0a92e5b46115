import { Injectable } from '@nestjs/common';
import type { AdministeredAccount } from '@yuheng/shared/contract/accounts';
import type { BodyOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import type { Act } from '../../audit/act';
import { ProblemException } from '../../http/problem-exception';
import { SecondFactorService } from '../../identity/second-factor/second-factor.service';
import type { SignedIn } from '../../identity/signed-in';
import { refuseDisabled } from '../accounts/account-refusals';
import { AccountsRepository } from '../accounts/accounts.repository';
import { AdministrativeActs } from '../accounts/administrative-acts';
import { PresentAccount } from '../accounts/present-account';

const ENTERED_BY_ONESELF = bilingual(
  '该账户由您本人录入或变更，不能由您批准；请由另一名安全管理员批准。',
  'You entered or changed this account yourself: another security administrator has to approve it.',
);
const NOT_PENDING = bilingual(
  '该账户不在待批准状态，可能已被他人批准；请刷新页面核对。',
  'This account does not wait for approval; somebody may have approved it: reload the page.',
);

/** The security administrator's part where security is kept apart: a second person looks at every account. */
@Injectable()
export class AccountApprovalService {
  constructor(
    private readonly acts: AdministrativeActs,
    private readonly secondFactor: SecondFactorService,
    private readonly repository: AccountsRepository,
    private readonly present: PresentAccount,
  ) {}

  async approve(
    act: Act,
    by: SignedIn,
    account: string,
    { version, code }: BodyOf<typeof endpoints.approveAccount>,
  ): Promise<AdministeredAccount> {
    act.note({ object: { kind: 'account', id: account } });
    await this.secondFactor.demand(act, by, code);
    return this.acts.on(act, by, { account, version }, async (row, { tx }) => {
      refuseDisabled(row);
      if (row.approvedAt) throw new ProblemException('conflict', NOT_PENDING);
      if (row.enteredById === by.accountId) throw new ProblemException('refused', ENTERED_BY_ONESELF);
      const { roles, place } = row;
      act.note({ before: { state: 'pending' }, after: { state: 'active', roles, place } });
      await this.repository.change(tx, account, { approvedAt: new Date(), approvedBy: by.accountId });
      return this.present.stored(tx, account);
    });
  }
}
