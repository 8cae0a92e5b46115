import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { InspectionTemplateEntity } from './inspection-template.entity';

/** One monthly inspection of one county: its stage, dates and people. */
@Entity('inspection')
@Index('ix_inspection__county', ['countyId', 'programId', 'month'])
@ForeignKey(
  () => InspectionTemplateEntity,
  ['cityId', 'programId', 'templateVersion'],
  ['cityId', 'programId', 'version'],
  { name: 'fk_inspection__template' },
)
@Check('ck_inspection__month', `month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`)
@Check('ck_inspection__stage', `stage in ('notDue', 'open', 'submitted', 'returned', 'approved', 'reopened')`)
@Check('ck_inspection__approver', `approver is null or approver <> inspector`)
export class InspectionEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_inspection' })
  cityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_inspection' })
  countyId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_inspection' })
  programId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_inspection' })
  month: string;

  @Column('integer')
  templateVersion: number;

  @Column('text')
  stage: string;

  @Column('date')
  dueOn: string;

  @Column('date', { nullable: true })
  inspectedOn: string | null;

  @Column('date', { nullable: true })
  submittedOn: string | null;

  @Column('date', { nullable: true })
  approvedOn: string | null;

  @Column('text', { nullable: true })
  inspector: string | null;

  @Column('text', { nullable: true })
  approver: string | null;
}
