import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { FieldRecordEntity } from './field-record.entity';

/** What a record of fieldwork said in each of its versions; never changed. */
@Entity('field_record_version')
@ForeignKey(
  () => FieldRecordEntity,
  ['cityId', 'roundId', 'countyId', 'recordId'],
  ['cityId', 'roundId', 'countyId', 'recordId'],
  { name: 'fk_field_record_version__record' },
)
@Index('ix_field_record_version__county', ['countyId', 'roundId', 'recordId'])
export class FieldRecordVersionEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_field_record_version' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_field_record_version' })
  roundId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_field_record_version' })
  countyId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_field_record_version' })
  recordId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_field_record_version' })
  version: number;

  @Column('jsonb')
  content: unknown;

  @Column('text')
  by: string;

  @Column('timestamptz')
  at: Date;
}
