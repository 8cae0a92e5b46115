import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../../identity/accounts/account.entity';

/** A wording for what costs marks, with places for a county's figures; with a firm it is shared with its members. */
@Entity('score_phrase')
@ForeignKey(() => AccountEntity, ['accountId'], ['accountId'], { name: 'fk_score_phrase__account' })
@Index('ix_score_phrase__account', ['accountId'])
export class ScorePhraseEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_score_phrase' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_score_phrase' })
  phraseId: string;

  @Column('uuid')
  accountId: string;

  @Column('uuid', { nullable: true })
  firmId: string | null;

  /** Null: for any indicator. */
  @Column('text', { nullable: true })
  indicatorId: string | null;

  @Column('text')
  point: string;

  @Column('text')
  fact: string;

  @Column('text')
  basis: string;

  @Column('timestamptz')
  madeAt: Date;
}
