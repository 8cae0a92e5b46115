import { add, compare, divide, rational, subtract, ZERO, type Rational } from '../../numbers/rational';
import type { AllocationEvidence, CountyEvidence } from '../evidence/allocation-evidence';
import { evaluatedYearOf, evidenceWindow, windowFigure } from '../evidence/window-figures';
import { FACTOR_IDS, type AllocationSettings, type FactorId } from '../settings/allocation-settings';

export interface AlikeCounties {
  /** By which factors they were compared: those that every county has a figure of, in the stated order. */
  readonly factors: readonly FactorId[];
  /** In official order. */
  readonly counties: readonly string[];
}

/**
 * 条件最接近的县（市、区）, not 条件相近 (regions/like-conditions.ts: a band, in which there may be none): the `count`
 * counties whose factor figures over the evidence window lie nearest to those of `county`. The distance is the sum over the factors of |difference| ÷ mean of all counties, exactly, so that no factor
 * counts more because its figures are larger. A factor that some county has no figure of compares nobody; one whose mean
 * is 0 tells nothing. At equal distance the county that stands first in official order is nearer. It compares conditions,
 * never results.
 *
 * @throws RangeError for a county that is not in the evidence
 * Example: posts 25, 15, 16, 30 alone and one county asked for: that of 15 is alike to that of 16, and that of 30 to 25.
 */
export function alikeCounties(
  evidence: AllocationEvidence,
  window: AllocationSettings['window'],
  { county, count }: { readonly county: string; readonly count: number },
): AlikeCounties {
  const at = evidence.counties.findIndex((one) => one.county === county);
  if (at < 0) throw new RangeError(`"${county}" is not in the evidence.`);
  const compared = FACTOR_IDS.flatMap((factor) => {
    const figures = figuresOf(factor, evidence, window);
    return figures ? [{ factor, figures, mean: meanOf(figures) }] : [];
  });
  const distances = evidence.counties.map((_, index) =>
    compared.reduce((sum, { figures, mean }) => {
      if (mean.numerator === 0n) return sum;
      const difference = subtract(figures[index] ?? ZERO, figures[at] ?? ZERO);
      const size = difference.numerator < 0n ? subtract(ZERO, difference) : difference;
      return add(sum, divide(size, mean));
    }, ZERO),
  );
  const nearest = evidence.counties
    .map((_, index) => index)
    .filter((index) => index !== at)
    .sort((a, b) => compare(distances[a] ?? ZERO, distances[b] ?? ZERO) || a - b)
    .slice(0, count);
  return {
    factors: compared.map(({ factor }) => factor),
    counties: nearest.sort((a, b) => a - b).map((index) => evidence.counties[index]?.county ?? ''),
  };
}

/** Null where one county has no figure. */
function figuresOf(
  factor: FactorId,
  evidence: AllocationEvidence,
  settings: AllocationSettings['window'],
): readonly Rational[] | null {
  const window = evidenceWindow(evaluatedYearOf(evidence), settings);
  const figures = evidence.counties.map((county: CountyEvidence) => {
    const figure = windowFigure(factor, { county, window, at: '' });
    return 'exact' in figure ? figure.exact : null;
  });
  return figures.every((figure) => figure !== null) ? figures : null;
}

const meanOf = (figures: readonly Rational[]): Rational =>
  divide(
    figures.reduce((sum, figure) => add(sum, figure), ZERO),
    rational(figures.length),
  );
