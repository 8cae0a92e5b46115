import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { EvidenceFileEntity } from './evidence-file.entity';

@Injectable()
export class EvidenceRepository {
  /** Stores a file; the same one of the same county again is the one that stands there. @returns its id */
  async store(tx: EntityManager, row: EvidenceFileEntity): Promise<string> {
    const { cityId, countyId, sha256, fileName } = row;
    await tx.createQueryBuilder().insert().into(EvidenceFileEntity).values(row).orIgnore().execute();
    const { fileId } = await tx.findOneByOrFail(EvidenceFileEntity, { cityId, countyId, sha256, fileName });
    return fileId;
  }

  find(tx: EntityManager, countyId: string, fileId: string): Promise<EvidenceFileEntity | null> {
    return tx.findOne(EvidenceFileEntity, {
      where: { countyId, fileId },
      select: { cityId: true, countyId: true, fileId: true, fileName: true, mediaType: true, content: true },
    });
  }
}
