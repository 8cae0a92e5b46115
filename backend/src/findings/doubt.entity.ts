import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** 疑点（待核实）: computed, or raised by an inspector; explained or made a finding of. */
@Entity('doubt')
@Index('ix_doubt__county', ['countyId', 'programId', 'month'])
@Check('ck_doubt__id', `doubt_id like 'doubt-%'`)
@Check('ck_doubt__month', `month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`)
@Check(
  'ck_doubt__decision',
  `decision in ('explained', 'converted')
    and (decision is null) = (decided_on is null) and (decision is null) = (decided_by is null)
    and (explained_on is null) = (explained_by is null)`,
)
@Check('ck_doubt__decided_by_another', `decided_by <> explained_by`)
export class DoubtEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_doubt' })
  cityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_doubt' })
  countyId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_doubt' })
  programId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_doubt' })
  month: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_doubt' })
  doubtId: string;

  @Column('text', { nullable: true })
  itemId: string | null;

  @Column('jsonb')
  sentence: unknown;

  @Column('jsonb')
  records: unknown;

  @Column('text', { nullable: true })
  raisedBy: string | null;

  @Column('date')
  raisedOn: string;

  @Column('date')
  explainBy: string;

  @Column('text', { nullable: true })
  explainedBy: string | null;

  @Column('date', { nullable: true })
  explainedOn: string | null;

  @Column('text', { nullable: true })
  decidedBy: string | null;

  @Column('date', { nullable: true })
  decidedOn: string | null;

  @Column('text', { nullable: true })
  decision: string | null;

  @Column('integer')
  version: number;
}
