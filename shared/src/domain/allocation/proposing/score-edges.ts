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
 * 得分再高 0.6 分，测算名额由 25 变为 26: the smallest rise of the county's own score that gives it a post more, and the
 * smallest fall that costs it one, all else equal; null where none does. Exact in hundredths of a point. Both are those of
 * the calculation before 有把握才调整, so that the sentence says from which computed number to which: the county may keep
 * another one.
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
      more: more === null ? null : edge(search, more, true),
      fewer: fewer === null ? null : edge(search, fewer, false),
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

/** The first step that moves the county's own parts, and what they are there. */
interface FoundStep {
  readonly steps: number;
  readonly part: bigint;
}

function smallestStep(search: EdgeSearch, rising: boolean): FoundStep | null {
  const { input, unmoved, unit, score, part } = search;
  const steps = stepsToTry(score, input.policy.performance, rising);
  const movedTo = (place: number): bigint | null => {
    const step = steps[place] ?? 0;
    const changed = add(score, rational(rising ? step : -step, STEPS_PER_POINT));
    const units = input.units.map((one, index) => (index === unit ? { ...one, score: changed } : one));
    const own = partsUnder({ ...input, units }, unmoved)?.[unit];
    // Where no share is left nothing can be split: that is no post more or fewer.
    return own !== undefined && (rising ? own > part : own < part) ? own : null;
  };
  let [low, high] = [0, steps.length - 1];
  let found = high < 0 ? null : movedTo(high);
  if (found === null) return null;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const moved = movedTo(middle);
    if (moved === null) low = middle + 1;
    else [high, found] = [middle, moved];
  }
  return { steps: steps[high] ?? 0, part: found };
}

function edge({ part: from }: EdgeSearch, { steps, part: to }: FoundStep, rising: boolean): ProposedEdge {
  const points = printUnits(BigInt(steps), 2).replace(/\.?0+$/, '');
  return {
    points,
    text: rising
      ? bilingual(
          `得分再高 ${points} 分，测算名额由 ${from} 变为 ${to}`,
          `with ${points} points more the computed posts go from ${from} to ${to}`,
        )
      : bilingual(
          `得分再低 ${points} 分，测算名额由 ${from} 变为 ${to}`,
          `with ${points} points fewer the computed posts go from ${from} to ${to}`,
        ),
  };
}
