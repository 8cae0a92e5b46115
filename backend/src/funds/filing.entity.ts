import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One document filed, or to be filed, with one city bureau. */
@Entity('filing')
@Index('ix_filing__county', ['countyId', 'programId', 'year'])
@Check('ck_filing__document', `document in ('implementationPlan', 'transferDocument')`)
@Check('ck_filing__recipient', `recipient in ('cityJustice', 'cityFinance')`)
export class FilingEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_filing' })
  cityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_filing' })
  countyId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_filing' })
  programId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_filing' })
  year: number;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_filing' })
  document: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_filing' })
  recipient: string;

  @Column('date', { nullable: true })
  filedOn: string | null;

  @Column('text', { nullable: true })
  documentNumber: string | null;

  /** Who filed it; null for what was there before, and while it is not filed. */
  @Column('text', { nullable: true })
  filedBy: string | null;
}
