import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AllocationScenarioEntity } from './allocation-scenario.entity';

/** A comment on a scenario, kept as it was written. */
@Entity('allocation_comment')
@ForeignKey(() => AllocationScenarioEntity, ['cityId', 'scenarioId'], ['cityId', 'scenarioId'], {
  name: 'fk_allocation_comment__scenario',
})
@Index('ix_allocation_comment__scenario', ['scenarioId'])
@Check('ck_allocation_comment__text', `text <> ''`)
export class AllocationCommentEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_allocation_comment' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_allocation_comment' })
  commentId: string;

  @Column('uuid')
  scenarioId: string;

  @Column('text')
  text: string;

  @Column('text')
  writtenBy: string;

  @Column('timestamptz')
  writtenAt: Date;
}
