import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../identity/accounts/account.entity';
import { EvaluationRoundEntity } from './evaluation-round.entity';
import { RoundMemberEntity } from './round-member.entity';

/** Which evaluator marks which section of which county in which round: beyond the county an evaluator sees nothing. */
@Entity('evaluation_assignment')
@ForeignKey(() => EvaluationRoundEntity, ['cityId', 'roundId'], ['cityId', 'roundId'], {
  name: 'fk_evaluation_assignment__round',
})
@ForeignKey(() => AccountEntity, ['accountId'], ['accountId'], { name: 'fk_evaluation_assignment__account' })
@ForeignKey(() => RoundMemberEntity, ['cityId', 'roundId', 'accountId'], ['cityId', 'roundId', 'accountId'], {
  name: 'fk_evaluation_assignment__member',
})
@Check('ck_evaluation_assignment__turn', `turn in ('first', 'second', 'third')`)
@Index('ix_evaluation_assignment__account', ['accountId'])
export class EvaluationAssignmentEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_evaluation_assignment' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_evaluation_assignment' })
  roundId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_evaluation_assignment' })
  countyId: string;

  /** A first-level indicator of the method. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_evaluation_assignment' })
  section: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_evaluation_assignment' })
  accountId: string;

  @Column('text', { default: 'first' })
  turn: string;
}
