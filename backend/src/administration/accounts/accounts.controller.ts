import { Controller } from '@nestjs/common';
import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Act } from '../../audit/act';
import { Account, Acting, Body, Params, Query, Route } from '../../http/route';
import type { SignedIn } from '../../identity/signed-in';
import { AccountEntryService } from './account-entry.service';
import { AccountsService } from './accounts.service';

/** Reading, making and changing accounts. */
@Controller()
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly entry: AccountEntryService,
  ) {}

  @Route(endpoints.listAccounts)
  list(
    @Account() by: SignedIn,
    @Query(endpoints.listAccounts) query: QueryOf<typeof endpoints.listAccounts>,
  ): Promise<ResponseOf<typeof endpoints.listAccounts>> {
    return this.accounts.list(by, query);
  }

  @Route(endpoints.readAdministeredAccount)
  read(
    @Account() by: SignedIn,
    @Params(endpoints.readAdministeredAccount)
    { account }: ParamsOf<typeof endpoints.readAdministeredAccount>,
  ): Promise<ResponseOf<typeof endpoints.readAdministeredAccount>> {
    return this.accounts.read(by, account);
  }

  @Route(endpoints.readPending)
  pending(
    @Account() by: SignedIn,
    @Params(endpoints.readPending) { account }: ParamsOf<typeof endpoints.readPending>,
  ): Promise<ResponseOf<typeof endpoints.readPending>> {
    return this.accounts.pending(by, account);
  }

  @Route(endpoints.createAccount)
  create(
    @Acting() act: Act,
    @Account() by: SignedIn,
    @Body(endpoints.createAccount) body: BodyOf<typeof endpoints.createAccount>,
  ): Promise<ResponseOf<typeof endpoints.createAccount>> {
    return this.entry.create(act, by, body);
  }

  @Route(endpoints.changeAccount)
  change(
    @Acting() act: Act,
    @Account() by: SignedIn,
    @Params(endpoints.changeAccount) { account }: ParamsOf<typeof endpoints.changeAccount>,
    @Body(endpoints.changeAccount) body: BodyOf<typeof endpoints.changeAccount>,
  ): Promise<ResponseOf<typeof endpoints.changeAccount>> {
    return this.entry.change(act, by, account, body);
  }
}
