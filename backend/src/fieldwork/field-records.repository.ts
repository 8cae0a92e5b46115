import { Injectable } from '@nestjs/common';
import type { FieldRecordContent } from '@yuheng/shared/contract/fieldwork-papers';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { FieldRecordVersionEntity } from './field-record-version.entity';
import { FieldRecordEntity } from './field-record.entity';
import { FieldSignatureEntity } from './field-signature.entity';
import type { FieldworkKey } from './fieldwork-round';

export interface SignatureRow {
  readonly recordId: string;
  readonly version: number;
  readonly username: string;
  readonly name: string;
  readonly at: Date;
}

/** Who writes a version, and when. */
export interface Written {
  readonly by: string;
  readonly at: Date;
}

/** 现场记录, 访谈记录, 取证单, with their versions and signatures. */
@Injectable()
export class FieldRecordsRepository {
  ofCounty(tx: EntityManager, key: FieldworkKey): Promise<FieldRecordEntity[]> {
    return tx.find(FieldRecordEntity, { where: { ...key }, order: { kind: 'ASC', number: 'ASC' } });
  }

  /** Locked until the transaction ends. */
  find(tx: EntityManager, key: FieldworkKey, recordId: string): Promise<FieldRecordEntity | null> {
    return tx.findOne(FieldRecordEntity, {
      where: { ...key, recordId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Adds a record under the next number of its kind. */
  async add(
    tx: EntityManager,
    { cityId, roundId, countyId }: FieldworkKey,
    content: FieldRecordContent,
    { by, at }: Written,
  ): Promise<FieldRecordEntity> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 62))', [`${roundId}/${countyId}`]);
    const key = { cityId, roundId, countyId };
    const { kind } = content;
    const number = 1 + (await tx.countBy(FieldRecordEntity, { ...key, kind }));
    const recordId = randomUUID();
    const row = { ...key, recordId, kind, number, content, version: 1, lockedOn: null, createdBy: by };
    await tx.insert(FieldRecordEntity, row);
    await this.keepVersion(tx, row, { by, at });
    return row;
  }

  /** Writes it anew as the next version. */
  async change(
    tx: EntityManager,
    row: FieldRecordEntity,
    content: FieldRecordContent,
    written: Written,
  ): Promise<FieldRecordEntity> {
    const changed = { ...row, content, version: row.version + 1 };
    await tx.update(FieldRecordEntity, keyOf(row), { content, version: changed.version });
    await this.keepVersion(tx, changed, written);
    return changed;
  }

  async sign(tx: EntityManager, row: FieldRecordEntity, { by, at }: Written): Promise<void> {
    await tx.insert(FieldSignatureEntity, {
      ...keyOf(row),
      version: row.version,
      username: by,
      signedAt: at,
    });
  }

  async lock(tx: EntityManager, row: FieldRecordEntity, lockedOn: IsoDate): Promise<void> {
    await tx.update(FieldRecordEntity, keyOf(row), { lockedOn });
  }

  /** Of every record of the county; which version each signed says the row. */
  async signatures(tx: EntityManager, { roundId, countyId }: FieldworkKey): Promise<SignatureRow[]> {
    return tx.query(
      `select s.record_id as "recordId", s.version, s.username, s.signed_at as at,
         coalesce((select n.name from account_names(array[s.username]) n), s.username) as name
       from field_signature s where s.round_id = $1 and s.county_id = $2 order by s.signed_at, s.username`,
      [roundId, countyId],
    );
  }

  private async keepVersion(tx: EntityManager, row: FieldRecordEntity, { by, at }: Written): Promise<void> {
    const { version, content } = row;
    await tx.insert(FieldRecordVersionEntity, { ...keyOf(row), version, content, by, at } as never);
  }
}

const keyOf = ({ cityId, roundId, countyId, recordId }: FieldRecordEntity) => ({
  cityId,
  roundId,
  countyId,
  recordId,
});
