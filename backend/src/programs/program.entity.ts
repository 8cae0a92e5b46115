import type { Fen } from '@yuheng/shared/domain/money/fen';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { fenColumn } from '../database/fen-column';

/** 专项资金项目. */
@Entity('program')
export class ProgramEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_program' })
  programId: string;

  @Column('text')
  name: string;

  @Column({ ...fenColumn, nullable: true })
  fenPerPostMonth: Fen | null;

  @Column('integer')
  sortOrder: number;
}
