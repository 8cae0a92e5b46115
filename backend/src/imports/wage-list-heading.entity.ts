import { WAGE_FIELDS, type WageField } from '@yuheng/shared/domain/imports/wage-lists/wage-columns';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** What a county says that a heading of its wage lists means. */
@Entity('wage_list_heading')
@Check('ck_wage_list_heading__heading', `heading <> ''`)
@Check('ck_wage_list_heading__field', `field in (${WAGE_FIELDS.map((field) => `'${field}'`).join(', ')})`)
export class WageListHeadingEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_wage_list_heading' })
  cityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_wage_list_heading' })
  countyId: string;

  /** Without spaces, units and brackets. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_wage_list_heading' })
  heading: string;

  @Column('text')
  field: WageField;

  @Column('text')
  saidBy: string;

  @Column('timestamptz')
  saidAt: Date;
}
