import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { bigintColumn } from '../database/bigint-column';
import { AuditEntryEntity } from './audit-entry.entity';

/** The head of the trail at the end of a day. */
@Entity('audit_seal')
@ForeignKey(() => AuditEntryEntity, ['cityId', 'seq'], ['cityId', 'seq'], { name: 'fk_audit_seal__entry' })
export class AuditSealEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_audit_seal' })
  cityId: string;

  @PrimaryColumn('date', { primaryKeyConstraintName: 'pk_audit_seal' })
  day: string;

  @Column('bigint', { transformer: bigintColumn })
  seq: number;

  @Column('text')
  hash: string;

  @Column('timestamptz')
  sealedAt: Date;
}
