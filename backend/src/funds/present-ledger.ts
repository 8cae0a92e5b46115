import type {
  LedgerBalance as ShownBalance,
  LedgerEntry as ShownEntry,
} from '@yuheng/shared/contract/ledger';
import { balanceInWords } from '@yuheng/shared/domain/ledger/balance-in-words';
import type { LedgerAct, LedgerBalance, LedgerEntry } from '@yuheng/shared/domain/ledger/ledger';
import { fen } from '@yuheng/shared/domain/money/fen';
import type { BalanceRow, EntryRow } from './ledger.queries';
import { mayReverse } from './who-enters';

export const presentEntry = (row: EntryRow, acts: readonly LedgerAct[]): ShownEntry => ({
  ...row,
  reversible: mayReverse(row, acts),
});

/** Of a county without posts, budget and entries that year. */
export const emptyBalance = (county: string): BalanceRow => ({
  county,
  issued: 0,
  received: 0,
  passedOn: 0,
  granted: 0,
  advanced: 0,
  countyPart: 0,
  other: 0,
  returned: 0,
  budget: null,
});

export function presentBalance(row: BalanceRow, name: string): ShownBalance {
  const { county, issued, received, passedOn, granted, advanced, countyPart, other, returned, budget } = row;
  const { text, overBudget } = balanceInWords(balanceOf(row), budget === null ? null : fen(budget));
  return {
    county,
    name,
    issuedFen: issued,
    receivedFen: received,
    passedOnFen: passedOn,
    paidFen: { cityGrant: granted, countyPart, countyAdvance: advanced, other },
    returnedFen: returned,
    availableFen: received - granted,
    budgetFen: budget,
    overBudget,
    text,
  };
}

export const balanceOf = (row: BalanceRow | undefined): LedgerBalance => ({
  issued: fen(row?.issued ?? 0),
  received: fen(row?.received ?? 0),
  passedOn: fen(row?.passedOn ?? 0),
  granted: fen(row?.granted ?? 0),
  advanced: fen(row?.advanced ?? 0),
  returned: fen(row?.returned ?? 0),
});

export const toEntry = (row: EntryRow): LedgerEntry => ({
  id: row.id,
  group: row.group,
  year: row.year,
  link: row.link,
  source: row.source,
  kind: row.kind,
  amount: fen(row.fen),
  on: row.on,
  documentNumber: row.documentNumber,
  subject: row.subject,
  monthWorked: row.monthWorked,
  reverses: row.reverses,
  settles: row.settles,
});
