import { Injectable } from '@nestjs/common';
import type { ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { DataSource } from 'typeorm';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { Settings } from '../../config/settings';
import { ownScope } from '../../database/scope';
import { scoped } from '../../database/scoped-transaction';
import { ProblemException } from '../../http/problem-exception';
import { sessionIdOf, type SignedIn } from '../signed-in';
import { OwnSessionsRepository } from './own-sessions.repository';

const MINUTE_MS = 60_000;

/** One's own sessions: where one is signed in, and ending that from here. */
@Injectable()
export class OwnSessionsService {
  constructor(
    private readonly source: DataSource,
    private readonly sessions: OwnSessionsRepository,
    private readonly trail: AuditTrail,
    private readonly settings: Settings,
  ) {}

  /**
   * Those that would still be taken, the latest used first. Of a demonstration account, which visitors share, each sees
   * the own session only: where the others come from is nobody's business.
   */
  async list(account: SignedIn): Promise<ResponseOf<typeof endpoints.listSessions>> {
    const rows = await scoped(this.source, ownScope(account.accountId), (tx) =>
      this.sessions.open(tx, this.stillOpen(account)),
    );
    const current = sessionIdOf(account);
    const shown = account.demonstration ? rows.filter(({ sessionId }) => sessionId === current) : rows;
    return {
      sessions: shown.map((row) => ({
        id: row.sessionId,
        current: row.sessionId === current,
        createdAt: row.createdAt.toISOString(),
        lastUsedAt: row.lastUsedAt.toISOString(),
        expiresAt: row.expiresAt.toISOString(),
        address: row.address,
        userAgent: row.userAgent,
        method: row.method,
      })),
    };
  }

  async end(act: Act, { accountId }: SignedIn, sessionId: string): Promise<void> {
    act.note({ object: { kind: 'session', id: sessionId } });
    await this.trail.record(act, ownScope(accountId), async (tx) => {
      if (!(await this.sessions.end(tx, accountId, sessionId))) throw new ProblemException('not-found');
    });
  }

  /** @returns how many of them were still open */
  async endOthers(act: Act, account: SignedIn): Promise<number> {
    const { accountId } = account;
    act.note({ object: { kind: 'account', id: accountId } });
    return this.trail.record(act, ownScope(accountId), async (tx) => {
      const open = await this.sessions.open(tx, this.stillOpen(account));
      const ended = open.filter(({ sessionId }) => sessionId !== sessionIdOf(account)).length;
      await this.sessions.endOthers(tx, accountId, sessionIdOf(account));
      act.note({ after: { ended } });
      return ended;
    });
  }

  private stillOpen({ accountId, settings }: SignedIn): { accountId: string; now: Date; usedAfter: Date } {
    const now = this.settings.clock.now();
    return { accountId, now, usedAfter: new Date(now.getTime() - settings.idleMinutes * MINUTE_MS) };
  }
}
