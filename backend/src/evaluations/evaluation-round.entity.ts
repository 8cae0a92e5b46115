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
@Check(
  'ck_evaluation_round__window',
  `window_from ~ '^[0-9]{4}-(0[1-9]|1[0-2])$' and window_to ~ '^[0-9]{4}-(0[1-9]|1[0-2])$' and window_from <= window_to
    and left(window_from, 4) = year::text and left(window_to, 4) = year::text`,
)
@Check('ck_evaluation_round__dates', `score_by <= reply_by`)
@Check('ck_evaluation_round__gap_marks', `gap_marks > 0`)
@Check('ck_evaluation_round__markers', `markers between 1 and 5`)
@Check('ck_evaluation_round__second_share', `second_share between 0 and 100`)
@Check('ck_evaluation_round__method_sha256', `method_sha256 ~ '^[0-9a-f]{64}$'`)
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

  /** The months from which evidence counts. */
  @Column('text')
  windowFrom: string;

  @Column('text')
  windowTo: string;

  @Column('date', { nullable: true })
  scoreBy: string | null;

  @Column('date', { nullable: true })
  replyBy: string | null;

  /** So many marks apart, two evaluators' marks go to a third. */
  @Column('numeric', { precision: 6, scale: 2, default: 3 })
  gapMarks: string;

  /** How many evaluators mark each county and section. */
  @Column('integer', { default: 1 })
  markers: number;

  /** Percent of counties and sections that one more evaluator marks. */
  @Column('integer', { default: 0 })
  secondShare: number;

  /** Whether nobody marks a county two years running. */
  @Column('boolean', { default: true })
  rotate: boolean;

  /** Of the draw of what is marked twice. */
  @Column('integer', { default: 1 })
  seed: number;

  @Column('integer', { default: 1 })
  version: number;

  @Column('text', { nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { nullable: true })
  createdAt: Date | null;

  /** Over the canonical JSON of the method's definition; null for rounds older than this column. */
  @Column('text', { nullable: true })
  methodSha256: string | null;
}
