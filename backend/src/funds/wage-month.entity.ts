import type { Fen } from '@yuheng/shared/domain/money/fen';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { fenColumn } from '../database/fen-column';

/** What one county paid for one month worked (工资所属月份). */
@Entity('wage_month')
@Index('ix_wage_month__county', ['countyId', 'programId', 'month'])
@Check('ck_wage_month__month', `month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`)
@Check('ck_wage_month__stage', `stage in ('notDue', 'open', 'submitted', 'returned', 'approved', 'reopened')`)
@Check(
  'ck_wage_month__persons',
  `persons_paid_on_time <= persons_paid and persons_paid <= persons_on_post and persons_paid_on_time >= 0`,
)
@Check('ck_wage_month__insured', `persons_insured between 0 and persons_on_post`)
@Check('ck_wage_month__advance', `county_advance_fen >= 0 and county_advance_fen <= city_part_paid_fen`)
export class WageMonthEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_wage_month' })
  cityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_wage_month' })
  countyId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_wage_month' })
  programId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_wage_month' })
  month: string;

  @Column('text')
  stage: string;

  @Column('date')
  dueOn: string;

  @Column('date', { nullable: true })
  reportedOn: string | null;

  @Column('date', { nullable: true })
  paidOn: string | null;

  @Column('integer')
  personsOnPost: number;

  @Column('integer')
  personsPaid: number;

  @Column('integer')
  personsPaidOnTime: number;

  @Column('integer')
  personsInsured: number;

  @Column({ ...fenColumn })
  cityPartDueFen: Fen;

  @Column({ ...fenColumn })
  cityPartPaidFen: Fen;

  @Column({ ...fenColumn })
  countyPartFen: Fen;

  @Column({ ...fenColumn })
  grossWageFen: Fen;

  @Column({ ...fenColumn })
  socialInsuranceFen: Fen;

  @Column({ ...fenColumn })
  countyAdvanceFen: Fen;

  @Column('date', { nullable: true })
  advanceSettledOn: string | null;
}
