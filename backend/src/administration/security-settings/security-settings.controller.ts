import { Controller } from '@nestjs/common';
import type { BodyOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Act } from '../../audit/act';
import { Account, Acting, Body, Route } from '../../http/route';
import type { SignedIn } from '../../identity/signed-in';
import { SecuritySettingsService } from './security-settings.service';

@Controller()
export class SecuritySettingsController {
  constructor(private readonly settings: SecuritySettingsService) {}

  @Route(endpoints.readSecuritySettings)
  read(@Account() by: SignedIn): Promise<ResponseOf<typeof endpoints.readSecuritySettings>> {
    return this.settings.read(by);
  }

  @Route(endpoints.changeSecuritySettings)
  change(
    @Acting() act: Act,
    @Account() by: SignedIn,
    @Body(endpoints.changeSecuritySettings) body: BodyOf<typeof endpoints.changeSecuritySettings>,
  ): Promise<ResponseOf<typeof endpoints.changeSecuritySettings>> {
    return this.settings.change(act, by, body);
  }
}
