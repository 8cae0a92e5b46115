import type { Bilingual } from '../bilingual';

/** What is to be done: 时限提醒、待办. */
export type DutyKind =
  | 'issue'
  | 'passOn'
  | 'filing'
  | 'inspection'
  | 'spending'
  | 'workload'
  | 'midYearMonitoring'
  | 'annualMethod'
  | 'selfEvaluation'
  | AskedKind
  | 'claims'
  | 'payout';

/** What an evaluation round asks of a county: 补充佐证, 资料清单, 征求意见. */
export type AskedKind = 'evidenceRequest' | 'documentRequest' | 'reply';

/** Who owes it. */
export type DutyParty =
  'cityFinance' | 'cityJustice' | 'countyFinance' | 'countyJustice' | 'mediationCommittees';

/** How long after its start a duty is due. A day of the following month that the month does not have is its last day. */
export interface DutyTerm {
  readonly unit: 'days' | 'workingDays' | 'months' | 'dayOfNextMonth';
  readonly count: number;
}

/** A day of the year that the duty belongs to, or of the year after it. */
export interface FixedDay {
  readonly month: number;
  readonly day: number;
  readonly nextYear: boolean;
}

/** How the clock of a duty starts, and when it runs out. */
export type DutyClock =
  | { readonly from: 'monthEnd' | 'receipt'; readonly term: DutyTerm }
  | { readonly from: 'fixedDays'; readonly days: readonly FixedDay[] };

/** What a duty rests on: a clause of a document with the words of it. Without one in force nothing is ever overdue. */
export interface DutyBasis {
  readonly document: string;
  readonly clause: string;
  /** The year of the document: before it, it was no basis. */
  readonly year: number;
  readonly quotation: string;
  /** Whether the clause says the term itself; where it does not, the term is a setting, and the page says so. */
  readonly statesTerm: boolean;
  /** The last year in which it is in force; null: until an officer ends it. */
  readonly until: number | null;
}

/** What an officer may change of a rule; each change is a new version, and the old one stays. */
export interface DutyTerms {
  readonly clock: DutyClock;
  readonly bases: readonly DutyBasis[];
}

/** A rule of the program: what, by whom, and the terms that hold until somebody changes them. */
export interface DutyRule extends DutyTerms {
  readonly id: string;
  readonly program: 'assistants' | 'mediation';
  readonly kind: DutyKind;
  readonly name: Bilingual;
  readonly owedBy: readonly DutyParty[];
  /** Once for each county, or once for the city. */
  readonly each: 'county' | 'city';
  /**
   * Whether the program holds the record that shows it done. Where it does not, the duty reminds of its day, and is never
   * said to be overdue.
   */
  readonly recorded: boolean;
}

/** Of what a round asks nobody sets the terms in general: each has its day from whoever asks. */
export interface AskedRule {
  readonly id: AskedKind;
  readonly kind: AskedKind;
  readonly name: Bilingual;
  readonly owedBy: readonly DutyParty[];
  readonly recorded: true;
  /** Whether it can still be done after its day, and is overdue then. */
  readonly binding: boolean;
  /** On what it rests, and who sets its day, in words. */
  readonly basis: Bilingual;
  readonly term: Bilingual;
}
