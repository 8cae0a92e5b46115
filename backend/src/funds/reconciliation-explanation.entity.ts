import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** What a county says of a month whose city part was not used in full; a further explanation is a new version. */
@Entity('reconciliation_explanation')
@Check('ck_reconciliation_explanation__month', `month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`)
export class ReconciliationExplanationEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_reconciliation_explanation' })
  cityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_reconciliation_explanation' })
  countyId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_reconciliation_explanation' })
  programId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_reconciliation_explanation' })
  month: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_reconciliation_explanation' })
  version: number;

  @Column('text')
  text: string;

  @Column('text')
  explainedBy: string;

  @Column('timestamptz')
  explainedAt: Date;
}
