import type { Rational } from '../numbers/rational';

export type EntropyDirection = 'max' | 'min';
export type EntropyNormalisation = 'min-max' | 'sum';

export interface EntropyInput {
  /** Rows are units, columns indicators. */
  readonly matrix: readonly (readonly Rational[])[];
  /** One a column: is more better ('max') or less ('min')? */
  readonly directions: readonly EntropyDirection[];
  readonly normalise: EntropyNormalisation;
}

/** One indicator, worked out. */
export interface EntropyColumn {
  /** One a row, sum 1; empty for a column of zero range. */
  readonly shares: readonly number[];
  readonly entropy: number;
  /** 1 − entropy. */
  readonly information: number;
}
