import type { LedgerAct } from '@yuheng/shared/domain/ledger/ledger';
import type { Role } from '@yuheng/shared/contract/roles';
import type { EntryRow } from './ledger.queries';

/** Each role its own links of the money; wages come from approved spending sheets and from nobody's hand. */
const ACTS: Readonly<Partial<Record<Role, readonly LedgerAct[]>>> = {
  finance: ['issue'],
  countyFinance: ['receipt', 'passOn', 'return', 'carryOver'],
  countyOfficer: ['payment', 'settlement'],
};

export const actsOf = (roles: readonly Role[]): LedgerAct[] => roles.flatMap((role) => ACTS[role] ?? []);

/** The act that an entry was entered by. */
export const actOfEntry = ({ kind, link }: Pick<EntryRow, 'kind' | 'link'>): LedgerAct =>
  kind === 'settlement' || kind === 'return' || kind === 'carryOver' ? kind : link;

/** Whether an account with these acts may take an entry back now; its whole act goes with it. */
export const mayReverse = (entry: EntryRow, acts: readonly LedgerAct[]): boolean =>
  entry.kind !== 'reversal' &&
  entry.reversedBy === null &&
  entry.sourceDocument === null &&
  (entry.unsettledFen === null || entry.unsettledFen === entry.fen) &&
  acts.includes(actOfEntry(entry));
