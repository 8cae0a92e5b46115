import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { InspectionEntity } from './inspection.entity';

/** The conclusion on one item of an inspection. */
@Entity('inspection_result')
@Index('ix_inspection_result__county', ['countyId', 'programId', 'month'])
@ForeignKey(
  () => InspectionEntity,
  ['cityId', 'countyId', 'programId', 'month'],
  ['cityId', 'countyId', 'programId', 'month'],
  { name: 'fk_inspection_result__inspection' },
)
@Check('ck_inspection_result__conclusion', `conclusion in ('pass', 'fail', 'notApplicable')`)
export class InspectionResultEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_inspection_result' })
  cityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_inspection_result' })
  countyId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_inspection_result' })
  programId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_inspection_result' })
  month: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_inspection_result' })
  itemId: string;

  @Column('text', { nullable: true })
  conclusion: string | null;

  @Column('numeric', { precision: 12, scale: 2, nullable: true })
  number: string | null;

  @Column('text', { nullable: true })
  carriedFrom: string | null;

  @Column('text', { nullable: true })
  note: string | null;
}
