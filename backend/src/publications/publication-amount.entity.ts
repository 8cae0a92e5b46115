import type { Fen } from '@yuheng/shared/domain/money/fen';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { fenColumn } from '../database/fen-column';
import { PublicationProgramEntity } from './publication-program.entity';

/** One amount of an official text with the sentence and line that printed it. */
@Entity('publication_amount')
@ForeignKey(() => PublicationProgramEntity, ['cityId', 'year', 'ordinal'], ['cityId', 'year', 'ordinal'], {
  name: 'fk_publication_amount__program',
})
@Check('ck_publication_amount__unit', `unit in ('元', '万元')`)
@Check('ck_publication_amount__fen', `fen >= 0`)
export class PublicationAmountEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_publication_amount' })
  cityId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_publication_amount' })
  year: number;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_publication_amount' })
  ordinal: number;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_publication_amount' })
  countyId: string;

  @Column({ ...fenColumn })
  fen: Fen;

  @Column('integer', { nullable: true })
  posts: number | null;

  @Column('text')
  nameAsPrinted: string;

  @Column('text')
  numeralAsPrinted: string;

  @Column('text')
  unit: string;

  @Column('text')
  sentence: string;

  @Column('integer')
  line: number;
}
