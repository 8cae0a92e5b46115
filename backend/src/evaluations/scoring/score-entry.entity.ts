import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../../identity/accounts/account.entity';
import { EvaluationRoundEntity } from '../evaluation-round.entity';

/** The working paper of one evaluator on one indicator of one county, as it stands now. */
@Entity('score_entry')
@ForeignKey(() => EvaluationRoundEntity, ['cityId', 'roundId'], ['cityId', 'roundId'], {
  name: 'fk_score_entry__round',
})
@ForeignKey(() => AccountEntity, ['accountId'], ['accountId'], { name: 'fk_score_entry__account' })
@Index('ix_score_entry__account', ['accountId', 'roundId', 'countyId'])
@Check('ck_score_entry__version', `version >= 1`)
export class ScoreEntryEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_score_entry' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_score_entry' })
  roundId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_score_entry' })
  countyId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_score_entry' })
  indicatorId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_score_entry' })
  accountId: string;

  @Column('integer')
  version: number;

  @Column('jsonb', { nullable: true })
  value: unknown;

  @Column('jsonb')
  remarks: unknown;

  @Column('boolean')
  confirmed: boolean;

  @Column('timestamptz')
  updatedAt: Date;
}
