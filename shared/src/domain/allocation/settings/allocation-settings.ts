import type { ApportionmentMethod } from '../../apportionment/apportionment';

/** What the money can be split by. Each is a figure of every county, from the evidence of the same window. */
export const FACTOR_IDS = ['lastPosts', 'justiceOffices', 'supervised', 'resettled', 'assessments'] as const;
export type FactorId = (typeof FACTOR_IDS)[number];

/** A decimal as a text, such as "0.9": settings are stored, hashed and compared as they were published. */
export type DecimalText = string;

export interface SettingsPoint {
  readonly score: DecimalText;
  readonly coefficient: DecimalText;
}

export type PerformanceSettings =
  | { readonly mode: 'none' }
  | { readonly mode: 'continuous'; readonly from: SettingsPoint; readonly to: SettingsPoint }
  | {
      readonly mode: 'gradeCoefficient';
      readonly coefficients: {
        readonly excellent: DecimalText;
        readonly good: DecimalText;
        readonly fair: DecimalText;
        readonly poor: DecimalText;
      };
    }
  | { readonly mode: 'add'; readonly weight: DecimalText };

/** A floor or cap of one county that the rule states beside the general ones, in posts. */
export interface StatedBounds {
  readonly county: string;
  readonly floor?: number | undefined;
  readonly cap?: number | undefined;
}

/**
 * 分配办法 as data (rules.md section 8; every part of it is a setting). A published version is one of these with its
 * document; a 测算方案 is one of these tried on the evidence of a year. JSON throughout: decimals are texts.
 */
export interface AllocationSettings {
  /** Weights ≥ 0, not all 0; only their proportion counts. Each factor once. */
  readonly factors: readonly { readonly id: FactorId; readonly weight: DecimalText }[];
  readonly performance: PerformanceSettings;
  /** Whose indicators count: those that the county justice bureau answers for (re-scaled to 100), or the whole total. */
  readonly indicators: 'countyJustice' | 'all';
  /**
   * Evidence window: from January of the first of so many years that end with the evaluated year, to the month `lastMonth`
   * (1 to 12) of the evaluated year.
   */
  readonly window: { readonly years: number; readonly lastMonth: number };
  /** 参加再分配的名额: so many posts are split anew, the others stay (`movable-part.ts`); null: all of them. */
  readonly movablePosts: number | null;
  /** Verified average on post over the window, rounded up; never the roster of one day. */
  readonly floor: 'verifiedAverage' | 'none';
  readonly bounds: readonly StatedBounds[];
  readonly maximumChange: { readonly parts: number } | { readonly ratio: DecimalText } | null;
  /** 分年到位: in so many equal steps, the first of them in `firstYear`. */
  readonly phaseIn: { readonly firstYear: number; readonly years: number } | null;
  /** 有把握才调整 and how it is examined; without the gate the stability is examined and shown all the same. */
  readonly firmness: {
    readonly gate: boolean;
    readonly threshold: DecimalText;
    /** Standard deviation of a total, in points. */
    readonly scoreError: DecimalText;
    /** ± share of each weight, in thousandths at most. */
    readonly weightUncertainty: DecimalText;
    readonly runs: number;
    readonly seed: number;
  };
  /** 提前下达: so many percent of the split in force are issued in the autumn; the rest with the difference in spring. */
  readonly advancePercent: DecimalText;
  /** The month (1 to 12) in which contracts begin: a cut takes effect on its first day. */
  readonly contractYearStart: number;
  readonly method: ApportionmentMethod;
}
