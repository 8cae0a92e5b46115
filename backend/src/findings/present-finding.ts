import type { Finding } from '@yuheng/shared/contract/findings';
import { mayDo } from '@yuheng/shared/contract/roles';
import { ageInWorkingDays } from '@yuheng/shared/domain/findings/age-in-working-days';
import { actOnFinding } from '@yuheng/shared/domain/findings/finding-acts';
import { findingState, isFindingOverdue } from '@yuheng/shared/domain/findings/finding-state';
import { recordId } from '@yuheng/shared/domain/findings/record-id';
import { daysBetween, type IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { WorkingCalendar } from '@yuheng/shared/domain/period/working-days';
import type { SignedIn } from '../identity/signed-in';
import type { FindingRow } from './findings.repository';

export interface FindingReader {
  readonly account: SignedIn;
  readonly asOf: IsoDate;
  readonly calendar: WorkingCalendar;
  readonly nameOf: (county: string) => string;
}

/** A finding as one reader sees it: with what he may do, and with the doubt behind it only where he reads doubts. */
export function presentFinding(row: FindingRow, reader: FindingReader): Finding {
  const { account, asOf, calendar } = reader;
  const { roles, username } = account;
  return {
    id: recordId(row),
    version: row.version,
    program: row.program as Finding['program'],
    county: row.county,
    countyName: reader.nameOf(row.county),
    month: row.month,
    item: row.item,
    itemName: row.itemName,
    doubt: row.doubt !== null && mayDo('doubt:read', roles) ? recordId(row) : null,
    round: row.round,
    clause: row.clause,
    summary: row.summary,
    responsible: row.responsible,
    state: findingState(row),
    overdue: isFindingOverdue(row, asOf),
    daysOverdue: isFindingOverdue(row, asOf) ? daysBetween(row.deadline, asOf) : 0,
    repeated: row.repeated,
    foundOn: row.foundOn,
    deadline: row.deadline,
    rectifiedOn: row.rectifiedOn,
    returnedOn: row.returnedOn,
    closedOn: row.closedOn,
    age: ageInWorkingDays(row.foundOn, row.closedOn ?? asOf, calendar),
    acts: [
      ...(mayDo('finding:rectify', roles) && isPossible(row, 'rectify', username)
        ? (['rectify'] as const)
        : []),
      ...(mayDo('finding:recheck', roles) && isPossible(row, 'pass', username) ? (['recheck'] as const) : []),
    ],
  };
}

const isPossible = (row: FindingRow, act: 'rectify' | 'pass', by: string): boolean =>
  actOnFinding(findingState(row), { act, by, rectifiedBy: row.rectifiedBy }).ok;
