import { Controller } from '@nestjs/common';
import type { BodyOf, ParamsOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Act } from '../../audit/act';
import { Account, Acting, Body, Params, Route } from '../../http/route';
import type { SignedIn } from '../signed-in';
import { AccessTokensService } from './access-tokens.service';

@Controller()
export class AccessTokensController {
  constructor(private readonly tokens: AccessTokensService) {}

  @Route(endpoints.listAccessTokens)
  list(@Account() account: SignedIn): Promise<ResponseOf<typeof endpoints.listAccessTokens>> {
    return this.tokens.list(account);
  }

  @Route(endpoints.createAccessToken)
  create(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Body(endpoints.createAccessToken) body: BodyOf<typeof endpoints.createAccessToken>,
  ): Promise<ResponseOf<typeof endpoints.createAccessToken>> {
    return this.tokens.create(act, account, body);
  }

  @Route(endpoints.revokeAccessToken)
  revoke(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Params(endpoints.revokeAccessToken) { token }: ParamsOf<typeof endpoints.revokeAccessToken>,
  ): Promise<void> {
    return this.tokens.revoke(act, account, token);
  }
}
