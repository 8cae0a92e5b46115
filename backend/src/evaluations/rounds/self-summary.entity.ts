import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { EvaluationRoundEntity } from '../evaluation-round.entity';

/** 汇总自评表 as it was finalised, with every form that it adds up: never changed, never removed. */
@Entity('self_summary')
@ForeignKey(() => EvaluationRoundEntity, ['cityId', 'roundId'], ['cityId', 'roundId'], {
  name: 'fk_self_summary__round',
})
@Check('ck_self_summary__sha256', `sha256 ~ '^[0-9a-f]{64}$'`)
export class SelfSummaryEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_self_summary' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_self_summary' })
  roundId: string;

  @Column('jsonb')
  snapshot: unknown;

  /** Over the canonical JSON of the snapshot. */
  @Column('text')
  sha256: string;

  @Column('date')
  finalisedOn: string;

  @Column('text')
  documentNumber: string;

  @Column('text')
  finalisedBy: string;

  @Column('timestamptz')
  finalisedAt: Date;
}
