import type { ApportionmentProblem } from '../../apportionment/apportionment';
import { smallestRelaxation, type Relaxation } from '../../apportionment/checks/relaxation';
import { movedBoundsWords } from '../../apportionment/checks/relaxation-words';
import type { Infeasibility } from '../../apportionment/solve';
import { bilingual, type Bilingual } from '../../bilingual';
import { multiply, rational } from '../../numbers/rational';
import { refusal, type Refusal } from '../../refusal';
import type { AllocationInput, AllocationPolicy } from '../allocation';
import { BOUND_SOURCES, type Bounds } from '../bounds';
import { printFigure } from '../explaining/print-figure';
import { smallestMaximumChange } from './smallest-maximum-change';

/** A question whose bounds leave no split. */
interface Infeasible {
  readonly input: AllocationInput;
  readonly bounds: readonly Bounds[];
  readonly problem: ApportionmentProblem;
}

/**
 * What stands against a split, each with the units that bind most and the smallest relaxation that would do: of the
 * units' own bounds, and, where it is to blame, of the maximum change for all.
 */
export function infeasibilityRefusals(
  reasons: readonly Infeasibility[],
  question: Infeasible,
): readonly Refusal[] {
  const relaxation = smallestRelaxation(question.problem, question.input.policy.method);
  if (relaxation === null) {
    return [
      refusal(
        '/units',
        '有份额的单位绩效系数全部为 0，无法计算份额，请核对系数与得分',
        'Every unit with a share has the coefficient 0, so that no share is left; check coefficients and scores',
      ),
    ];
  }
  const advice = adviceOn(relaxation, question);
  return reasons.map((reason) => {
    const wrong = whatIsWrong(reason, question);
    return refusal('/units', `${wrong.zh}：${advice.zh}`, `${wrong.en}: ${advice.en}`);
  });
}

function whatIsWrong(reason: Infeasibility, question: Infeasible): Bilingual {
  const { total } = question.problem;
  switch (reason.kind) {
    case 'noWeight':
    case 'floorAboveCap':
      // No weight has no relaxation, and contradictions of one unit were refused before (`boundRefusals`).
      throw new RangeError(`${reason.kind} is told elsewhere.`);
    case 'floorsAboveTotal':
      return withLargest(
        bilingual(
          `扣除保留数后，各单位下限（保底、年度最大调整）合计 ${reason.sum}，比可分配总量 ${total} 多 ${reason.sum - total}`,
          `Beyond the kept parts the least parts (floors, maximum change) sum to ${reason.sum}, ${reason.sum - total} above the ${total} to be split`,
        ),
        question,
      );
    case 'capsBelowTotal':
      return bilingual(
        `扣除保留数后，各单位上限（封顶、年度最大调整）合计 ${reason.sum}，比可分配总量 ${total} 少 ${total - reason.sum}，分不完`,
        `Beyond the kept parts the most parts (caps, maximum change) sum to ${reason.sum}, ${total - reason.sum} below the ${total} to be split`,
      );
    case 'firstPartsAboveTotal':
      return bilingual(
        `该方法先给每个有份额的单位 1 份，连同下限共需 ${reason.needed}，可分配总量只有 ${total}`,
        `This method first gives each unit with a share one part: with the bounds it needs ${reason.needed}, there are ${total}`,
      );
  }
}

/** So many units are named; the others are counted. */
const MOST_NAMED = 5;

/** The fewest units whose least parts alone are above the total, the largest first. */
function withLargest({ zh, en }: Bilingual, { input, problem }: Infeasible): Bilingual {
  const { floors, total, precedence } = problem;
  const largestFirst = floors
    .map((floor, unit) => ({ floor, unit }))
    .sort((a, b) => Number(b.floor - a.floor) || (precedence[a.unit] ?? 0) - (precedence[b.unit] ?? 0));
  let sum = 0n;
  const enough = largestFirst.findIndex(({ floor }) => (sum += floor) > total) + 1;
  const named = largestFirst.slice(0, Math.min(enough, MOST_NAMED));
  const others = enough - named.length;
  const idOf = (unit: number): string => input.units[unit]?.id ?? '';
  const list = {
    zh: named.map(({ floor, unit }) => `“${idOf(unit)}” ${floor}`).join('、'),
    en: named.map(({ floor, unit }) => `"${idOf(unit)}" ${floor}`).join(', '),
  };
  return bilingual(
    `${zh}（仅 ${list.zh}${others > 0 ? ` 等 ${enough} 个单位` : ''} 就有 ${sum}）`,
    `${en} (${list.en}${others > 0 ? ` and ${others} more` : ''} alone come to ${sum})`,
  );
}

function adviceOn(relaxation: Relaxation, question: Infeasible): Bilingual {
  const { kind, amount, units } = relaxation;
  if (kind === 'raiseTotal') {
    return bilingual(
      `请将总量增加 ${amount}，或改用其他方法`,
      `raise the pool by ${amount}, or choose another method`,
    );
  }
  const list = movedBoundsWords(units.map(({ unit, by }) => movedBound(kind, unit, by, question)));
  const change = smallestMaximumChange(question.input);
  const widened = change ? widenedWords(change) : bilingual('', '');
  return kind === 'lowerFloors'
    ? bilingual(
        `请将下限合计至少调低 ${amount}，最少涉及 ${units.length} 个单位（${list.zh}）${widened.zh}，或将总量增加 ${amount}`,
        `lower them by ${amount} in all, in at least ${units.length} of the units (${list.en})${widened.en}, or raise the pool by ${amount}`,
      )
    : bilingual(
        `请将上限合计至少调高 ${amount}（如${list.zh}）${widened.zh}，或将总量减少 ${amount}`,
        `raise them by ${amount} in all (such as ${list.en})${widened.en}, or lower the pool by ${amount}`,
      );
}

/** The bound of a unit before and after, kept and newly split parts together, with what sets it. */
function movedBound(
  kind: Relaxation['kind'],
  unit: number,
  by: bigint,
  { input, bounds, problem }: Infeasible,
): { readonly name: Bilingual; readonly from: bigint; readonly to: bigint } {
  const { id, kept = 0n } = input.units[unit] ?? { id: '' };
  const { floorBy = 'none', capBy = 'none' } = bounds[unit] ?? {};
  const isFloor = kind === 'lowerFloors';
  const source = BOUND_SOURCES[isFloor ? floorBy : capBy];
  const from = kept + ((isFloor ? problem.floors : problem.caps)[unit] ?? 0n);
  return {
    name: bilingual(`“${id}”（${source.zh}）`, `"${id}" (${source.en})`),
    from,
    to: isFloor ? from - by : from + by,
  };
}

function widenedWords(change: NonNullable<AllocationPolicy['maximumChange']>): Bilingual {
  const to = 'parts' in change ? `${change.parts}` : `${printFigure(multiply(change.ratio, rational(100)))}%`;
  return bilingual(`，或将年度最大调整放宽到 ${to}`, `, or widen the maximum change to ${to}`);
}
