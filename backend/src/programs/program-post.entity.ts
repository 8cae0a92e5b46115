import type { Fen } from '@yuheng/shared/domain/money/fen';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { fenColumn } from '../database/fen-column';

/** Approved posts and budget of one county, program and year; `source` names the text or marks 演示数据. */
@Entity('program_post')
@Index('ix_program_post__county', ['countyId', 'programId', 'year'])
@Check('ck_program_post__posts', `posts >= 0`)
export class ProgramPostEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_program_post' })
  cityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_program_post' })
  countyId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_program_post' })
  programId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_program_post' })
  year: number;

  @Column('integer')
  posts: number;

  @Column({ ...fenColumn })
  initialBudgetFen: Fen;

  @Column({ ...fenColumn })
  adjustedBudgetFen: Fen;

  @Column('text')
  source: string;
}
