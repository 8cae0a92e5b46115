import { Controller } from '@nestjs/common';
import type { BodyOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Act } from '../../audit/act';
import { Account, Acting, Body, Route } from '../../http/route';
import type { SignedIn } from '../signed-in';
import { SecondFactorEnrolmentService } from './second-factor-enrolment.service';

@Controller()
export class SecondFactorController {
  constructor(private readonly enrolment: SecondFactorEnrolmentService) {}

  @Route(endpoints.beginSecondFactor)
  begin(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Body(endpoints.beginSecondFactor) { password }: BodyOf<typeof endpoints.beginSecondFactor>,
  ): Promise<ResponseOf<typeof endpoints.beginSecondFactor>> {
    return this.enrolment.begin(act, account, password);
  }

  @Route(endpoints.confirmSecondFactor)
  confirm(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Body(endpoints.confirmSecondFactor) { code }: BodyOf<typeof endpoints.confirmSecondFactor>,
  ): Promise<ResponseOf<typeof endpoints.confirmSecondFactor>> {
    return this.enrolment.confirm(act, account, code);
  }

  @Route(endpoints.renewRecoveryCodes)
  renew(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Body(endpoints.renewRecoveryCodes) body: BodyOf<typeof endpoints.renewRecoveryCodes>,
  ): Promise<ResponseOf<typeof endpoints.renewRecoveryCodes>> {
    return this.enrolment.renewRecoveryCodes(act, account, body);
  }

  @Route(endpoints.removeSecondFactor)
  remove(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Body(endpoints.removeSecondFactor) body: BodyOf<typeof endpoints.removeSecondFactor>,
  ): Promise<void> {
    return this.enrolment.remove(act, account, body);
  }
}
