import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DocumentRequestEntity } from './document-request.entity';
import type { FieldworkKey } from './fieldwork-round';

/** What of a request changes when it is settled. */
export type Settled = Pick<
  DocumentRequestEntity,
  'state' | 'note' | 'evidence' | 'settledBy' | 'settledOn' | 'version'
>;

/** 资料清单. */
@Injectable()
export class DocumentsRepository {
  ofCounty(tx: EntityManager, key: FieldworkKey): Promise<DocumentRequestEntity[]> {
    return tx.find(DocumentRequestEntity, { where: { ...key }, order: { position: 'ASC' } });
  }

  /** Nobody else adds to the list of the county until the transaction ends. */
  async hold(tx: EntityManager, { roundId, countyId }: FieldworkKey): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 61))', [`${roundId}/${countyId}`]);
  }

  async add(tx: EntityManager, rows: readonly DocumentRequestEntity[]): Promise<void> {
    await tx.insert(DocumentRequestEntity, rows as never);
  }

  find(tx: EntityManager, key: FieldworkKey, documentId: string): Promise<DocumentRequestEntity | null> {
    return tx.findOne(DocumentRequestEntity, {
      where: { ...key, documentId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async settle(tx: EntityManager, row: DocumentRequestEntity, settled: Settled): Promise<void> {
    const { cityId, roundId, countyId, documentId } = row;
    await tx.update(DocumentRequestEntity, { cityId, roundId, countyId, documentId }, settled as never);
  }
}
