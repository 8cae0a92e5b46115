import { bilingual, type Bilingual } from '../bilingual';
import { refusal, type Refusal } from '../refusal';
import type { ApportionmentInput, ApportionmentProblem } from './apportionment';
import { tooLongAt } from './checks/long-figures';
import { smallestRelaxation, type Relaxation } from './checks/relaxation';
import { movedBoundsWords } from './checks/relaxation-words';
import type { Infeasibility } from './solve';

/** Everything in the input of an apportionment that is wrong in itself. */
export function shapeRefusals({ total, weights, floors, caps }: ApportionmentInput): readonly Refusal[] {
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
  refusals.push(...lengthRefusals(weights));
  refusals.push(...boundRefusals('floors', floors, weights.length));
  refusals.push(...boundRefusals('caps', caps, weights.length));
  return refusals;
}

function lengthRefusals(weights: ApportionmentInput['weights']): readonly Refusal[] {
  const tooLong = tooLongAt([weights], weights.length);
  return tooLong
    ? [
        refusal(
          '/weights',
          `各单位权重化为同一分母后，位数超过 ${tooLong.most} 位（到${unitName(tooLong.place).zh}为止），无法在合理时间内精确计算，请将权重四舍五入为几位小数`,
          `Over one common denominator the weights have more than ${tooLong.most} digits (up to ${unitName(tooLong.place).en}), too long to be computed exactly in reasonable time; round the weights to a few decimals`,
        ),
      ]
    : [];
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
        `Number of ${word.en}s: ${bounds.length}, of weights: ${units}; give one ${word.en} for each weight`,
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

/** What stands against a split, each with the smallest relaxation that would make one possible. */
export function infeasibilityRefusals(
  reasons: readonly Infeasibility[],
  problem: ApportionmentProblem,
  { method }: ApportionmentInput,
): readonly Refusal[] {
  const relaxation = smallestRelaxation(problem, method);
  return relaxation === null
    ? [NO_WEIGHT]
    : reasons.map((reason) => infeasibilityRefusal(reason, problem, relaxation));
}

const NO_WEIGHT = refusal(
  '/weights',
  '权重全部为 0（或没有单位），无法据以分配，请至少给一个单位大于 0 的权重',
  'All weights are 0 (or there are none); give at least one weight above 0',
);

/** How the caller's units are named where they have no names: by their place, from 1. */
export const unitName = (unit: number): Bilingual => bilingual(`第 ${unit + 1} 个单位`, `unit ${unit + 1}`);

function infeasibilityRefusal(
  reason: Infeasibility,
  problem: ApportionmentProblem,
  relaxation: Relaxation,
): Refusal {
  const { total, floors, caps } = problem;
  switch (reason.kind) {
    case 'noWeight':
      return NO_WEIGHT;
    case 'floorAboveCap': {
      const [floor, cap] = [floors[reason.unit] ?? 0n, caps[reason.unit] ?? total];
      return refusal(
        `/floors/${reason.unit}`,
        `第 ${reason.unit + 1} 个单位的保底数 ${floor} 大于封顶数 ${cap}，请将保底数调低 ${floor - cap} 或将封顶数调高 ${floor - cap}`,
        `The floor ${floor} of unit ${reason.unit + 1} is above its cap ${cap}; lower the floor or raise the cap by ${floor - cap}`,
      );
    }
    case 'floorsAboveTotal': {
      const advice = floorAdvice(problem, relaxation);
      return refusal(
        '/floors',
        `保底数合计 ${reason.sum}，大于总数 ${total}：${advice.zh}`,
        `The floors sum to ${reason.sum}, above the total ${total}: ${advice.en}`,
      );
    }
    case 'capsBelowTotal': {
      const { amount } = relaxation;
      const unit = relaxation.units[0]?.unit ?? 0;
      const cap = caps[unit] ?? total;
      return refusal(
        '/caps',
        `权重大于 0 的单位的封顶数与权重为 0 的单位的保底数合计 ${reason.sum}，小于总数 ${total}，分不完：请将封顶数合计至少调高 ${amount}（如${unitName(unit).zh}由 ${cap} 调至 ${cap + amount}），或将总数减少 ${amount}`,
        `The caps of positive weights and the floors of zero weights sum to ${reason.sum}, below the total ${total}: raise the caps by ${amount} in all (such as ${unitName(unit).en}: ${cap} → ${cap + amount}), or lower the total by ${amount}`,
      );
    }
    case 'firstPartsAboveTotal': {
      const advice = floorAdvice(problem, relaxation);
      return refusal(
        '/total',
        `该方法先给每个权重大于 0 的单位 1 份，连同保底数共需 ${reason.needed} 份，总数只有 ${total}：${advice.zh}，或改用其他方法`,
        `This method first gives each positive weight one part: with the floors it needs ${reason.needed} parts, the total is ${total}: ${advice.en}, or choose another method`,
      );
    }
  }
}

function floorAdvice({ floors }: ApportionmentProblem, { kind, amount, units }: Relaxation): Bilingual {
  if (kind === 'raiseTotal') return bilingual(`请将总数增加 ${amount}`, `raise the total by ${amount}`);
  const list = movedBoundsWords(
    units.map(({ unit, by }) => ({
      name: unitName(unit),
      from: floors[unit] ?? 0n,
      to: (floors[unit] ?? 0n) - by,
    })),
  );
  return bilingual(
    `请将保底数合计至少调低 ${amount}，最少涉及 ${units.length} 个单位（${list.zh}），或将总数增加 ${amount}`,
    `lower the floors by ${amount} in all, in at least ${units.length} of the units (${list.en}), or raise the total by ${amount}`,
  );
}
