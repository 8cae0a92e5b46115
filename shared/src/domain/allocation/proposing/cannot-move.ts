import { rational } from '../../numbers/rational';
import { partsUnder, unmovedOf } from '../../simulation/parts-under';
import type { AllocationAnswer, AllocationUnit } from '../allocation';
import { coefficientOf } from '../coefficient';
import type { AllocationQuestion } from '../evidence/allocation-input';

const LOWEST = rational(0);
const HIGHEST = rational(100);

/** Two splits for each pair of counties: enough for those of a city, too many for a country's. */
const MOST_COUNTIES = 40;

/**
 * Whether no scores at all could move a post under a policy that counts them: every pair of counties is tried with the one
 * at 100 and the other at 0, the rest once at 0 and once at 100. If a post can move from one county to another, it does so
 * in one of these: the gap between what the one is entitled to and what the other is, is widest there, because shares rise
 * with the own score, fall with those of others, and are quotients of straight lines in each score, so that their extremes
 * lie at ends. Stops at the first split that moves; beyond 40 counties it does not ask, and says no.
 */
export function nothingCanMove(
  { input, settings }: AllocationQuestion,
  { parts }: AllocationAnswer,
  kept: readonly number[],
): boolean {
  if (settings.performance.mode === 'none') return false;
  const { units, policy } = input;
  const stays = (split: readonly (bigint | number)[] | null): boolean =>
    split !== null && split.every((part, index) => Number(part) === kept[index]);
  if (!stays(units.map(({ id }) => parts[id] ?? 0))) return false;
  if (isIndifferent(policy.performance)) return true;
  if (units.length > MOST_COUNTIES) return false;
  const unmoved = unmovedOf(input);
  const isStill = (scores: (unit: AllocationUnit, index: number) => typeof LOWEST): boolean => {
    const tried = units.map((unit, index) => ({ ...unit, score: scores(unit, index) }));
    return stays(partsUnder({ ...input, units: tried }, unmoved));
  };
  return units.every((_, best) =>
    units.every((__, worst) =>
      best === worst
        ? true
        : [LOWEST, HIGHEST].every((others) =>
            isStill((___, index) => (index === best ? HIGHEST : index === worst ? LOWEST : others)),
          ),
    ),
  );
}

/** Whether the best and the worst score are worth the same. */
function isIndifferent(performance: AllocationQuestion['input']['policy']['performance']): boolean {
  if (performance.mode === 'none') return true;
  if (performance.mode === 'add') return performance.weight.numerator === 0n;
  const [best, worst] = [HIGHEST, LOWEST].map((score) => coefficientOf(score, performance));
  return (
    (best?.numerator ?? 0n) * (worst?.denominator ?? 1n) ===
    (worst?.numerator ?? 0n) * (best?.denominator ?? 1n)
  );
}
