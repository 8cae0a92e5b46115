import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../../identity/accounts/account.entity';
import { EvaluationRoundEntity } from '../evaluation-round.entity';

/** 打分包: what an evaluator took along to work off line; never changed. */
@Entity('score_pack')
@ForeignKey(() => EvaluationRoundEntity, ['cityId', 'roundId'], ['cityId', 'roundId'], {
  name: 'fk_score_pack__round',
})
@ForeignKey(() => AccountEntity, ['accountId'], ['accountId'], { name: 'fk_score_pack__account' })
@Index('ix_score_pack__account', ['accountId', 'roundId'])
@Check('ck_score_pack__sha256', `sha256 ~ '^[0-9a-f]{64}$'`)
export class ScorePackEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_score_pack' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_score_pack' })
  packId: string;

  @Column('uuid')
  roundId: string;

  @Column('uuid')
  accountId: string;

  @Column('timestamptz')
  issuedAt: Date;

  @Column('date')
  validUntil: string;

  @Column('integer')
  methodVersion: number;

  /** What the workbook says of itself; it holds versions of entries and no mark. */
  @Column('jsonb')
  manifest: unknown;

  /** Over the canonical JSON of the manifest. */
  @Column('text')
  sha256: string;
}
