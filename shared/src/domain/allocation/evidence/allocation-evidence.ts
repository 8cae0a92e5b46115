import type { Bilingual } from '../../bilingual';
import type { Stage } from '../../metrics/facts';
import type { IsoDate, YearMonth } from '../../period/year-month';
import type { ResponsibleOffice } from '../../scoring/method';
import type { DecimalText } from '../settings/allocation-settings';

/** What one month says of a county. A figure that was not reported is null, never 0. */
export interface MonthEvidence {
  readonly month: YearMonth;
  /** Persons on post, from the month's spending sheet. */
  readonly onPost: number | null;
  readonly onPostStage: Stage;
  /** Supervised persons: the mean of the month's start and end, as a decimal of one place at most. */
  readonly supervised: DecimalText | null;
  readonly resettled: number | null;
  readonly assessments: number | null;
  readonly workloadStage: Stage;
}

/** One leaf of the finalised result of one county. */
export interface LeafEvidence {
  readonly indicator: string;
  /** Null with its state: it counts neither as a score nor as marks. */
  readonly score: DecimalText | null;
  readonly state: 'scored' | 'notApplicable' | 'missing';
  /** What each evaluator gave, in the order in which the run froze them, where the leaf is marked by evaluators; else empty. */
  readonly marks: readonly DecimalText[];
}

export interface CountyEvidence {
  readonly county: string;
  /** The split in force. */
  readonly lastPosts: number;
  readonly lastFen: number;
  /** Up to three years up to the evaluated year, in order; months without any row are left out. */
  readonly months: readonly MonthEvidence[];
  /** 司法所 in force on the day of the evidence; null: none is known of the county. */
  readonly justiceOffices: number | null;
  /** The finalised total as printed; null without a result. */
  readonly total: DecimalText | null;
  readonly leaves: readonly LeafEvidence[];
  /**
   * 负面清单 for which the county justice bureau answers and that has occurred: its score is so much at most, as a percent
   * of full marks; the lowest of several. Null: none has.
   */
  readonly vetoCap: DecimalText | null;
}

/** The finalised evaluation that scores are taken from. */
export interface ScoringEvidence {
  readonly run: string;
  readonly inputsSha256: string;
  readonly kind: 'departmentEvaluation' | 'financeEvaluation';
  /** The evaluated year. */
  readonly year: number;
  readonly finalisedOn: IsoDate;
  readonly documentNumber: string | null;
  /** Leaves of its method, in its order; vetoes have 0 marks. */
  readonly leaves: readonly {
    readonly indicator: string;
    readonly name: Bilingual;
    readonly marks: DecimalText;
    readonly responsible: ResponsibleOffice | null;
    /** How the marks of several evaluators become one; null: not marked by evaluators. */
    readonly aggregate: 'mean' | 'median' | 'trimmedMean' | null;
  }[];
}

/** Everything a split is computed from besides the settings: one frozen snapshot, the same in browser and server. */
export interface AllocationEvidence {
  readonly program: 'assistants' | 'mediation';
  /** The year whose money is split. */
  readonly year: number;
  /** The year before: what the window ends with when no result is chosen. */
  readonly evaluatedYear: number;
  readonly fenPerPost: number;
  readonly lastSplit: { readonly year: number; readonly publication: number; readonly source: Bilingual };
  readonly scoring: ScoringEvidence | null;
  /** In official order. */
  readonly counties: readonly CountyEvidence[];
}
