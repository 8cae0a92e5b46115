import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { FindingEntity } from './finding.entity';

/** What was done about a finding: never changed, never removed. */
@Entity('finding_event')
@ForeignKey(
  () => FindingEntity,
  ['cityId', 'countyId', 'programId', 'month', 'itemId'],
  ['cityId', 'countyId', 'programId', 'month', 'itemId'],
  { name: 'fk_finding_event__finding' },
)
@Check('ck_finding_event__act', `act in ('raise', 'rectify', 'pass', 'return')`)
@Check('ck_finding_event__number', `number >= 1`)
export class FindingEventEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_finding_event' })
  cityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_finding_event' })
  countyId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_finding_event' })
  programId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_finding_event' })
  month: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_finding_event' })
  itemId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_finding_event' })
  number: number;

  @Column('text')
  act: string;

  @Column('text', { nullable: true })
  actedBy: string | null;

  @Column('timestamptz')
  actedAt: Date;

  @Column('text', { nullable: true })
  text: string | null;

  @Column('jsonb')
  evidence: unknown;
}
