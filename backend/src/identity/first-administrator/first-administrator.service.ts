import { Injectable } from '@nestjs/common';
import type { BodyOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { checkPassword } from '@yuheng/shared/domain/accounts/password-rule';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { SecuritySettingEntity } from '../../administration/security-setting.entity';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { Settings } from '../../config/settings';
import { ownScope } from '../../database/scope';
import { ProblemException } from '../../http/problem-exception';
import { hashPassword } from '../passwords/password';
import { sha256 } from '../sessions.repository';

type Body = BodyOf<typeof endpoints.makeFirstAdministrator>;

/** The first account of an installation without demonstration data, made with the link that the start printed once. */
@Injectable()
export class FirstAdministratorService {
  constructor(
    private readonly source: DataSource,
    private readonly trail: AuditTrail,
    private readonly settings: Settings,
  ) {}

  async make(act: Act, body: Body): Promise<ResponseOf<typeof endpoints.makeFirstAdministrator>> {
    const { username } = body;
    const { content } = await this.source.manager.findOneByOrFail(SecuritySettingEntity, {
      cityId: this.settings.cityId,
    });
    const checked = checkPassword(body.password, username, {
      length: content.passwordLength,
      classes: content.passwordClasses,
    });
    if (!checked.ok) throw new ProblemException('refused', undefined, checked.refusals);
    const accountId = randomUUID();
    const passwordHash = await hashPassword(body.password);
    act.actor = { accountId, username, roles: ['systemAdministrator'] };
    act.note({ object: { kind: 'account', id: accountId }, after: { username, name: body.name } });
    try {
      await this.trail.record(act, ownScope(accountId), (tx) =>
        this.insert(tx, body, { accountId, passwordHash }),
      );
    } catch (failure) {
      // Nobody was made: a refusal has no actor yet.
      act.actor = null;
      throw failure;
    }
    return { username };
  }

  private async insert(
    tx: EntityManager,
    { token, username, name }: Body,
    { accountId, passwordHash }: { readonly accountId: string; readonly passwordHash: string },
  ): Promise<void> {
    const [{ made }] = await tx.query<[{ made: boolean }]>(
      'select make_first_administrator($1, $2, $3, $4, $5) as made',
      [sha256(token), accountId, username, name, passwordHash],
    );
    if (made) return;
    throw new ProblemException(
      'not-found',
      bilingual(
        '该一次性链接无效、已使用或已过期；首位管理员只能设立一次。',
        'This one-time link is wrong, used or expired; the first administrator can be made once only.',
      ),
    );
  }
}
