import type { Step } from '../../apportionment/explaining/sheet-step';
import type { Bilingual } from '../../bilingual';
import type { IsoDate } from '../../period/year-month';
import type { Steadiness } from '../../simulation/steadiness';
import type { AllocationWarning } from '../allocation';
import type { DecimalText, FactorId } from '../settings/allocation-settings';

/** How sure one county's change is. */
export interface ProposedCertainty {
  readonly steadiness: Steadiness;
  readonly word: Bilingual;
  /** Simulations in which the direction holds, of so many; and the same as a percent, cut after two decimals. */
  readonly heldRuns: number;
  readonly runs: number;
  readonly heldPercent: DecimalText;
  readonly text: Bilingual;
  /** By ascending parts; the runs sum to all runs with a split. */
  readonly distribution: readonly { readonly part: number; readonly runs: number }[];
}

/** 得分再高 0.6 分，测算名额由 25 变为 26: how far the county's own score stands from a computed post more or fewer. */
export interface ProposedEdge {
  readonly points: DecimalText;
  readonly text: Bilingual;
}

/** One factor of one county as it entered the split. */
export interface ProposedFigure {
  readonly factor: FactorId;
  readonly value: DecimalText;
  /** Months of the window that have the figure, and those of them that nobody approved yet; 0 of what has no months. */
  readonly months: number;
  readonly unapprovedMonths: readonly string[];
}

export interface ProposedCounty {
  readonly county: string;
  readonly lastPart: number;
  readonly lastFen: number;
  /** Parts of 维持现行分配 under the same pool and bounds. */
  readonly keptPart: number;
  /** What the policy gives without 有把握才调整. */
  readonly proposedPart: number;
  /** After it; without the gate the same. */
  readonly part: number;
  readonly fen: number;
  readonly change: number;
  readonly changeFen: number;
  /** Of last year's money, with sign and two decimals at most: "+8.33", "0", "−4"; null where last year's was 0. */
  readonly changePercent: string | null;
  /** 提前下达, and 正式下达 = the rest (negative: 多退). */
  readonly advanceFen: number;
  readonly finalFen: number;
  /** The score that entered, of own indicators or all; null where performance does not count. */
  readonly score: DecimalText | null;
  readonly floor: number;
  readonly cap: number | null;
  /** Persons on post in the latest approved month of the window. */
  readonly onPost: number;
  readonly vacant: number;
  readonly personsReduced: number;
  readonly figures: readonly ProposedFigure[];
  /** Whole proposals only; a quick one has neither. */
  readonly certainty: ProposedCertainty | null;
  readonly edges: { readonly more: ProposedEdge | null; readonly fewer: ProposedEdge | null } | null;
  readonly reason: Bilingual;
  readonly steps: readonly Step[];
}

export interface ProposalWarning {
  readonly kind: AllocationWarning['kind'] | 'gradeCliff' | 'unapprovedMonths' | 'cannotMove';
  readonly county?: string;
  readonly text: Bilingual;
}

/** The one change of a single evaluator's mark, smaller than every other, that would move a post; null: none does. */
export interface MarkSensitivity {
  readonly county: string;
  readonly indicator: string;
  /** Which evaluator's mark, by the order in which the run froze them, from 1: nobody is named. */
  readonly place: number;
  readonly from: DecimalText;
  readonly to: DecimalText;
  /** Whose computed posts it would change, by id of the county (code point); absent in runs of before they were kept. */
  readonly moves?: readonly { readonly county: string; readonly from: number; readonly to: number }[];
  readonly text: Bilingual;
}

/**
 * 测算稿: what a policy makes of the evidence of a year, in figures and words, the same in browser and server. It is
 * deterministic; its canonical JSON is the same to the byte wherever it is computed.
 */
export interface AllocationProposal {
  /** quick: without simulation and edges, for a control that was just moved; then `part` is `proposedPart`. */
  readonly depth: 'quick' | 'whole';
  readonly headline: Bilingual;
  readonly pool: { readonly posts: number; readonly fenPerPost: number; readonly totalFen: number };
  /** The settings, a line each. */
  readonly policy: readonly Bilingual[];
  readonly peopleEffect: {
    readonly personsReduced: number;
    readonly text: Bilingual;
    /** The first contract year after the money's year began; null where nobody's post is cut. */
    readonly cutTakesEffectOn: IsoDate | null;
  };
  readonly warnings: readonly ProposalWarning[];
  readonly nearestMark: MarkSensitivity | null;
  readonly counties: readonly ProposedCounty[];
}
