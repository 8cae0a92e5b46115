import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { GoalKey } from '../goals.repository';
import { SelfEvaluationEntity } from './self-evaluation.entity';

@Injectable()
export class SelfEvaluationsRepository {
  async find(tx: EntityManager, key: GoalKey): Promise<SelfEvaluationEntity | null> {
    return tx.findOne(SelfEvaluationEntity, { where: { ...key } });
  }

  /** Nobody else changes the form until this transaction ends. */
  async hold(tx: EntityManager, key: GoalKey): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 6))', [Object.values(key).join('/')]);
  }

  /** Of every county of the scope. */
  async ofYear(
    tx: EntityManager,
    { cityId, programId, year }: Omit<GoalKey, 'countyId'>,
  ): Promise<SelfEvaluationEntity[]> {
    return tx.find(SelfEvaluationEntity, { where: { cityId, programId, year } });
  }

  async save(tx: EntityManager, form: SelfEvaluationEntity): Promise<void> {
    const { cityId, countyId, programId, year, ...rest } = form;
    const key = { cityId, countyId, programId, year };
    const { affected } = await tx.update(SelfEvaluationEntity, key, rest);
    if (!affected) await tx.insert(SelfEvaluationEntity, form);
  }
}
