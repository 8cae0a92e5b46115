import { infeasibilitiesOf } from '../../apportionment/solve';
import { ceilingOf, multiply, rational } from '../../numbers/rational';
import { partsOf, type AllocationInput, type AllocationPolicy } from '../allocation';
import { boundsOf } from '../bounds';
import { shareStages } from '../shares';
import { problemOf } from '../working';

type MaximumChange = NonNullable<AllocationPolicy['maximumChange']>;

/**
 * The smallest maximum change, in whole parts or whole percent as the policy has it, under which the bounds of an
 * infeasible input can be met. Null where the policy has none, or where the widest would not do, because floors, caps
 * or kept parts are to blame. (Under Hill and Adams a wider change may also let in a unit that was held at 0, which
 * then needs its first part; there a narrower one that would do is not looked for once the widest does not.)
 *
 * Example: 13 posts for two units of 5 last year: at most 2 parts a year leaves 12 … 14, at most 1 only up to 12, so 2.
 */
export function smallestMaximumChange(input: AllocationInput): MaximumChange | null {
  const { maximumChange } = input.policy;
  if (!maximumChange) return null;
  const { phasedIn } = shareStages(input);
  const isEnough = (change: MaximumChange): boolean => {
    const policy = { ...input.policy, maximumChange: change };
    const bounds = input.units.map((unit) => boundsOf(unit, policy));
    // A floor or a kept part above a cap is infeasible like all others here: nothing more to compare.
    return infeasibilitiesOf(problemOf(input, phasedIn, bounds, []), policy.method).length === 0;
  };
  const widest = input.units.reduce(
    (most, { lastPart = 0n }) => (lastPart > most ? lastPart : most),
    partsOf(input.pool),
  );
  if ('parts' in maximumChange) {
    const parts = smallestEnough(maximumChange.parts, widest, (one) => isEnough({ parts: one }));
    return parts === null ? null : { parts };
  }
  const percent = (whole: bigint): MaximumChange => ({ ratio: rational(whole, 100n) });
  const now = ceilingOf(multiply(maximumChange.ratio, rational(100n)));
  const whole = smallestEnough(now, widest * 100n, (one) => isEnough(percent(one)));
  return whole === null ? null : percent(whole);
}

/** The smallest whole number of a range that is enough, where all larger ones are; null if none is. */
function smallestEnough(from: bigint, to: bigint, isEnough: (value: bigint) => boolean): bigint | null {
  let [low, high] = [from, to];
  if (low > high || !isEnough(high)) return null;
  while (low < high) {
    const middle = (low + high) / 2n;
    if (isEnough(middle)) high = middle;
    else low = middle + 1n;
  }
  return high;
}
