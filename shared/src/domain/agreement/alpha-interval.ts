import { subtract } from '../numbers/rational';
import { nearestDouble } from '../weighting/nearest-double';
import { alphaOf, withinOf, type AlphaWorking } from './krippendorff-alpha';
import { tOf95 } from './quantiles';
import type { Interval } from './ratings';

/**
 * A 95 % interval of alpha by the jackknife over the rated things (J. W. Tukey 1958; B. Efron, The Jackknife, the
 * Bootstrap and Other Resampling Plans, 1982): alpha ± t · √((n − 1)/n · Σ (alphaᵢ − mean)²), alphaᵢ without thing i,
 * t with n − 1 degrees of freedom; the upper end stops at 1. Unlike the usual bootstrap it needs no chance, so anybody
 * can repeat it. Distances (the ranks of the ordinal level) are kept as the whole table gave them, as in Krippendorff's
 * own bootstrap.
 *
 * Null with fewer than two things that two raters rated, and where one thing alone makes all the difference.
 * Example: ratings that always agree have 1 … 1.
 */
export function alphaInterval(working: AlphaWorking): Interval | null {
  const { units, pairable, within, between, alpha } = working;
  const things = units.length;
  if (!alpha || things < 2) return null;
  const without: number[] = [];
  for (const unit of units) {
    const rest = alphaOf({
      pairable: pairable - unit.ratings,
      within: subtract(within, withinOf(unit)),
      between: between - unit.toAll + unit.within,
    });
    if (!rest) return null;
    without.push(nearestDouble(rest));
  }
  const ascending = without.sort((a, b) => a - b);
  const mean = ascending.reduce((sum, value) => sum + value, 0) / things;
  const squares = ascending.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const half = tOf95(things - 1) * Math.sqrt(((things - 1) / things) * squares);
  const value = nearestDouble(alpha);
  return [value - half, Math.min(1, value + half)];
}
