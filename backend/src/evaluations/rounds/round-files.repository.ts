import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RoundFileEntity } from '../round-file.entity';

type FileKey = Pick<RoundFileEntity, 'cityId' | 'roundId' | 'fileId'>;

/** Scans of rounds are only ever added. */
@Injectable()
export class RoundFilesRepository {
  async insert(tx: EntityManager, file: RoundFileEntity): Promise<void> {
    await tx.insert(RoundFileEntity, file);
  }

  async exists(tx: EntityManager, key: FileKey): Promise<boolean> {
    return tx.existsBy(RoundFileEntity, key);
  }

  /** With its content. */
  async find(tx: EntityManager, { cityId, roundId, fileId }: FileKey): Promise<RoundFileEntity | null> {
    const rows = await tx.query<RoundFileEntity[]>(
      `select city_id as "cityId", round_id as "roundId", file_id as "fileId", county_id as "countyId", name,
         media_type as "mediaType", size, sha256, content, uploaded_by as "uploadedBy", uploaded_at as "uploadedAt"
       from round_file where city_id = $1 and round_id = $2 and file_id = $3`,
      [cityId, roundId, fileId],
    );
    return rows[0] ?? null;
  }
}
