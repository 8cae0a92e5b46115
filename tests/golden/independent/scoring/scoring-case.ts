import type { Numeral } from '../fraction';

export type ScoringRule =
  | {
      readonly kind: 'proportional';
      readonly target: Numeral;
      readonly direction: 'atLeast' | 'atMost' | 'exactly';
      readonly overAchievement?: { readonly threshold: Numeral };
    }
  | {
      readonly kind: 'steps';
      readonly steps: readonly { readonly atLeast: Numeral; readonly ratio: Numeral }[];
    }
  | {
      readonly kind: 'bands';
      readonly bands: readonly { readonly label: string; readonly from: Numeral; readonly to: Numeral }[];
    }
  | {
      readonly kind: 'elements';
      readonly elements: readonly { readonly id: string; readonly marks: Numeral }[];
    }
  | { readonly kind: 'yesNo' }
  | { readonly kind: 'deduction'; readonly perOccurrence: Numeral; readonly floor?: Numeral }
  | { readonly kind: 'evaluator'; readonly aggregate: 'mean' | 'median' | 'trimmedMean' }
  | { readonly kind: 'veto'; readonly capTotal: Numeral };

export interface LeafValue {
  readonly actual?: Numeral;
  readonly target?: Numeral;
  readonly band?: string;
  readonly ratio?: Numeral;
  readonly met?: boolean | readonly string[];
  readonly occurrences?: Numeral;
  readonly occurred?: boolean;
  readonly marks?: readonly Numeral[];
  readonly finalScore?: Numeral;
  readonly reason?: string;
  readonly state?: 'notApplicable' | 'missing';
}

export interface Indicator {
  readonly id: string;
  readonly parent?: string;
  readonly marks?: Numeral;
  readonly rule?: ScoringRule;
}

export interface Leaf extends Indicator {
  readonly marks: Numeral;
  readonly rule: ScoringRule;
}

export interface ScoreCase {
  readonly method: {
    readonly indicators: readonly Indicator[];
    readonly scoreDecimals?: Numeral;
    readonly notApplicableWithin?: 'method' | 'parent';
  };
  readonly values: Readonly<Record<string, LeafValue>>;
}
