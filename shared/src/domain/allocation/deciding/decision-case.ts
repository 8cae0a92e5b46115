import type { Bilingual } from '../../bilingual';
import type { IsoDate } from '../../period/year-month';
import type { DecisionEntry, DecisionRole } from './decision';

/** What a decision rests on besides its log. */
export interface DecisionCase {
  /** In the order of their numbers. */
  readonly entries: readonly DecisionEntry[];
  /** Who saved the scenario: nobody approves what they made. Null: nobody signed in did. */
  readonly author: string | null;
  /** Persons on post who would be fewer (人员影响). */
  readonly personsReduced: number;
  /** Whether a 人员安置意见 is attached. */
  readonly staffingOpinion: boolean;
  /** Why the scenario no longer rests on what holds today; null while it does. */
  readonly stale: Bilingual | null;
  /** The document of another decision of the same program and year that is in force and that this one does not correct. */
  readonly decidedBefore: string | null;
}

/** Who enters: an account with the roles that it holds. */
export interface DecisionActor {
  readonly id: string;
  readonly roles: readonly DecisionRole[];
}

/** What somebody wants to enter, on which day. */
export interface EntryWanted {
  readonly entry: Pick<
    DecisionEntry,
    'step' | 'outcome' | 'way' | 'on' | 'documentNumber' | 'reason' | 'file'
  >;
  readonly by: DecisionActor;
  readonly today: IsoDate;
}
