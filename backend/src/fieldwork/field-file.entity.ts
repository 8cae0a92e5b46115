import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EvaluationRoundEntity } from '../evaluations/evaluation-round.entity';
import { FieldRecordEntity } from './field-record.entity';

/**
 * A photograph, or the scan of a signed 取证单: kept as it was uploaded, or taken away with the reason; a photograph loses its
 * content then, a scan does not.
 */
@Entity('field_file')
@ForeignKey(() => EvaluationRoundEntity, ['cityId', 'roundId'], ['cityId', 'roundId'], {
  name: 'fk_field_file__round',
})
@ForeignKey(
  () => FieldRecordEntity,
  ['cityId', 'roundId', 'countyId', 'recordId'],
  ['cityId', 'roundId', 'countyId', 'recordId'],
  { name: 'fk_field_file__record' },
)
@Check(
  'ck_field_file__kind',
  `(kind = 'photo' and indicator_id is not null and note is not null) or (kind = 'scan' and record_id is not null)`,
)
@Check('ck_field_file__sha256', `sha256 ~ '^[0-9a-f]{64}$'`)
@Check('ck_field_file__size', `size > 0 and size = coalesce(octet_length(content), size)`)
@Check(
  'ck_field_file__withdrawn',
  `(content is null) = (kind = 'photo' and withdrawn_on is not null) and (withdrawn_on is null) = (withdrawn_by is null) and (withdrawn_on is null) = (withdrawn_reason is null)`,
)
@Index('ix_field_file__county', ['countyId', 'roundId', 'kind'])
export class FieldFileEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_field_file' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_field_file' })
  roundId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_field_file' })
  countyId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_field_file' })
  fileId: string;

  @Column('text')
  kind: string;

  @Column('uuid', { nullable: true })
  recordId: string | null;

  @Column('text', { nullable: true })
  indicatorId: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('text')
  fileName: string;

  @Column('text')
  mediaType: string;

  @Column('integer')
  size: number;

  @Column('text')
  sha256: string;

  @Column('bytea', { nullable: true, select: false })
  content: Buffer | null;

  @Column('text')
  uploadedBy: string;

  @Column('timestamptz')
  uploadedAt: Date;

  @Column('date', { nullable: true })
  withdrawnOn: string | null;

  @Column('text', { nullable: true })
  withdrawnBy: string | null;

  @Column('text', { nullable: true })
  withdrawnReason: string | null;
}
