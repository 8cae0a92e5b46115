import type { Fen } from '@yuheng/shared/domain/money/fen';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { fenColumn } from '../database/fen-column';

/** What a ledger comes to; kept by the trigger of its entries, and its checks are the rules of money. */
@Entity('ledger_balance')
@Check('ck_ledger_balance__received', `received_fen + returned_fen <= issued_fen`)
@Check('ck_ledger_balance__passed_on', `passed_on_fen <= received_fen`)
@Check('ck_ledger_balance__granted', `granted_fen <= received_fen`)
@Check(
  'ck_ledger_balance__sign',
  `least(passed_on_fen, granted_fen, advanced_fen, county_fen, other_fen, returned_fen) >= 0`,
)
export class LedgerBalanceEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_ledger_balance' })
  cityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_ledger_balance' })
  countyId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_ledger_balance' })
  programId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_ledger_balance' })
  year: number;

  @Column('integer')
  entries: number;

  @Column({ ...fenColumn })
  issuedFen: Fen;

  @Column({ ...fenColumn })
  receivedFen: Fen;

  @Column({ ...fenColumn })
  passedOnFen: Fen;

  /** Paid from the city grant, settlements of advances included. */
  @Column({ ...fenColumn })
  grantedFen: Fen;

  /** Advanced by the county and not settled yet. */
  @Column({ ...fenColumn })
  advancedFen: Fen;

  @Column({ ...fenColumn })
  countyFen: Fen;

  @Column({ ...fenColumn })
  otherFen: Fen;

  /** 交回: of what was received; it is no longer in `receivedFen`, and makes no room for another receipt. */
  @Column({ ...fenColumn })
  returnedFen: Fen;
}
