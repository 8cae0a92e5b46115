import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { FieldRecordVersionEntity } from './field-record-version.entity';

/** Who signed which version of a record; never changed. */
@Entity('field_signature')
@ForeignKey(
  () => FieldRecordVersionEntity,
  ['cityId', 'roundId', 'countyId', 'recordId', 'version'],
  ['cityId', 'roundId', 'countyId', 'recordId', 'version'],
  { name: 'fk_field_signature__version' },
)
@Index('ix_field_signature__county', ['countyId', 'roundId', 'recordId'])
export class FieldSignatureEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_field_signature' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_field_signature' })
  roundId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_field_signature' })
  countyId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_field_signature' })
  recordId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_field_signature' })
  version: number;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_field_signature' })
  username: string;

  @Column('timestamptz')
  signedAt: Date;
}
