import type { Fen } from '@yuheng/shared/domain/money/fen';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { fenColumn } from '../database/fen-column';

const LEDGER = ['cityId', 'countyId', 'programId', 'year'] as const;

/** One line of a county's ledger; never changed, never removed: a correction is a reversal (红字冲销). */
@Entity('ledger_entry')
@Index('ix_ledger_entry__county', ['countyId', 'programId', 'year'])
@Unique('uq_ledger_entry__number', [...LEDGER, 'number'])
@Unique('uq_ledger_entry__reverses', [...LEDGER, 'reverses'])
@Index('ix_ledger_entry__group', ['cityId', 'countyId', 'programId', 'groupId'])
@ForeignKey(() => LedgerEntryEntity, [...LEDGER, 'reverses'], [...LEDGER, 'entryId'], {
  name: 'fk_ledger_entry__reverses',
})
@ForeignKey(() => LedgerEntryEntity, [...LEDGER, 'settles'], [...LEDGER, 'entryId'], {
  name: 'fk_ledger_entry__settles',
})
@Check('ck_ledger_entry__link', `link in ('issue', 'receipt', 'passOn', 'payment')`)
@Check('ck_ledger_entry__source', `source in ('cityGrant', 'countyPart', 'countyAdvance', 'other')`)
@Check('ck_ledger_entry__kind', `kind in ('ordinary', 'reversal', 'settlement', 'carryOver', 'return')`)
@Check(
  'ck_ledger_entry__fen',
  `fen <> 0 and (kind <> 'ordinary' or fen > 0) and (kind <> 'return' or fen < 0)`,
)
@Check('ck_ledger_entry__chain', `link = 'payment' or source = 'cityGrant'`)
@Check('ck_ledger_entry__reverses', `(kind = 'reversal') = (reverses is not null)`)
@Check(
  'ck_ledger_entry__settles',
  `(kind <> 'settlement' or settles is not null) and (settles is null or kind in ('settlement', 'reversal'))
    and (settles is null or (link = 'payment' and source in ('cityGrant', 'countyAdvance')))`,
)
@Check('ck_ledger_entry__year_end', `kind not in ('carryOver', 'return') or link <> 'payment'`)
@Check('ck_ledger_entry__month_worked', `month_worked ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`)
@Check(
  'ck_ledger_entry__document',
  `entered_by is null or source_document is not null or kind = 'reversal'
    or (document_number is not null and subject is not null)`,
)
@Check('ck_ledger_entry__wages', `source_document is null or (link = 'payment' and month_worked is not null)`)
export class LedgerEntryEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_ledger_entry' })
  cityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_ledger_entry' })
  countyId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_ledger_entry' })
  programId: string;

  /** The year of the money, whichever year it moves in. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_ledger_entry' })
  year: number;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_ledger_entry' })
  entryId: string;

  /** Its place in the ledger, without gaps; given by the database. */
  @Column('integer')
  number: number;

  /** Entries of one act: they stand and fall together. */
  @Column('uuid')
  groupId: string;

  @Column('text')
  link: string;

  @Column('text')
  source: string;

  @Column('text')
  kind: string;

  @Column({ ...fenColumn })
  fen: Fen;

  @Column('date')
  datedOn: string;

  @Column('text', { nullable: true })
  documentNumber: string | null;

  /** 会计科目 */
  @Column('text', { nullable: true })
  subject: string | null;

  /** 工资所属月份, of wage lines. */
  @Column('text', { nullable: true })
  monthWorked: string | null;

  /** The entry that this one takes back. */
  @Column('uuid', { nullable: true })
  reverses: string | null;

  /** The advance that this one settles (归垫). */
  @Column('uuid', { nullable: true })
  settles: string | null;

  /** The sheet that posted it, such as spending/2026-01; null for what was entered by hand. */
  @Column('text', { nullable: true })
  sourceDocument: string | null;

  /** null: the program itself. */
  @Column('text', { nullable: true })
  enteredBy: string | null;

  @Column('timestamptz')
  enteredAt: Date;

  @Column('text', { nullable: true })
  reason: string | null;
}
