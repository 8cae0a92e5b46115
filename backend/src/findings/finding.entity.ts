import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { InspectionResultEntity } from '../inspections/inspection-result.entity';
import { EvaluationRoundEntity } from '../evaluations/evaluation-round.entity';
import { DoubtEntity } from './doubt.entity';

/**
 * A finding and its way to closure. It rests on an item that failed or on a doubt, whose id is its own, or on an evaluation
 * round with the indicator and the clause.
 */
@Entity('finding')
@Index('ix_finding__county', ['countyId', 'programId', 'month'])
@ForeignKey(
  () => InspectionResultEntity,
  ['cityId', 'countyId', 'programId', 'month', 'resultItemId'],
  ['cityId', 'countyId', 'programId', 'month', 'itemId'],
  { name: 'fk_finding__result' },
)
@ForeignKey(
  () => DoubtEntity,
  ['cityId', 'countyId', 'programId', 'month', 'doubtId'],
  ['cityId', 'countyId', 'programId', 'month', 'doubtId'],
  { name: 'fk_finding__doubt' },
)
@ForeignKey(() => EvaluationRoundEntity, ['cityId', 'roundId'], ['cityId', 'roundId'], {
  name: 'fk_finding__round',
})
@Check('ck_finding__order', `deadline >= found_on and (closed_on is null or closed_on >= rectified_on)`)
@Check(
  'ck_finding__rests_on_one',
  `(result_item_id is not null)::integer + (doubt_id is not null)::integer + (round_id is not null)::integer = 1
    and item_id = coalesce(result_item_id, doubt_id, item_id) and (round_id is null or item_id like 'evaluation-%')`,
)
@Check(
  'ck_finding__of_evaluation',
  `(round_id is null) = (indicator_id is null) and (round_id is null) = (clause is null)`,
)
@Check('ck_finding__rechecked_by_another', `closed_by <> rectified_by`)
export class FindingEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_finding' })
  cityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_finding' })
  countyId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_finding' })
  programId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_finding' })
  month: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_finding' })
  itemId: string;

  @Column('text')
  summary: string;

  @Column('date')
  foundOn: string;

  @Column('date')
  deadline: string;

  @Column('date', { nullable: true })
  rectifiedOn: string | null;

  @Column('date', { nullable: true })
  closedOn: string | null;

  @Column('boolean')
  repeated: boolean;

  @Column('text', { nullable: true })
  resultItemId: string | null;

  @Column('text', { nullable: true })
  doubtId: string | null;

  @Column('uuid', { nullable: true })
  roundId: string | null;

  @Column('text', { nullable: true })
  indicatorId: string | null;

  /** Of the method or of the rule that was not kept. */
  @Column('text', { nullable: true })
  clause: string | null;

  @Column('text', { nullable: true })
  responsible: string | null;

  @Column('date', { nullable: true })
  returnedOn: string | null;

  @Column('text', { nullable: true })
  rectifiedBy: string | null;

  @Column('text', { nullable: true })
  closedBy: string | null;

  @Column('integer', { default: 1 })
  version: number;
}
