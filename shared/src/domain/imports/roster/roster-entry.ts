import { maskBankCardNumber, type BankCardNumber } from '../../personal-data/bank-card-number';
import {
  maskResidentIdentityNumber,
  type ResidentIdentityNumber,
} from '../../personal-data/resident-identity-number';
import type { IsoDate } from '../../period/year-month';
import type { Employment } from '../../roster/contract-term';
import type { PostPeriod } from '../../roster/post-period';
import {
  EMPLOYMENT_WORDS,
  NO_OFFICE,
  ROSTER_FIELDS,
  type RosterCells,
  type RosterField,
} from './roster-columns';

/** A justice office of the county. */
export interface RosterOffice {
  readonly id: string;
  readonly name: string;
}

/** A person as a roster records them, or as a row says; both numbers whole. */
export interface RosterEntry {
  readonly name: string;
  readonly identityNumber: ResidentIdentityNumber | null;
  readonly bankCard: BankCardNumber | null;
  readonly employment: Employment;
  /** Null: the county bureau itself. */
  readonly office: string | null;
  readonly contractFrom: IsoDate | null;
  readonly contractUntil: IsoDate | null;
  readonly insuredSince: IsoDate | null;
  /** In the order of their days, at least one. */
  readonly periods: readonly (PostPeriod & { readonly reason: string | null })[];
}

/**
 * A person as the cells of a row print them: numbers masked, of several periods on post the last one. `record` is empty:
 * the workbook knows under which number a person stands.
 */
export function rosterCells(person: RosterEntry, offices: readonly RosterOffice[]): RosterCells {
  const last = person.periods.at(-1);
  return {
    record: '',
    name: person.name,
    identityNumber: person.identityNumber === null ? '' : maskResidentIdentityNumber(person.identityNumber),
    bankCard: person.bankCard === null ? '' : maskBankCardNumber(person.bankCard),
    employment: EMPLOYMENT_WORDS[person.employment],
    office: person.office === null ? NO_OFFICE : (offices.find(({ id }) => id === person.office)?.name ?? ''),
    contractFrom: person.contractFrom ?? '',
    contractUntil: person.contractUntil ?? '',
    insuredSince: person.insuredSince ?? '',
    onPostFrom: last?.from ?? '',
    onPostUntil: last?.until ?? '',
    reason: last?.reason ?? '',
  };
}

/** The columns in which two records differ; two numbers may look alike masked, and differ all the same. */
export function changedFields(
  before: RosterEntry,
  after: RosterEntry,
  offices: readonly RosterOffice[],
): readonly RosterField[] {
  const [was, is] = [rosterCells(before, offices), rosterCells(after, offices)];
  return ROSTER_FIELDS.filter((field) =>
    field === 'identityNumber' || field === 'bankCard'
      ? before[field] !== after[field]
      : was[field] !== is[field],
  );
}
