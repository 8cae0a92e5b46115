import { Injectable } from '@nestjs/common';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';
import { ownScope, type Scope } from '../../database/scope';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import type { EvaluationKind } from '../evaluations.queries';
import { type AssignedCounty, ScoreAccessQueries } from './score-access.queries';
import {
  afterDeadline,
  conflictOfInterest,
  otherMethodVersion,
  scoringEnded,
  scoringNotStarted,
  undeclaredInterests,
  withdrawnEvaluator,
} from './score-refusals';

/** What one evaluator may read and enter in a round. */
export interface ScoreAccess {
  readonly round: string;
  readonly firm: string;
  readonly program: 'assistants' | 'mediation';
  readonly year: number;
  readonly kind: EvaluationKind;
  readonly methodVersion: number;
  readonly scoreBy: IsoDate | null;
  /** The assigned counties in official order, also those that are not opened by a declaration. */
  readonly assigned: readonly AssignedCounty[];
  /** Why nothing is entered at all, whatever the day; null: scoring is under way. */
  readonly standing: 'notStarted' | 'underWay' | 'ended';
}

/** The gate before a round's material: assignment and declared interests, then the round's own state and dates. */
@Injectable()
export class ScoreAccessService {
  constructor(private readonly queries: ScoreAccessQueries) {}

  /** @throws ProblemException not-found for who is not in the team; refused for who has left it. */
  async read(tx: EntityManager, account: SignedIn, round: string): Promise<ScoreAccess> {
    const row = await this.queries.find(tx, round, account.accountId);
    if (!row) throw new ProblemException('not-found');
    const { withdrawn, program, year, kind, methodVersion, started, ended, ...rest } = row;
    if (withdrawn) throw withdrawnEvaluator();
    if (program === null || year === null || kind === null || methodVersion === null) {
      throw new ProblemException('not-found');
    }
    const standing = ended ? 'ended' : started ? 'underWay' : 'notStarted';
    return { round, program, year, kind, methodVersion, standing, ...rest };
  }
}

/** The assigned counties whose material is open: interests are declared, and there is no conflict. */
export const openCounties = ({ assigned }: ScoreAccess): readonly AssignedCounty[] =>
  assigned.filter(({ conflict }) => conflict === false);

/** Row security itself hides every other county. */
export const scopeOfAccess = (account: SignedIn, access: ScoreAccess): Scope => ({
  ...ownScope(account.accountId),
  counties: openCounties(access).map(({ county }) => county),
});

/** @throws ProblemException not-found where nothing is assigned; refused before the declaration and in a conflict. */
export function requireCounty({ assigned }: ScoreAccess, county: string): AssignedCounty {
  const found = assigned.find((one) => one.county === county);
  if (!found) throw new ProblemException('not-found');
  if (found.conflict === null) throw undeclaredInterests();
  if (found.conflict) throw conflictOfInterest();
  return found;
}

/** What keeps everything in the round from being entered on a day; null: nothing. */
export function whyClosed({ standing, scoreBy }: ScoreAccess, today: IsoDate): ProblemException | null {
  if (standing === 'notStarted') return scoringNotStarted();
  if (standing === 'ended') return scoringEnded();
  return scoreBy !== null && today > scoreBy ? afterDeadline(scoreBy) : null;
}

/** @throws ProblemException conflict before scoring begins, after it or its last day, or by another version of the method. */
export function requireScoring(access: ScoreAccess, today: IsoDate, methodVersion: number): void {
  const closed = whyClosed(access, today);
  if (closed) throw closed;
  if (methodVersion !== access.methodVersion) throw otherMethodVersion(access.methodVersion);
}
