import type { Method } from '@yuheng/shared/domain/scoring/method';
import type { ProgramId } from '@yuheng/shared/contract/values';
import type { CountyFieldwork } from '@yuheng/shared/contract/fieldwork-papers';
import type { Scope } from '../database/scope';

/** The round as fieldwork needs it. */
export interface FieldworkRound {
  readonly id: string;
  readonly program: ProgramId;
  readonly year: number;
  readonly kind: 'departmentEvaluation' | 'financeEvaluation';
  readonly finalised: boolean;
  readonly method: Method;
}

/** Who may name whom in a record of a county. */
export interface TeamMember {
  readonly username: string;
  readonly name: string;
}

/** How one account sees the fieldwork of a round: its counties, and what it does there. */
export interface FieldworkAccess {
  /** Row security hides every other county. */
  readonly scope: Scope;
  readonly reads: CountyFieldwork['reads'];
  readonly acts: CountyFieldwork['acts'];
}

/** What everything of the fieldwork of one county is keyed by. */
export interface FieldworkKey {
  readonly cityId: string;
  readonly roundId: string;
  readonly countyId: string;
}
