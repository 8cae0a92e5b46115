import { Injectable } from '@nestjs/common';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import type { EntityManager } from 'typeorm';
import { ProblemException } from '../http/problem-exception';
import type { Act } from './act';

interface Kept {
  readonly act: string;
  readonly requestSha256: string;
  readonly result: unknown;
}

const OTHER_REQUEST = bilingual(
  '这个 Idempotency-Key 已用于另一请求；内容不同的请求请另用一个',
  'This Idempotency-Key was used for another request; use a new one for different content',
);

/** What was done under which Idempotency-Key, for two days: kept with the act itself, so that both are there or neither. */
@Injectable()
export class RepetitionsRepository {
  /**
   * Claims the key of an act. The same key at the same moment waits here until the first has committed.
   * @returns what was done with it before; null: nothing, and this transaction does it now
   * @throws ProblemException conflict where the key was used for something else.
   */
  async claim<Result>(tx: EntityManager, act: Act): Promise<{ readonly result: Result } | null> {
    const { repetition, actor } = act;
    if (!repetition || !actor) return null;
    const claimed: unknown[] = await tx.query(
      `insert into idempotency_key (account_id, key, act, request_sha256, created_at) values ($1, $2, $3, $4, now())
       on conflict do nothing returning key`,
      [actor.accountId, repetition.key, act.name, repetition.requestSha256],
    );
    if (claimed.length > 0) return null;
    const [kept]: Kept[] = await tx.query(
      `select act, request_sha256 as "requestSha256", result from idempotency_key where account_id = $1 and key = $2`,
      [actor.accountId, repetition.key],
    );
    if (kept?.act !== act.name || kept.requestSha256 !== repetition.requestSha256) {
      throw new ProblemException('conflict', OTHER_REQUEST);
    }
    return { result: kept.result as Result };
  }

  async keep(tx: EntityManager, { repetition, actor }: Act, result: unknown): Promise<void> {
    if (!repetition || !actor) return;
    await tx.query('update idempotency_key set result = $3 where account_id = $1 and key = $2', [
      actor.accountId,
      repetition.key,
      JSON.stringify(result ?? null),
    ]);
  }

  /** Forgets what nobody sends again any more. */
  async forget(tx: EntityManager): Promise<void> {
    await tx.query('select forget_idempotency_keys()');
  }
}
