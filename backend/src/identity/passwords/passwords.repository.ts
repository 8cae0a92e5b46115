import { Injectable } from '@nestjs/common';
import { DataSource, In, Not, type EntityManager } from 'typeorm';
import { ownScope } from '../../database/scope';
import { scoped } from '../../database/scoped-transaction';
import { CredentialEntity } from './credential.entity';
import { FormerPasswordEntity } from './former-password.entity';

/** The passwords of an account, as argon2id hashes. */
export interface KnownPasswords {
  readonly current: CredentialEntity;
  /** The newest first. */
  readonly former: readonly FormerPasswordEntity[];
}

/** Passwords of an account, current and former, in its own scope. */
@Injectable()
export class PasswordsRepository {
  constructor(private readonly source: DataSource) {}

  /** The current one, and so many before it. */
  known(accountId: string, history: number): Promise<KnownPasswords> {
    return scoped(this.source, ownScope(accountId), async (tx) => {
      const rows = await tx.find(FormerPasswordEntity, {
        where: { accountId },
        order: { changedAt: 'DESC' },
      });
      const current = await tx.findOneByOrFail(CredentialEntity, { accountId });
      return { current, former: rows.slice(0, history) };
    });
  }

  /** The current one, which stays the current one until the transaction ends. */
  hold(tx: EntityManager, accountId: string): Promise<CredentialEntity | null> {
    return tx.findOne(CredentialEntity, { where: { accountId }, lock: { mode: 'pessimistic_read' } });
  }

  /**
   * Puts a new password over the one that was looked at: of two changes at one moment, one finds its own overtaken and is
   * answered false. So many former ones are kept, and the others forgotten.
   */
  async replace(
    tx: EntityManager,
    { current, former }: KnownPasswords,
    next: Pick<CredentialEntity, 'passwordHash' | 'changedAt'>,
    history: number,
  ): Promise<boolean> {
    const { accountId, passwordHash, changedAt } = current;
    const { affected } = await tx.update(
      CredentialEntity,
      { accountId, passwordHash },
      { ...next, mustChange: false },
    );
    if (affected !== 1) return false;
    await tx.insert(FormerPasswordEntity, { accountId, changedAt, passwordHash });
    const kept = [current, ...former].slice(0, history).map((one) => one.changedAt);
    await tx.delete(FormerPasswordEntity, { accountId, changedAt: Not(In(kept)) });
    return true;
  }
}
