import type { Role } from '@yuheng/shared/contract/roles';
import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';
import type { SheetKind } from '@yuheng/shared/domain/sheets/sheet';
import { ProblemException } from '../http/problem-exception';

interface Duties {
  readonly write: Role;
  readonly approve: Role;
  readonly words: Bilingual;
}

/** Whose each kind of sheet is: an inspector's, approved by the program office; a county's, approved in the county. */
const DUTIES: Readonly<Record<SheetKind, Duties>> = {
  inspection: {
    write: 'inspector',
    approve: 'programOfficer',
    words: bilingual(
      '督查表由督查人员填报，由项目管理人员审核。',
      'Inspection sheets are filled in by inspectors and approved by the program office.',
    ),
  },
  spending: {
    write: 'countyOfficer',
    approve: 'countyApprover',
    words: bilingual(
      '支出表由县（市、区）填报人员填报，由本县（市、区）审核人员审核。',
      'Spending sheets are filled in by the county’s officer and approved by the county’s approver.',
    ),
  },
  workload: {
    write: 'countyOfficer',
    approve: 'countyApprover',
    words: bilingual(
      '工作量表由县（市、区）填报人员填报，由本县（市、区）审核人员审核。',
      'Workload sheets are filled in by the county’s officer and approved by the county’s approver.',
    ),
  },
};

export type SheetDuty = 'write' | 'approve' | 'reopen';

/** Whether one of the roles has a duty on a kind of sheet. The program office alone opens an approved one again. */
export const hasDuty = (duty: SheetDuty, kind: SheetKind, roles: readonly Role[]): boolean =>
  roles.includes(duty === 'reopen' ? 'programOfficer' : DUTIES[kind][duty]);

/** @throws ProblemException refused, saying whose the kind of sheet is. */
export function requireDuty(duty: SheetDuty, kind: SheetKind, roles: readonly Role[]): void {
  if (!hasDuty(duty, kind, roles)) throw new ProblemException('refused', DUTIES[kind].words);
}
