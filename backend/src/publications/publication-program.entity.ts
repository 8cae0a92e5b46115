import type { Fen } from '@yuheng/shared/domain/money/fen';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { fenColumn } from '../database/fen-column';
import { PublicationEntity } from './publication.entity';

/** One project of an official text. */
@Entity('publication_program')
@ForeignKey(() => PublicationEntity, ['cityId', 'year'], ['cityId', 'year'], {
  name: 'fk_publication_program__publication',
})
@Index('uq_publication_program__program', ['cityId', 'year', 'programId'], { unique: true })
export class PublicationProgramEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_publication_program' })
  cityId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_publication_program' })
  year: number;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_publication_program' })
  ordinal: number;

  @Column('text', { nullable: true })
  programId: string | null;

  @Column('text')
  name: string;

  @Column({ ...fenColumn })
  totalFen: Fen;

  @Column('jsonb')
  content: unknown;
}
