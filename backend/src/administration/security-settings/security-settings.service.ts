import { Injectable } from '@nestjs/common';
import type { BodyOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { SecuritySettings } from '@yuheng/shared/contract/security-settings';
import { securitySettingRefusals } from '@yuheng/shared/domain/accounts/security-setting-refusals';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { DataSource } from 'typeorm';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { scoped } from '../../database/scoped-transaction';
import { ProblemException } from '../../http/problem-exception';
import { SecondFactorService } from '../../identity/second-factor/second-factor.service';
import type { SignedIn } from '../../identity/signed-in';
import { refuseOutdated } from '../accounts/account-refusals';
import { changedFields } from '../changed-fields';
import { SecuritySettingsRepository } from './security-settings.repository';
import { SeparationChecks } from './separation-checks';

type Stored = ResponseOf<typeof endpoints.readSecuritySettings>;

const SECURITY_IS_APART = bilingual(
  '安全管理已单独设置，安全设置只能由安全管理员更改。',
  'Security is kept apart: only the security administrator changes these settings.',
);

const SHARED = bilingual(
  '演示账户为公用，不能用来更改安全设置，以免影响其他访问者；请新建一个系统管理员账户，用该账户登录后再改。',
  'Demonstration accounts are shared: none of them changes the security settings, which hold for all visitors. Make a system administrator of your own and change them from there.',
);

/** The rules of passwords, locks, sessions, second factor and separation of duties; their history is the audit trail. */
@Injectable()
export class SecuritySettingsService {
  constructor(
    private readonly source: DataSource,
    private readonly trail: AuditTrail,
    private readonly repository: SecuritySettingsRepository,
    private readonly separation: SeparationChecks,
    private readonly secondFactor: SecondFactorService,
  ) {}

  async read(by: SignedIn): Promise<Stored> {
    return scoped(this.source, by.scope, (tx) => this.repository.read(tx));
  }

  /**
   * Changes the rules from the next request on. A change to what already stands changes nothing. A demonstration account,
   * whose password is published, changes none: with one request a visitor could shut all the others out.
   */
  async change(
    act: Act,
    by: SignedIn,
    { version, settings, reason, code }: BodyOf<typeof endpoints.changeSecuritySettings>,
  ): Promise<Stored> {
    act.note({ object: { kind: 'securitySettings', id: by.cityId }, reason });
    if (by.demonstration) throw new ProblemException('refused', SHARED);
    await this.secondFactor.demand(act, by, code);
    return this.trail.record(act, by.scope, async (tx) => {
      const stored = await this.repository.hold(tx);
      refuseOtherAdministrators(by, stored.settings);
      refuseOutdated(version, stored.version);
      const changed = changedFields(stored.settings, settings);
      act.note(changed);
      const refusals = [
        ...securitySettingRefusals(settings),
        ...(await this.separation.refusals(tx, changed.after, settings)),
      ];
      if (refusals.length > 0) throw new ProblemException('refused', undefined, refusals);
      if (Object.keys(changed.after).length === 0) return stored;
      const next = { version: version + 1, settings };
      await this.repository.replace(tx, next);
      return next;
    });
  }
}

/** By the settings as they stand in the transaction: the session may have been opened under others. */
function refuseOtherAdministrators({ roles }: SignedIn, { separateSecurity }: SecuritySettings): void {
  if (separateSecurity && !roles.includes('securityAdministrator')) {
    throw new ProblemException('forbidden', SECURITY_IS_APART);
  }
}
