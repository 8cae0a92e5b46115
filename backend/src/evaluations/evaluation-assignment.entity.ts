import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../identity/accounts/account.entity';
import { EvaluationRoundEntity } from './evaluation-round.entity';

/** Which evaluator marks which county in which round: beyond it an evaluator sees nothing. */
@Entity('evaluation_assignment')
@ForeignKey(() => EvaluationRoundEntity, ['cityId', 'roundId'], ['cityId', 'roundId'], {
  name: 'fk_evaluation_assignment__round',
})
@ForeignKey(() => AccountEntity, ['accountId'], ['accountId'], { name: 'fk_evaluation_assignment__account' })
@Index('ix_evaluation_assignment__account', ['accountId'])
export class EvaluationAssignmentEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_evaluation_assignment' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_evaluation_assignment' })
  roundId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_evaluation_assignment' })
  countyId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_evaluation_assignment' })
  accountId: string;
}
