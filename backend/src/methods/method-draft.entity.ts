import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { EvaluationMethodEntity } from './evaluation-method.entity';

/** A method that is being written: read by the city, gone when it is published or withdrawn. */
@Entity('method_draft')
@ForeignKey(
  () => EvaluationMethodEntity,
  ['cityId', 'programId', 'basedOn'],
  ['cityId', 'programId', 'version'],
  { name: 'fk_method_draft__based_on' },
)
export class MethodDraftEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_method_draft' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_method_draft' })
  draftId: string;

  @Column('text')
  programId: string;

  @Column('jsonb')
  name: unknown;

  @Column('text')
  basis: string;

  @Column('integer', { nullable: true })
  basedOn: number | null;

  @Column('jsonb')
  definition: unknown;

  @Column('integer')
  lock: number;

  @Column('text')
  createdBy: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('text')
  changedBy: string;

  @Column('timestamptz')
  changedAt: Date;
}
