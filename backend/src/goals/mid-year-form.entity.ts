import type { MidYearAnswer, MidYearMonitoring } from '@yuheng/shared/domain/goals/mid-year-monitoring';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** 绩效运行监控表: what the county says, and the figures as they stood when it was submitted. */
@Entity('mid_year_form')
@Check('ck_mid_year_form__stage', `stage in ('open', 'submitted', 'returned', 'approved')`)
@Check(
  'ck_mid_year_form__submitted',
  `stage in ('open', 'returned') or (figures is not null and submitted_on is not null)`,
)
@Check('ck_mid_year_form__approver', `approved_by is null or approved_by <> submitted_by`)
export class MidYearFormEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_mid_year_form' })
  cityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_mid_year_form' })
  countyId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_mid_year_form' })
  programId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_mid_year_form' })
  year: number;

  @Column('text')
  stage: 'open' | 'submitted' | 'returned' | 'approved';

  @Column('jsonb')
  answers: readonly MidYearAnswer[];

  @Column('jsonb', { nullable: true })
  figures: MidYearMonitoring | null;

  @Column('integer')
  lock: number;

  @Column('text', { nullable: true })
  returnReason: string | null;

  @Column('date', { nullable: true })
  submittedOn: string | null;

  @Column('text', { nullable: true })
  submittedBy: string | null;

  @Column('date', { nullable: true })
  approvedOn: string | null;

  @Column('text', { nullable: true })
  approvedBy: string | null;
}
