import { Controller } from '@nestjs/common';
import type { BodyOf, ParamsOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Act } from '../../audit/act';
import { Account, Acting, Body, Params, Route } from '../../http/route';
import type { SignedIn } from '../../identity/signed-in';
import { AgreementService } from './agreement.service';
import { DeliberationsService } from './deliberations.service';
import { ThirdMarkersService } from './third-markers.service';

type Page = ResponseOf<typeof endpoints.readAgreement>;

@Controller()
export class DeliberationsController {
  constructor(
    private readonly agreement: AgreementService,
    private readonly thirds: ThirdMarkersService,
    private readonly deliberations: DeliberationsService,
  ) {}

  @Route(endpoints.readAgreement)
  read(
    @Account() account: SignedIn,
    @Params(endpoints.readAgreement) { round }: ParamsOf<typeof endpoints.readAgreement>,
  ): Promise<Page> {
    return this.agreement.read(account, round);
  }

  @Route(endpoints.assignThird)
  assign(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Params(endpoints.assignThird) { round }: ParamsOf<typeof endpoints.assignThird>,
    @Body(endpoints.assignThird) body: BodyOf<typeof endpoints.assignThird>,
  ): Promise<Page> {
    return this.thirds.assign(act, account, round, body);
  }

  @Route(endpoints.recordDeliberation)
  record(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Params(endpoints.recordDeliberation) { round }: ParamsOf<typeof endpoints.recordDeliberation>,
    @Body(endpoints.recordDeliberation) body: BodyOf<typeof endpoints.recordDeliberation>,
  ): Promise<Page> {
    return this.deliberations.record(act, account, round, body);
  }
}
