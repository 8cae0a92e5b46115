import type { Fen } from '@yuheng/shared/domain/money/fen';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AllocationDecisionEntity } from '../allocations/decisions/allocation-decision.entity';
import { fenColumn } from '../database/fen-column';

/**
 * 下达计划: what a decided split issues to a county at one of its two moments. Append-only: a correction adds a plan of the
 * next number, and the highest number of a program and year is in force.
 */
@Entity('issue_plan')
@Index('ix_issue_plan__county', ['countyId', 'year'])
@ForeignKey(() => AllocationDecisionEntity, ['cityId', 'decisionId'], ['cityId', 'decisionId'], {
  name: 'fk_issue_plan__decision',
})
@Check('ck_issue_plan__moment', `moment in ('advance', 'final')`)
@Check('ck_issue_plan__amount', `moment = 'final' or amount >= 0`)
@Check('ck_issue_plan__number', 'number >= 1')
export class IssuePlanEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_issue_plan' })
  cityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_issue_plan' })
  programId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_issue_plan' })
  year: number;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_issue_plan' })
  number: number;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_issue_plan' })
  countyId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_issue_plan' })
  moment: string;

  /** 分; of the final issue negative where too much was issued in advance (多退). */
  @Column({ ...fenColumn })
  amount: Fen;

  @Column('uuid')
  decisionId: string;

  @Column('text')
  documentNumber: string;

  @Column('date')
  decidedOn: string;
}
