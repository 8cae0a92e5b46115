import type { Rational } from '../numbers/rational';
import { accepted, refusal, refused, type Outcome, type Refusal } from '../refusal';
import type { ApportionmentMethod, Tie } from './apportionment';
import { explainApportionment, type UnitExplanation } from './explain-apportionment';
import { infeasibilitiesOf, solve, type Infeasibility } from './solve';
import { wholeWeights } from './whole-weights';

export interface ApportionmentInput {
  /** Whole parts to give out, ≥ 0. */
  readonly total: bigint;
  /** Exact weights ≥ 0, one a unit, at least one above 0. */
  readonly weights: readonly Rational[];
  readonly method: ApportionmentMethod;
  /** Least and most whole parts of each unit, ≥ 0, as many as weights. */
  readonly floors?: readonly bigint[];
  readonly caps?: readonly bigint[];
}

export interface ApportionmentAnswer {
  /** Whole parts in input order; they sum to the total exactly. */
  readonly parts: readonly number[];
  readonly ties: readonly Tie[];
  readonly explanation?: readonly UnitExplanation[];
}

/**
 * Splits a whole number of parts by exact weights, by a stated method, within floors and caps.
 *
 * Methods: Hamilton takes the one λ with Σ clamp(λ·weight, floor, cap) = total as quotas and serves the largest
 * remainders; a divisor method gives median(floor, rounded(weight ÷ divisor), cap). Weight 0 gets its floor. Hill
 * and Adams give each positive weight one part first.
 * Tie rule: larger exact weight, then input order; a tie is reported although the rule decides it.
 *
 * Refuses, with the pointer: a negative weight; all weights 0; lengths that differ; a floor above its cap; floors
 * that sum to more, or caps to less, than the total; Hill or Adams with fewer parts than positive weights; a total
 * beyond 2^53 − 1, which a JSON number does not hold.
 *
 * Example: 150 posts over 25, 15, 11, 19, 13, 14, 15, 21, 17 gives back the same row.
 */
export function apportion(
  input: ApportionmentInput,
  options: { readonly explain?: boolean } = {},
): Outcome<ApportionmentAnswer> {
  const { total, method } = input;
  const refusals = shapeRefusals(input);
  if (refusals.length > 0) return refused(refusals);
  const { numerators: weights, denominator } = wholeWeights(input.weights);
  const problem = {
    total,
    weights,
    floors: input.floors ?? weights.map(() => 0n),
    caps: input.caps?.map((cap) => (cap > total ? total : cap)) ?? weights.map(() => total),
    precedence: weights.map((_, unit) => unit),
  };
  // A cap above the total never binds, but the refusal compares the caps as they were given.
  const infeasible = infeasibilitiesOf(
    { ...problem, caps: input.caps ?? problem.floors.map(largest(total)) },
    method,
  );
  if (infeasible.length > 0) {
    return refused(infeasible.map((reason) => infeasibilityRefusal(reason, input)));
  }
  const solved = solve(problem, method);
  return accepted({
    parts: solved.parts.map(Number),
    ties: solved.ties,
    ...(options.explain ? { explanation: explainApportionment(problem, method, solved, denominator) } : {}),
  });
}

/** Where no cap is given, a floor above the total must be refused as a floor, not as a floor above its cap. */
const largest =
  (total: bigint) =>
  (floor: bigint): bigint =>
    floor > total ? floor : total;

function shapeRefusals({ total, weights, floors, caps }: ApportionmentInput): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (total < 0n || total > BigInt(Number.MAX_SAFE_INTEGER)) {
    refusals.push(
      refusal(
        '/total',
        `总数应为 0 至 ${Number.MAX_SAFE_INTEGER} 之间的整数，请改正`,
        `The total must be a whole number from 0 to ${Number.MAX_SAFE_INTEGER}; correct it`,
      ),
    );
  }
  weights.forEach((weight, unit) => {
    if (weight.numerator < 0n) {
      refusals.push(
        refusal(
          `/weights/${unit}`,
          `第 ${unit + 1} 个单位的权重为负数，权重不得小于 0，请核对后重新填写`,
          `The weight of unit ${unit + 1} is negative; give a weight of 0 or more`,
        ),
      );
    }
  });
  refusals.push(...boundRefusals('floors', floors, weights.length));
  refusals.push(...boundRefusals('caps', caps, weights.length));
  return refusals;
}

function boundRefusals(
  name: 'floors' | 'caps',
  bounds: readonly bigint[] | undefined,
  units: number,
): readonly Refusal[] {
  if (!bounds) return [];
  const word = name === 'floors' ? { zh: '保底数', en: 'floor' } : { zh: '封顶数', en: 'cap' };
  if (bounds.length !== units) {
    return [
      refusal(
        `/${name}`,
        `${word.zh}有 ${bounds.length} 项，权重有 ${units} 项，两者个数应当一致，请补齐或删去多余项`,
        `There are ${bounds.length} ${word.en}s for ${units} weights; give one ${word.en} a weight`,
      ),
    ];
  }
  return bounds.flatMap((bound, unit) =>
    bound >= 0n
      ? []
      : [
          refusal(
            `/${name}/${unit}`,
            `第 ${unit + 1} 个单位的${word.zh}为负数，应为不小于 0 的整数，请改正`,
            `The ${word.en} of unit ${unit + 1} is negative; give a whole number of 0 or more`,
          ),
        ],
  );
}

function infeasibilityRefusal(reason: Infeasibility, input: ApportionmentInput): Refusal {
  const { total, floors, caps } = input;
  switch (reason.kind) {
    case 'noWeight':
      return refusal(
        '/weights',
        '权重全部为 0（或没有单位），无法据以分配，请至少给一个单位大于 0 的权重',
        'All weights are 0 (or there are none); give at least one weight above 0',
      );
    case 'floorAboveCap':
      return refusal(
        `/floors/${reason.unit}`,
        `第 ${reason.unit + 1} 个单位的保底数 ${floors?.[reason.unit]} 大于封顶数 ${caps?.[reason.unit]}，请调低保底数或调高封顶数`,
        `The floor ${floors?.[reason.unit]} of unit ${reason.unit + 1} is above its cap ${caps?.[reason.unit]}; lower the floor or raise the cap`,
      );
    case 'floorsAboveTotal':
      return refusal(
        '/floors',
        `保底数合计 ${reason.sum}，大于总数 ${total}，请调低保底数或增加总数`,
        `The floors sum to ${reason.sum}, above the total ${total}; lower the floors or raise the total`,
      );
    case 'capsBelowTotal':
      return refusal(
        '/caps',
        `权重大于 0 的单位的封顶数与权重为 0 的单位的保底数合计 ${reason.sum}，小于总数 ${total}，分不完，请调高封顶数`,
        `The caps of positive weights and the floors of zero weights sum to ${reason.sum}, below the total ${total}; raise the caps`,
      );
    case 'firstPartsAboveTotal':
      return refusal(
        '/total',
        `该方法先给每个权重大于 0 的单位 1 份，连同保底数共需 ${reason.needed} 份，总数只有 ${total}，请增加总数或改用其他方法`,
        `This method first gives each positive weight one part: with the floors it needs ${reason.needed} parts, the total is ${total}; raise the total or choose another method`,
      );
  }
}
