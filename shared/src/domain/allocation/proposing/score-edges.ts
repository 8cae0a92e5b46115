import { bilingual } from '../../bilingual';
import { add, printUnits, rational, type Rational } from '../../numbers/rational';
import { partsUnder, unmovedOf, type Unmoved } from '../../simulation/parts-under';
import { STEPS_PER_POINT, stepsToTry } from '../../simulation/scores-to-try';
import type { AllocationInput } from '../allocation';
import type { ProposedEdge } from './allocation-proposal';

/** How far a county's score stands from a post more and from a post fewer. */
export interface ProposedEdges {
  readonly more: ProposedEdge | null;
  readonly fewer: ProposedEdge | null;
}

/**
 * 距离多一个名额差 0.6 分: the smallest rise of the county's own score that gives it a post more, and the smallest fall that
 * costs it one, all else equal, before 有把握才调整; null where none does. Exact in hundredths of a point.
 *
 * It finds the `ownMore` and `ownFewer` of `nearestScoreEdges` by halving instead of trying every step: a higher score
 * never lowers one's own posts (`shareStages`), so the steps that give a post more all lie beyond the first that does.
 * In the order of the units; `parts` are those of the input as it stands.
 */
export function proposedEdges(
  input: AllocationInput,
  parts: readonly number[],
): readonly (ProposedEdges | null)[] {
  const unmoved = unmovedOf(input);
  return input.units.map(({ score }, unit) => {
    if (score === undefined) return null;
    const search = { input, unmoved, unit, score, part: BigInt(parts[unit] ?? 0) };
    const [more, fewer] = [smallestStep(search, true), smallestStep(search, false)];
    return {
      more: more === null ? null : edge(more, true),
      fewer: fewer === null ? null : edge(fewer, false),
    };
  });
}

interface EdgeSearch {
  readonly input: AllocationInput;
  readonly unmoved: Unmoved;
  readonly unit: number;
  readonly score: Rational;
  readonly part: bigint;
}

function smallestStep(search: EdgeSearch, rising: boolean): number | null {
  const { input, unmoved, unit, score, part } = search;
  const steps = stepsToTry(score, input.policy.performance, rising);
  const moves = (place: number): boolean => {
    const step = steps[place] ?? 0;
    const changed = add(score, rational(rising ? step : -step, STEPS_PER_POINT));
    const units = input.units.map((one, index) => (index === unit ? { ...one, score: changed } : one));
    const own = partsUnder({ ...input, units }, unmoved)?.[unit];
    // Where no share is left nothing can be split: that is no post more or fewer.
    return own !== undefined && (rising ? own > part : own < part);
  };
  let [low, high] = [0, steps.length - 1];
  if (high < 0 || !moves(high)) return null;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (moves(middle)) high = middle;
    else low = middle + 1;
  }
  return steps[high] ?? null;
}

function edge(steps: number, rising: boolean): ProposedEdge {
  const points = printUnits(BigInt(steps), 2).replace(/\.?0+$/, '');
  return {
    points,
    text: rising
      ? bilingual(`距离多一个名额差 ${points} 分`, `${points} points from a post more`)
      : bilingual(`再低 ${points} 分就少一个名额`, `${points} points lower would cost a post`),
  };
}
