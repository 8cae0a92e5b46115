import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../../identity/accounts/account.entity';
import { EvaluationRoundEntity } from '../evaluation-round.entity';

/** What an evaluator asks a county to show until a day, and what the county answered. */
@Entity('evidence_request')
@ForeignKey(() => EvaluationRoundEntity, ['cityId', 'roundId'], ['cityId', 'roundId'], {
  name: 'fk_evidence_request__round',
})
@ForeignKey(() => AccountEntity, ['accountId'], ['accountId'], { name: 'fk_evidence_request__account' })
@Index('ix_evidence_request__county', ['countyId', 'roundId'])
@Check(
  'ck_evidence_request__answered',
  `(answer is null) = (answered_by is null) and (answer is null) = (answered_at is null)`,
)
export class EvidenceRequestEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_evidence_request' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_evidence_request' })
  roundId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_evidence_request' })
  countyId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_evidence_request' })
  requestId: string;

  @Column('text')
  indicatorId: string;

  @Column('uuid')
  accountId: string;

  @Column('text')
  text: string;

  @Column('date')
  dueOn: string;

  @Column('timestamptz')
  askedAt: Date;

  @Column('integer')
  version: number;

  @Column('text', { nullable: true })
  answer: string | null;

  @Column('jsonb')
  evidence: unknown;

  @Column('text', { nullable: true })
  answeredBy: string | null;

  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;
}
