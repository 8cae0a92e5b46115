import { Injectable } from '@nestjs/common';
import type { ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { DataSource, MoreThan, Not, type EntityManager } from 'typeorm';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { Settings } from '../../config/settings';
import { ownScope } from '../../database/scope';
import { scoped } from '../../database/scoped-transaction';
import { ProblemException } from '../../http/problem-exception';
import { SessionEntity } from '../session.entity';
import type { SignedIn } from '../signed-in';

const MINUTE_MS = 60_000;

/** One's own sessions: where one is signed in, and ending that from here. */
@Injectable()
export class OwnSessionsService {
  constructor(
    private readonly source: DataSource,
    private readonly trail: AuditTrail,
    private readonly settings: Settings,
  ) {}

  /** Those that would still be taken, the latest used first. */
  async list(account: SignedIn): Promise<ResponseOf<typeof endpoints.listSessions>> {
    const rows = await scoped(this.source, ownScope(account.accountId), (tx) => this.open(tx, account));
    return {
      sessions: rows.map((row) => ({
        id: row.sessionId,
        current: row.sessionId === currentOf(account),
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
      const { affected } = await tx.delete(SessionEntity, { accountId, sessionId });
      if (affected !== 1) throw new ProblemException('not-found');
    });
  }

  /** @returns how many of them were still open */
  async endOthers(act: Act, account: SignedIn): Promise<number> {
    const { accountId } = account;
    act.note({ object: { kind: 'account', id: accountId } });
    return this.trail.record(act, ownScope(accountId), async (tx) => {
      const open = await this.open(tx, account);
      const ended = open.filter(({ sessionId }) => sessionId !== currentOf(account)).length;
      await tx.delete(SessionEntity, { accountId, sessionId: Not(currentOf(account)) });
      act.note({ after: { ended } });
      return ended;
    });
  }

  private open(tx: EntityManager, { accountId, settings }: SignedIn): Promise<SessionEntity[]> {
    const now = this.settings.clock.now();
    const usedAfter = new Date(now.getTime() - settings.idleMinutes * MINUTE_MS);
    return tx.find(SessionEntity, {
      where: { accountId, expiresAt: MoreThan(now), lastUsedAt: MoreThan(usedAfter) },
      order: { lastUsedAt: 'DESC', sessionId: 'ASC' },
    });
  }
}

function currentOf({ by }: SignedIn): string {
  if (by.kind !== 'session') throw new Error('A token reached what only a session reaches.');
  return by.sessionId;
}
