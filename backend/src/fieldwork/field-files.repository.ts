import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
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

export interface FileOfKind {
  readonly fileId: string;
  readonly kind: 'photo' | 'scan';
}

/** Photographs, and scans of signed slips. */
@Injectable()
export class FieldFilesRepository {
  constructor(private readonly settings: Settings) {}

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
    { fileId, kind }: FileOfKind,
  ): Promise<(FieldFileRow & { readonly content: Buffer }) | null> {
    const row = await tx
      .createQueryBuilder(FieldFileEntity, 'file')
      .addSelect('file.content')
      .where({ ...key, fileId, kind })
      .getOne();
    return row?.content ? { ...row, content: row.content } : null;
  }

  find(tx: EntityManager, key: FieldworkKey, { fileId, kind }: FileOfKind): Promise<FieldFileEntity | null> {
    return tx.findOne(FieldFileEntity, {
      where: { ...key, fileId, kind },
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

  /** With who, today and why; of a photograph the bytes go for good. The row as it stands then. */
  async withdraw(
    tx: EntityManager,
    row: FieldFileEntity,
    { by, reason }: { readonly by: string; readonly reason: string },
  ): Promise<FieldFileEntity> {
    const { cityId, roundId, countyId, fileId, kind } = row;
    const withdrawn = {
      ...(kind === 'photo' ? { content: null } : {}),
      ...{ withdrawnOn: this.settings.clock.today(), withdrawnBy: by, withdrawnReason: reason },
    };
    await tx.update(FieldFileEntity, { cityId, roundId, countyId, fileId }, withdrawn);
    return { ...row, ...withdrawn };
  }
}
