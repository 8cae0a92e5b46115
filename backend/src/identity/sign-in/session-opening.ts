import { Injectable } from '@nestjs/common';
import type { Role } from '@yuheng/shared/contract/roles';
import { SecuritySettingEntity } from '../../administration/security-setting.entity';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { Settings } from '../../config/settings';
import { ownScope } from '../../database/scope';
import { AccountRoleEntity } from '../accounts/account-role.entity';
import { SessionsRepository, sha256 } from '../sessions.repository';
import type { Visitor } from './visitor';

/** Whose session is opened, and by what. */
export interface Opened {
  readonly accountId: string;
  readonly username: string;
  readonly method: 'password' | 'openId';
  /** Whether a second factor was given. */
  readonly secondFactor: boolean;
}

/** Opens a session for somebody who has proved who they are. */
@Injectable()
export class SessionOpening {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly trail: AuditTrail,
    private readonly settings: Settings,
  ) {}

  /**
   * The session that the same browser had before ends with it, whoever's it was: a sign-in over an open session
   * (re-authentication in place) leaves one, with a token that nobody knew before. @returns its token
   */
  async open(act: Act, { accountId, username, ...how }: Opened, visitor: Visitor): Promise<string> {
    const { address, userAgent, token } = visitor;
    act.actor = { accountId, username, roles: [] };
    act.note({ object: { kind: 'account', id: accountId }, after: how });
    return this.trail.record(act, ownScope(accountId), async (tx) => {
      const rows = await tx.findBy(AccountRoleEntity, { accountId });
      const roles = rows.map(({ role }) => role as Role).sort();
      act.actor = { accountId, username, roles };
      if (token) await tx.query('select end_session($1)', [sha256(token)]);
      const { content } = await tx.findOneByOrFail(SecuritySettingEntity, { cityId: this.settings.cityId });
      const { lifetimeHours } = content;
      return this.sessions.open(tx, { accountId, ...how, address, userAgent, lifetimeHours });
    });
  }
}
