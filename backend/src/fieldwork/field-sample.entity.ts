import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { EvaluationRoundEntity } from '../evaluations/evaluation-round.entity';
import { bigintColumn } from '../database/bigint-column';

/** 抽查: a seeded draw with what was found; the draw itself is never changed. */
@Entity('field_sample')
@Unique('uq_field_sample__number', ['cityId', 'roundId', 'countyId', 'number'])
@ForeignKey(() => EvaluationRoundEntity, ['cityId', 'roundId'], ['cityId', 'roundId'], {
  name: 'fk_field_sample__round',
})
@Check('ck_field_sample__population', `population in ('posts', 'justiceOffices')`)
@Check('ck_field_sample__seed', `seed between 0 and 4294967295`)
@Index('ix_field_sample__county', ['countyId', 'roundId', 'number'])
export class FieldSampleEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_field_sample' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_field_sample' })
  roundId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_field_sample' })
  countyId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_field_sample' })
  sampleId: string;

  @Column('integer')
  number: number;

  @Column('text')
  population: string;

  @Column('bigint', { transformer: bigintColumn })
  seed: number;

  @Column('jsonb')
  members: unknown;

  @Column('jsonb')
  drawn: unknown;

  @Column('jsonb')
  results: unknown;

  @Column('integer')
  version: number;

  @Column('text')
  drawnBy: string;

  @Column('date')
  drawnOn: string;
}
