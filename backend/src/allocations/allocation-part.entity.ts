import type { Fen } from '@yuheng/shared/domain/money/fen';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { fenColumn } from '../database/fen-column';
import { AllocationRunEntity } from './allocation-run.entity';

/** The part of one county in a run; append-only. */
@Entity('allocation_part')
@ForeignKey(() => AllocationRunEntity, ['cityId', 'runId'], ['cityId', 'runId'], {
  name: 'fk_allocation_part__run',
})
@Check('ck_allocation_part__fen', `fen >= 0 and part >= 0`)
export class AllocationPartEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_allocation_part' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_allocation_part' })
  runId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_allocation_part' })
  countyId: string;

  @Column('integer')
  part: number;

  @Column({ ...fenColumn })
  fen: Fen;
}
