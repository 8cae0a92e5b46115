import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan, Not, type EntityManager } from 'typeorm';
import { AccessTokenEntity } from '../access-tokens/access-token.entity';
import { SessionEntity } from '../session.entity';

/** Sessions of an account as its person knows them, by their ids, in a transaction whose scope is its own. */
@Injectable()
export class OwnSessionsRepository {
  /** Those that still work at a moment and were used after another one, the latest used first. */
  open(
    tx: EntityManager,
    {
      accountId,
      now,
      usedAfter,
    }: { readonly accountId: string; readonly now: Date; readonly usedAfter: Date },
  ): Promise<SessionEntity[]> {
    return tx.find(SessionEntity, {
      where: { accountId, expiresAt: MoreThan(now), lastUsedAt: MoreThan(usedAfter) },
      order: { lastUsedAt: 'DESC', sessionId: 'ASC' },
    });
  }

  /** @returns whether there was such a session */
  async end(tx: EntityManager, accountId: string, sessionId: string): Promise<boolean> {
    const { affected } = await tx.delete(SessionEntity, { accountId, sessionId });
    return affected === 1;
  }

  async endOthers(tx: EntityManager, accountId: string, sessionId: string): Promise<void> {
    await tx.delete(SessionEntity, { accountId, sessionId: Not(sessionId) });
  }

  /** Access tokens open the account without its password, and end with it. */
  async endTokens(tx: EntityManager, accountId: string, at: Date): Promise<void> {
    await tx.update(AccessTokenEntity, { accountId, revokedAt: IsNull() }, { revokedAt: at });
  }
}
