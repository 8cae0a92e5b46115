import { Injectable } from '@nestjs/common';
import { IsNull, Not, type EntityManager } from 'typeorm';
import { sha256 } from '../sessions.repository';
import { RecoveryCodeEntity } from './recovery-code.entity';
import { plainCode } from './recovery-codes';
import { SecondFactorEntity } from './second-factor.entity';

/** Second factor and recovery codes of an account, in a transaction whose scope is the account's own. */
@Injectable()
export class SecondFactorRepository {
  /** The one in force. */
  confirmed(tx: EntityManager, accountId: string): Promise<SecondFactorEntity | null> {
    return tx.findOneBy(SecondFactorEntity, { accountId, confirmedAt: Not(IsNull()) });
  }

  /** The one in force, which stays so until the transaction ends. */
  hold(tx: EntityManager, accountId: string): Promise<SecondFactorEntity | null> {
    return tx.findOne(SecondFactorEntity, {
      where: { accountId, confirmedAt: Not(IsNull()) },
      lock: { mode: 'pessimistic_read' },
    });
  }

  /** The one that waits for its first code. */
  begun(tx: EntityManager, accountId: string): Promise<SecondFactorEntity | null> {
    return tx.findOneBy(SecondFactorEntity, { accountId, confirmedAt: IsNull() });
  }

  /** Puts a secret in the place of one that was only begun. @returns false where one is in force */
  async begin(
    tx: EntityManager,
    { accountId, secretCipher, begunAt }: Pick<SecondFactorEntity, 'accountId' | 'secretCipher' | 'begunAt'>,
  ): Promise<boolean> {
    const begun = await tx.query<unknown[]>(
      `insert into second_factor (account_id, secret_cipher, begun_at) values ($1, $2, $3)
       on conflict (account_id) do update set secret_cipher = excluded.secret_cipher, begun_at = excluded.begun_at
       where second_factor.confirmed_at is null returning 1`,
      [accountId, secretCipher, begunAt],
    );
    return begun.length === 1;
  }

  /** @returns false where the secret is another one by now, or in force already */
  async confirm(
    tx: EntityManager,
    { accountId, secretCipher }: SecondFactorEntity,
    { at, step }: { readonly at: Date; readonly step: number },
  ): Promise<boolean> {
    const { affected } = await tx.update(
      SecondFactorEntity,
      { accountId, secretCipher, confirmedAt: IsNull() },
      { confirmedAt: at, lastStep: step },
    );
    return affected === 1;
  }

  /** Takes a step of time, if neither it nor a later one was taken: of two at one moment the row takes one. */
  async takeStep(tx: EntityManager, accountId: string, step: number): Promise<boolean> {
    const { affected } = await tx
      .createQueryBuilder()
      .update(SecondFactorEntity)
      .set({ lastStep: step })
      .where('account_id = :accountId and (last_step is null or last_step < :step)', { accountId, step })
      .execute();
    return affected === 1;
  }

  async takeRecoveryCode(tx: EntityManager, accountId: string, code: string, at: Date): Promise<boolean> {
    const { affected } = await tx.update(
      RecoveryCodeEntity,
      { accountId, codeSha256: sha256(code), usedAt: IsNull() },
      { usedAt: at },
    );
    return affected === 1;
  }

  /** Only their SHA-256 is kept. */
  async replaceCodes(tx: EntityManager, accountId: string, codes: readonly string[]): Promise<void> {
    await tx.delete(RecoveryCodeEntity, { accountId });
    await tx.insert(
      RecoveryCodeEntity,
      codes.map((code) => ({ accountId, codeSha256: sha256(plainCode(code)), usedAt: null })),
    );
  }

  async remove(tx: EntityManager, accountId: string): Promise<void> {
    await tx.delete(RecoveryCodeEntity, { accountId });
    await tx.delete(SecondFactorEntity, { accountId });
  }
}
