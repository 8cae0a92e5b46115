import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { EvaluationRoundEntity } from '../evaluation-round.entity';
import { SelfSummaryEntity } from './self-summary.entity';

@Injectable()
export class SelfSummariesRepository {
  /** False where it was finalised before. */
  async add(tx: EntityManager, row: SelfSummaryEntity): Promise<boolean> {
    const { cityId, roundId, finalisedOn, documentNumber } = row;
    if (await tx.existsBy(SelfSummaryEntity, { cityId, roundId })) return false;
    await tx.insert(SelfSummaryEntity, row as object);
    await tx.update(EvaluationRoundEntity, { cityId, roundId }, { finalisedOn, documentNumber });
    return true;
  }
}
