import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AllocationDecisionFileEntity } from './allocation-decision-file.entity';

type FileKey = Pick<AllocationDecisionFileEntity, 'cityId' | 'decisionId' | 'fileId'>;

/** Papers of decisions are only ever added. */
@Injectable()
export class DecisionFilesRepository {
  async insert(tx: EntityManager, file: AllocationDecisionFileEntity): Promise<void> {
    await tx.insert(AllocationDecisionFileEntity, file);
  }

  /** With its content. */
  async find(
    tx: EntityManager,
    { cityId, decisionId, fileId }: FileKey,
  ): Promise<Pick<AllocationDecisionFileEntity, 'name' | 'mediaType' | 'content'> | null> {
    const rows: Pick<AllocationDecisionFileEntity, 'name' | 'mediaType' | 'content'>[] = await tx.query(
      `select name, media_type as "mediaType", content from allocation_decision_file
       where city_id = $1 and decision_id = $2 and file_id = $3`,
      [cityId, decisionId, fileId],
    );
    return rows[0] ?? null;
  }
}
