import { Injectable } from '@nestjs/common';
import type { BodyOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { checkPassword } from '@yuheng/shared/domain/accounts/password-rule';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { randomUUID } from 'node:crypto';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { ownScope } from '../../database/scope';
import { ProblemException } from '../../http/problem-exception';
import { CityRulesRepository } from '../accounts/city-rules.repository';
import { hashPassword } from '../passwords/password';
import { sha256 } from '../sessions.repository';
import { FirstAdministratorRepository } from './first-administrator.repository';

type Body = BodyOf<typeof endpoints.makeFirstAdministrator>;

/** The first account of an installation without demonstration data, made with the link that the start printed once. */
@Injectable()
export class FirstAdministratorService {
  constructor(
    private readonly rules: CityRulesRepository,
    private readonly administrators: FirstAdministratorRepository,
    private readonly trail: AuditTrail,
  ) {}

  /**
   * The link is proved before anything else: who has none costs nothing, and leaves nothing in the trail, which anybody
   * could fill from outside.
   */
  async make(act: Act, body: Body): Promise<ResponseOf<typeof endpoints.makeFirstAdministrator>> {
    const { username, name } = body;
    const tokenSha256 = sha256(body.token);
    if (!(await this.administrators.works(tokenSha256))) throw new ProblemException('not-found', NO_LINK);
    const { passwordLength: length, passwordClasses: classes } = await this.rules.read();
    const checked = checkPassword(body.password, username, { length, classes });
    if (!checked.ok) throw new ProblemException('refused', undefined, checked.refusals);
    const accountId = randomUUID();
    const passwordHash = await hashPassword(body.password);
    await this.trail.record(act, ownScope(accountId), async (tx) => {
      const one = { tokenSha256, accountId, username, name, passwordHash };
      if (!(await this.administrators.make(tx, one))) throw new ProblemException('not-found', NO_LINK);
      act.actor = { accountId, username, roles: ['systemAdministrator'] };
      act.note({ object: { kind: 'account', id: accountId }, after: { username, name } });
    });
    return { username };
  }
}

const NO_LINK = bilingual(
  '该一次性链接无效、已使用或已过期；首位管理员只能设立一次。',
  'This one-time link is wrong, used or expired; the first administrator can be made once only.',
);
