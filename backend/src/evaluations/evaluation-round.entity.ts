import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { EvaluationMethodEntity } from '../methods/evaluation-method.entity';

/** 评价批次 of one kind, program and year. */
@Entity('evaluation_round')
@Unique('uq_evaluation_round__program_year_kind', ['cityId', 'programId', 'year', 'kind'])
@ForeignKey(
  () => EvaluationMethodEntity,
  ['cityId', 'programId', 'methodVersion'],
  ['cityId', 'programId', 'version'],
  { name: 'fk_evaluation_round__method' },
)
@Check('ck_evaluation_round__kind', `kind in ('selfEvaluation', 'departmentEvaluation', 'financeEvaluation')`)
@Check('ck_evaluation_round__finalised', `(finalised_on is null) = (finalised_run_id is null)`)
export class EvaluationRoundEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_evaluation_round' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_evaluation_round' })
  roundId: string;

  @Column('text')
  programId: string;

  @Column('integer')
  year: number;

  @Column('text')
  kind: string;

  @Column('integer')
  methodVersion: number;

  @Column('integer')
  marksExpected: number;

  @Column('date', { nullable: true })
  finalisedOn: string | null;

  @Column('text', { nullable: true })
  documentNumber: string | null;

  @Column('uuid', { nullable: true })
  finalisedRunId: string | null;
}
