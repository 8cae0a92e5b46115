/** What pairwise comparisons give; every figure rounded to 12 significant digits. */
export interface AhpFigures {
  /** In the order of the criteria; positive, sum 1. */
  readonly weights: readonly number[];
  readonly lambdaMax: number;
  /** (lambdaMax − n) ÷ (n − 1), of lambdaMax as printed; 0 for one criterion. */
  readonly consistencyIndex: number;
  /** consistencyIndex ÷ random index; 0 for one or two criteria. Under 0.10 is the usual bound. */
  readonly consistencyRatio: number;
}

/** A matrix of judgements as doubles, with what follows from it. */
export interface AhpWorking extends AhpFigures {
  readonly judgements: readonly (readonly number[])[];
}
