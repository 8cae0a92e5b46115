import {
  compare,
  multiply,
  ONE,
  parseDecimal,
  rational,
  reduce,
  ZERO,
  type Rational,
} from '../numbers/rational';
import { refusal, type Refusal } from '../refusal';
import { LARGEST_SEED } from './generator';

/** How the stability of a split is examined: settings of the policy, with these defaults, kept with every run. */
export interface StabilitySettings {
  /** A whole number from 0 to 2^32 − 1: the same seed gives the same answer. */
  readonly seed: number;
  /** A whole number from 1 to `MOST_RUNS`. */
  readonly runs: number;
  /** Rater error: the standard deviation of a unit's total, in points, 0 to 100. */
  readonly scoreError: Rational;
  /** How far each weight may be off, as a share of itself in thousandths, 0 up to (not including) 1; none by default. */
  readonly weightUncertainty?: Rational;
}

export const MOST_RUNS = 1_000_000;

/** Runs times units: up to here whoever verifies a certificate waits for less than a minute. */
export const MOST_SIMULATED = 20_000_000;

/**
 * A total is taken to be right within about two points: in two of three cases a second evaluation would come that near.
 * A setting without an official source, because the rater error of this evaluation has not been measured yet; once two
 * evaluators have marked the same counties, the agreement statistics give a figure of its own.
 */
export const DEFAULT_STABILITY_SETTINGS: StabilitySettings = {
  seed: 20_140_067,
  runs: 10_000,
  scoreError: rational(2),
};

/** 有把握才调整: the share of runs in which a direction must hold before a part moves (rules.md section 8). */
export const DEFAULT_THRESHOLD: Rational = parseDecimal('0.9') ?? ONE;

const isWhole = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

const inThousandths = (share: Rational): boolean =>
  reduce(multiply(share, rational(1000))).denominator === 1n;

/** What is wrong with the settings, each with its pointer from /stability. */
export function settingsRefusals(settings: StabilitySettings): readonly Refusal[] {
  const { seed, runs, scoreError, weightUncertainty = ZERO } = settings;
  const refusals: Refusal[] = [];
  if (!isWhole(seed, 0, LARGEST_SEED)) {
    refusals.push(
      refusal(
        '/stability/seed',
        `随机种子应为 0 至 ${LARGEST_SEED} 的整数，请改正`,
        `The seed must be a whole number from 0 to ${LARGEST_SEED}; correct it`,
      ),
    );
  }
  if (!isWhole(runs, 1, MOST_RUNS)) {
    refusals.push(
      refusal(
        '/stability/runs',
        `模拟次数应为 1 至 ${MOST_RUNS} 的整数，请改正`,
        `The number of runs must be a whole number from 1 to ${MOST_RUNS}; correct it`,
      ),
    );
  }
  if (scoreError.numerator < 0n || compare(scoreError, rational(100)) > 0) {
    refusals.push(
      refusal(
        '/stability/scoreError',
        '评分误差（标准差）应在 0 至 100 分之间，请改正',
        'The rater error (standard deviation) must lie between 0 and 100 points; correct it',
      ),
    );
  }
  if (
    weightUncertainty.numerator < 0n ||
    compare(weightUncertainty, ONE) >= 0 ||
    !inThousandths(weightUncertainty)
  ) {
    refusals.push(
      refusal(
        '/stability/weightUncertainty',
        '权重不确定幅度应不小于 0 且小于 1，最多三位小数，请改正',
        'The uncertainty of weights must be at least 0 and below 1, with three decimals at most; correct it',
      ),
    );
  }
  return refusals;
}
