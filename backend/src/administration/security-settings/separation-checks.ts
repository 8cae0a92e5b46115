import { Injectable } from '@nestjs/common';
import type { SecuritySettings } from '@yuheng/shared/contract/security-settings';
import { exclusionRefusals } from '@yuheng/shared/domain/accounts/role-exclusions';
import { refusal, type Refusal } from '@yuheng/shared/domain/refusal';
import type { EntityManager } from 'typeorm';
import { AccountsQueries } from '../accounts/accounts.queries';

/** Whether the accounts that are there allow a separation of duties to be switched on or off. */
@Injectable()
export class SeparationChecks {
  constructor(private readonly accounts: AccountsQueries) {}

  /** @param changed the settings that change; @param next all of them, as they are to be */
  async refusals(
    tx: EntityManager,
    changed: Partial<SecuritySettings>,
    next: SecuritySettings,
  ): Promise<readonly Refusal[]> {
    const switched = (['separateAudit', 'separateSecurity'] as const).filter((key) => changed[key] === true);
    const broken = switched.length > 0 ? await this.breaking(tx, next) : [];
    return [
      ...switched.flatMap((key) => (broken.length > 0 ? [holdBoth(`/settings/${key}`, broken)] : [])),
      ...(changed.separateSecurity === true ? await this.withoutApprover(tx) : []),
      ...(changed.separateSecurity === false ? await this.stillWaiting(tx) : []),
    ];
  }

  private async breaking(tx: EntityManager, next: SecuritySettings): Promise<readonly string[]> {
    const accounts = await this.accounts.withSeveralRoles(tx);
    return accounts
      .filter(({ roles }) => exclusionRefusals(roles, next).length > 0)
      .map(({ username }) => username);
  }

  /** Switched on without anybody to approve accounts, it could never be switched off again. */
  private async withoutApprover(tx: EntityManager): Promise<readonly Refusal[]> {
    if ((await this.accounts.countActive(tx, 'securityAdministrator')) > 0) return [];
    return [
      refusal(
        '/settings/separateSecurity',
        '还没有可登录的安全管理员，启用后将无人能批准账户和更改安全设置；请先设立安全管理员账户。',
        'There is no security administrator who can sign in: nobody could approve accounts or change these settings any more. Make such an account first.',
      ),
    ];
  }

  /** Switched off, nobody would be asked to look at what still waits. */
  private async stillWaiting(tx: EntityManager): Promise<readonly Refusal[]> {
    const waiting = await this.accounts.pendingUsernames(tx);
    if (waiting.length === 0) return [];
    return [
      refusal(
        '/settings/separateSecurity',
        `下列账户尚待批准：${waiting.join('、')}；请先批准或停用这些账户，再取消安全管理单独设置。`,
        `These accounts still wait for approval: ${waiting.join(', ')}. Approve or close them first.`,
      ),
    ];
  }
}

const holdBoth = (pointer: string, usernames: readonly string[]): Refusal =>
  refusal(
    pointer,
    `下列账户同时担任了不得兼任的管理员角色：${usernames.join('、')}；请先调整这些账户的角色，再启用分设。`,
    `These accounts hold administrations that would be kept apart: ${usernames.join(', ')}. Change their roles first.`,
  );
