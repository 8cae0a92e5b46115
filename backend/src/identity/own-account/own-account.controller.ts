import { Controller } from '@nestjs/common';
import type { BodyOf, ParamsOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Act } from '../../audit/act';
import { Account, Acting, Body, Params, Route } from '../../http/route';
import { PasswordsService } from '../passwords/passwords.service';
import type { SignedIn } from '../signed-in';
import { OwnAccountService } from './own-account.service';
import { OwnSessionsService } from './own-sessions.service';

@Controller()
export class OwnAccountController {
  constructor(
    private readonly account: OwnAccountService,
    private readonly passwords: PasswordsService,
    private readonly sessions: OwnSessionsService,
  ) {}

  @Route(endpoints.readAccount)
  read(@Account() account: SignedIn): Promise<ResponseOf<typeof endpoints.readAccount>> {
    return this.account.read(account);
  }

  @Route(endpoints.changePassword)
  changePassword(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Body(endpoints.changePassword) body: BodyOf<typeof endpoints.changePassword>,
  ): Promise<void> {
    return this.passwords.change(act, account, body);
  }

  @Route(endpoints.changePhone)
  changePhone(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Body(endpoints.changePhone) { phone }: BodyOf<typeof endpoints.changePhone>,
  ): Promise<ResponseOf<typeof endpoints.changePhone>> {
    return this.account.changePhone(act, account, phone);
  }

  @Route(endpoints.listSessions)
  listSessions(@Account() account: SignedIn): Promise<ResponseOf<typeof endpoints.listSessions>> {
    return this.sessions.list(account);
  }

  @Route(endpoints.endSession)
  endSession(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Params(endpoints.endSession) { session }: ParamsOf<typeof endpoints.endSession>,
  ): Promise<void> {
    return this.sessions.end(act, account, session);
  }

  @Route(endpoints.endOtherSessions)
  async endOtherSessions(
    @Acting() act: Act,
    @Account() account: SignedIn,
  ): Promise<ResponseOf<typeof endpoints.endOtherSessions>> {
    return { ended: await this.sessions.endOthers(act, account) };
  }
}
