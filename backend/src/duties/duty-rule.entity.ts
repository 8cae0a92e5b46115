import type { DutyTerms } from '@yuheng/shared/domain/duties/duty-rule';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A rule of a duty as an officer changed it, from a year on; before its first version the program's own holds. */
@Entity('duty_rule')
@Check('ck_duty_rule__version', `version >= 1`)
export class DutyRuleEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_duty_rule' })
  cityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_duty_rule' })
  ruleId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_duty_rule' })
  version: number;

  @Column('integer')
  fromYear: number;

  @Column('jsonb')
  content: DutyTerms;

  @Column('text')
  reason: string;

  @Column('text')
  changedBy: string;

  @Column('timestamptz')
  changedAt: Date;
}
