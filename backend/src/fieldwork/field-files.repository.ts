import { Injectable } from '@nestjs/common';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';
import { FieldFileEntity } from './field-file.entity';
import type { FieldworkKey } from './fieldwork-round';

/** Everything of a file but its bytes. */
export type FieldFileRow = Omit<FieldFileEntity, 'content'>;

export interface PhotoHash {
  readonly county: string;
  readonly sha256: string;
  /** Every photograph of these bytes was taken away. */
  readonly withdrawn: boolean;
}

/** Photographs, and scans of signed slips. */
@Injectable()
export class FieldFilesRepository {
  ofCounty(tx: EntityManager, key: FieldworkKey): Promise<FieldFileRow[]> {
    return tx.find(FieldFileEntity, { where: { ...key }, order: { uploadedAt: 'ASC', fileId: 'ASC' } });
  }

  async add(tx: EntityManager, row: FieldFileEntity): Promise<void> {
    await tx.insert(FieldFileEntity, row);
  }

  /** With its bytes; null where there is none, or it was taken away. */
  async read(
    tx: EntityManager,
    key: FieldworkKey,
    { fileId, kind }: { readonly fileId: string; readonly kind: 'photo' | 'scan' },
  ): Promise<(FieldFileRow & { readonly content: Buffer }) | null> {
    const row = await tx
      .createQueryBuilder(FieldFileEntity, 'file')
      .addSelect('file.content')
      .where({ ...key, fileId, kind })
      .getOne();
    return row?.content ? { ...row, content: row.content } : null;
  }

  find(tx: EntityManager, key: FieldworkKey, fileId: string): Promise<FieldFileEntity | null> {
    return tx.findOne(FieldFileEntity, {
      where: { ...key, fileId, kind: 'photo' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** The photographs of the counties by their bytes, also those that were taken away. */
  async photoHashes(tx: EntityManager, round: string): Promise<PhotoHash[]> {
    return tx.query(
      `select county_id as county, sha256, bool_and(withdrawn_on is not null) as withdrawn from field_file
       where round_id = $1 and kind = 'photo' group by 1, 2`,
      [round],
    );
  }

  /** Until the transaction ends nobody else takes over photographs of the round: what is there already is known for certain. */
  async lockPhotos(tx: EntityManager, round: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('yuheng.pack-photos/' || $1, 0))`, [round]);
  }

  async withdraw(
    tx: EntityManager,
    { cityId, roundId, countyId, fileId }: FieldFileRow,
    { on, by, reason }: { readonly on: IsoDate; readonly by: string; readonly reason: string },
  ): Promise<void> {
    await tx.update(
      FieldFileEntity,
      { cityId, roundId, countyId, fileId },
      { content: null, withdrawnOn: on, withdrawnBy: by, withdrawnReason: reason },
    );
  }
}
