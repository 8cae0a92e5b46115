import type { Fen } from '@yuheng/shared/domain/money/fen';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { fenColumn } from '../database/fen-column';

/** 指标下达, 到位 or 拨付 of city money, dated. */
@Entity('fund_movement')
@Check('ck_fund_movement__stage', `stage in ('issue', 'receipt', 'passOn')`)
@Check('ck_fund_movement__fen', `fen <> 0`)
export class FundMovementEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_fund_movement' })
  cityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_fund_movement' })
  countyId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_fund_movement' })
  programId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_fund_movement' })
  year: number;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_fund_movement' })
  movementId: string;

  @Column('text')
  stage: string;

  @Column('date')
  movedOn: string;

  @Column({ ...fenColumn })
  fen: Fen;

  @Column('text', { nullable: true })
  documentNumber: string | null;
}
