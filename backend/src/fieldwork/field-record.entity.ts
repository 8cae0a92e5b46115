import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { EvaluationRoundEntity } from '../evaluations/evaluation-round.entity';

/** 现场记录, 访谈记录 or 取证单: a working paper of a round and county, locked once everybody whom it names has signed. */
@Entity('field_record')
@Unique('uq_field_record__number', ['cityId', 'roundId', 'countyId', 'kind', 'number'])
@ForeignKey(() => EvaluationRoundEntity, ['cityId', 'roundId'], ['cityId', 'roundId'], {
  name: 'fk_field_record__round',
})
@Check('ck_field_record__kind', `kind in ('visit', 'interview', 'slip')`)
@Check('ck_field_record__number', `number >= 1 and version >= 1`)
@Index('ix_field_record__county', ['countyId', 'roundId', 'kind', 'number'])
export class FieldRecordEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_field_record' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_field_record' })
  roundId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_field_record' })
  countyId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_field_record' })
  recordId: string;

  @Column('text')
  kind: string;

  @Column('integer')
  number: number;

  @Column('jsonb')
  content: unknown;

  @Column('integer')
  version: number;

  @Column('date', { nullable: true })
  lockedOn: string | null;

  @Column('text')
  createdBy: string;
}
