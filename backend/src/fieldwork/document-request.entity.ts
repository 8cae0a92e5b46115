import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { EvaluationRoundEntity } from '../evaluations/evaluation-round.entity';

/** One line of the 资料清单: a document that a county is asked for before the visit. */
@Entity('document_request')
@Unique('uq_document_request__title', ['cityId', 'roundId', 'countyId', 'title'])
@ForeignKey(() => EvaluationRoundEntity, ['cityId', 'roundId'], ['cityId', 'roundId'], {
  name: 'fk_document_request__round',
})
@Check(
  'ck_document_request__state',
  `state in ('asked', 'received', 'waived') and (state = 'asked') = (settled_on is null) and (settled_on is null) = (settled_by is null)`,
)
@Index('ix_document_request__county', ['countyId', 'roundId', 'position'])
export class DocumentRequestEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_document_request' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_document_request' })
  roundId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_document_request' })
  countyId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_document_request' })
  documentId: string;

  @Column('integer')
  position: number;

  @Column('text', { nullable: true })
  indicatorId: string | null;

  @Column('text')
  title: string;

  /** The day by which the county provides it. */
  @Column('date')
  dueOn: string;

  @Column('text')
  state: string;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('jsonb')
  evidence: unknown;

  @Column('integer')
  version: number;

  @Column('text', { nullable: true })
  settledBy: string | null;

  @Column('date', { nullable: true })
  settledOn: string | null;

  @Column('text')
  askedBy: string;

  @Column('timestamptz')
  askedAt: Date;
}
