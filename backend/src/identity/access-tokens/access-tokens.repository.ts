import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, MoreThan, type EntityManager } from 'typeorm';
import { ownScope } from '../../database/scope';
import { scoped } from '../../database/scoped-transaction';
import { AccessTokenEntity } from './access-token.entity';

/** Personal access tokens of an account, in its own scope. */
@Injectable()
export class AccessTokensRepository {
  constructor(private readonly source: DataSource) {}

  /** Those that work at a moment, the newest first. */
  list(accountId: string, now: Date): Promise<AccessTokenEntity[]> {
    return scoped(this.source, ownScope(accountId), (tx) =>
      tx.find(AccessTokenEntity, {
        where: { accountId, revokedAt: IsNull(), expiresAt: MoreThan(now) },
        order: { createdAt: 'DESC', tokenId: 'ASC' },
      }),
    );
  }

  async insert(tx: EntityManager, token: AccessTokenEntity): Promise<void> {
    await tx.insert(AccessTokenEntity, token);
  }

  /** @returns whether there was such a token that had not been revoked */
  async revoke(
    tx: EntityManager,
    { accountId, tokenId }: Pick<AccessTokenEntity, 'accountId' | 'tokenId'>,
    at: Date,
  ): Promise<boolean> {
    const { affected } = await tx.update(
      AccessTokenEntity,
      { accountId, tokenId, revokedAt: IsNull() },
      { revokedAt: at },
    );
    return affected === 1;
  }
}
