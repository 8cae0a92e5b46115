import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** An official text as it was loaded, one a year. */
@Entity('publication')
@Unique('uq_publication__id', ['publicationId'])
export class PublicationEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_publication' })
  cityId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_publication' })
  year: number;

  @Column('uuid')
  publicationId: string;

  @Column('text')
  title: string;

  @Column('text')
  fileName: string;

  @Column('text')
  sha256: string;

  @Column('text')
  text: string;

  @Column('jsonb')
  notes: unknown;

  @Column('timestamptz')
  loadedAt: Date;

  @Column('text', { nullable: true })
  loadedBy: string | null;
}
