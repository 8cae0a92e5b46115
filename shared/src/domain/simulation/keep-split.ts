import { partsOf, type AllocationInput } from '../allocation/allocation';
import { infeasibilitiesOf, solve } from '../apportionment/solve';
import type { ApportionmentProblem } from '../apportionment/apportionment';
import { accepted, refusal, refused, type Outcome } from '../refusal';
import { unmovedOf } from './parts-under';

/**
 * 维持现行分配: what each unit gets when the split in force stays. Where last year's parts keep within the bounds and sum
 * to the pool, these are they; otherwise the pool is split by last year's parts within the bounds, by the policy's method.
 * Every change is measured against it. In whole parts, in the order of the units.
 *
 * Refused: a unit without last year's part; no last part above 0; bounds that leave no such split.
 * Example: 150 posts in force, 152 to give out: the two go by largest remainder of last year's parts × 152 ÷ 150.
 */
export function keepSplit(input: AllocationInput): Outcome<readonly bigint[]> {
  const without = input.units.flatMap(({ lastPart }, index) => (lastPart === undefined ? [index] : []));
  if (without.length > 0) return refused(without.map((index) => noLastPart(input, index)));
  const problem = keepProblem(input);
  if (infeasibilitiesOf(problem, input.policy.method).length > 0) {
    return refused([
      refusal(
        '/units',
        '按上年分配数无法在上下限之内分完总量，因而没有可供比较的“维持现行分配”，请核对上年分配数和上下限',
        'The pool cannot be split by last year’s parts within the bounds, so there is no split to keep; check last parts and bounds',
      ),
    ]);
  }
  return accepted(solve(problem, input.policy.method).parts);
}

function keepProblem(input: AllocationInput): ApportionmentProblem {
  const total = partsOf(input.pool);
  const { bounds, precedence } = unmovedOf(input);
  const floors = bounds.map(({ floor }, unit) => {
    const kept = input.units[unit]?.kept ?? 0n;
    return kept > floor ? kept : floor;
  });
  const caps = bounds.map(({ cap }) => (cap === null || cap > total ? total : cap));
  return { total, weights: input.units.map(({ lastPart }) => lastPart ?? 0n), floors, caps, precedence };
}

const noLastPart = ({ units }: AllocationInput, index: number) =>
  refusal(
    `/units/${index}/lastPart`,
    `单位“${units[index]?.id}”没有上年分配数，无法判断增减方向是否稳定，请补充`,
    `Unit "${units[index]?.id}" has no last part, so no direction of change can be told; add it`,
  );
