import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { InspectionResultEntity } from '../inspections/inspection-result.entity';

/** A finding and its way to closure. */
@Entity('finding')
@ForeignKey(
  () => InspectionResultEntity,
  ['cityId', 'countyId', 'programId', 'month', 'itemId'],
  ['cityId', 'countyId', 'programId', 'month', 'itemId'],
  { name: 'fk_finding__result' },
)
@Check('ck_finding__order', `deadline >= found_on and (closed_on is null or closed_on >= rectified_on)`)
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
}
