import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../../identity/accounts/account.entity';
import { EvaluationRoundEntity } from '../evaluation-round.entity';

/** 评分表: how far one evaluator is with one county; submitted, it locks the entries of that county. */
@Entity('score_sheet')
@ForeignKey(() => EvaluationRoundEntity, ['cityId', 'roundId'], ['cityId', 'roundId'], {
  name: 'fk_score_sheet__round',
})
@ForeignKey(() => AccountEntity, ['accountId'], ['accountId'], { name: 'fk_score_sheet__account' })
@Check('ck_score_sheet__version', `version >= 1`)
@Check('ck_score_sheet__state', `state in ('open', 'submitted', 'reopened')`)
@Check(
  'ck_score_sheet__signed',
  `state = 'open' or (submitted_at is not null and signed_name is not null and statement is not null and sha256 ~ '^[0-9a-f]{64}$')`,
)
@Check(
  'ck_score_sheet__reopened',
  `state <> 'reopened' or (reopened_by is not null and reopened_at is not null and reopen_reason is not null)`,
)
export class ScoreSheetEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_score_sheet' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_score_sheet' })
  roundId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_score_sheet' })
  countyId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_score_sheet' })
  accountId: string;

  @Column('integer')
  version: number;

  @Column('text')
  state: string;

  @Column('timestamptz', { nullable: true })
  submittedAt: Date | null;

  @Column('text', { nullable: true })
  signedName: string | null;

  @Column('text', { nullable: true })
  statement: string | null;

  /** Over the canonical JSON of what was submitted. */
  @Column('text', { nullable: true })
  sha256: string | null;

  @Column('text', { nullable: true })
  reopenedBy: string | null;

  @Column('timestamptz', { nullable: true })
  reopenedAt: Date | null;

  @Column('text', { nullable: true })
  reopenReason: string | null;
}
