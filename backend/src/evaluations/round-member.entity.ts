import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../identity/accounts/account.entity';
import { EvaluationFirmEntity } from './evaluation-firm.entity';
import { EvaluationRoundEntity } from './evaluation-round.entity';

/** Somebody of the team of a round. Who is withdrawn stays on the file and sees nothing any more. */
@Entity('round_member')
@ForeignKey(() => EvaluationRoundEntity, ['cityId', 'roundId'], ['cityId', 'roundId'], {
  name: 'fk_round_member__round',
})
@ForeignKey(() => EvaluationFirmEntity, ['cityId', 'firmId'], ['cityId', 'firmId'], {
  name: 'fk_round_member__firm',
})
@ForeignKey(() => AccountEntity, ['accountId'], ['accountId'], { name: 'fk_round_member__account' })
@Index('ix_round_member__account', ['accountId'])
@Check('ck_round_member__rank', `rank in ('member', 'lead', 'reviewer')`)
@Check('ck_round_member__withdrawn', `(withdrawn_on is null) = (withdrawn_reason is null)`)
export class RoundMemberEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_round_member' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_round_member' })
  roundId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_round_member' })
  accountId: string;

  @Column('uuid')
  firmId: string;

  /** 组成员, 主评人 or 机构复核. */
  @Column('text')
  rank: string;

  @Column('date')
  joinedOn: string;

  @Column('date', { nullable: true })
  withdrawnOn: string | null;

  @Column('text', { nullable: true })
  withdrawnReason: string | null;
}
