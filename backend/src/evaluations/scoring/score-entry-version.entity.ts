import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Every state that a working paper was in; append-only. */
@Entity('score_entry_version')
export class ScoreEntryVersionEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_score_entry_version' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_score_entry_version' })
  roundId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_score_entry_version' })
  countyId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_score_entry_version' })
  indicatorId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_score_entry_version' })
  accountId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_score_entry_version' })
  version: number;

  @Column('jsonb', { nullable: true })
  value: unknown;

  @Column('jsonb')
  remarks: unknown;

  @Column('boolean')
  confirmed: boolean;

  @Column('timestamptz')
  at: Date;
}
