import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { EvaluationRoundEntity } from '../evaluation-round.entity';
import { RoundStepEntity } from '../round-step.entity';

/** What a round is changed in. */
export type RoundSettings = Pick<
  EvaluationRoundEntity,
  | 'methodVersion'
  | 'methodSha256'
  | 'windowFrom'
  | 'windowTo'
  | 'scoreBy'
  | 'replyBy'
  | 'gapMarks'
  | 'markers'
  | 'secondShare'
  | 'rotate'
  | 'seed'
>;

@Injectable()
export class RoundsRepository {
  /** Nobody else changes anything of the round, its team or its steps until this transaction ends. */
  async hold(tx: EntityManager, round: string): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 6))', [round]);
  }

  /** @returns false where there is a round of this program, year and kind already. */
  async insert(tx: EntityManager, round: EvaluationRoundEntity): Promise<boolean> {
    const { raw } = await tx
      .createQueryBuilder()
      .insert()
      .into(EvaluationRoundEntity)
      .values(round)
      .orIgnore()
      .returning('round_id')
      .execute();
    return (raw as unknown[]).length > 0;
  }

  async change(
    tx: EntityManager,
    key: { readonly cityId: string; readonly roundId: string },
    change: Partial<RoundSettings> & { readonly version: number; readonly marksExpected?: number },
  ): Promise<void> {
    await tx.update(EvaluationRoundEntity, key, change);
  }

  /** Numbered in the order of registration, also where two acts of different kinds come at one moment. */
  async addStep(tx: EntityManager, step: Omit<RoundStepEntity, 'number'>): Promise<void> {
    await this.hold(tx, step.roundId);
    const number = await tx.countBy(RoundStepEntity, { cityId: step.cityId, roundId: step.roundId });
    await tx.insert(RoundStepEntity, { ...step, number: number + 1 });
  }
}
