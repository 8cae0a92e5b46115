import { compare, ONE, ZERO } from '../../numbers/rational';
import { refusal, type Refusal } from '../../refusal';
import { fenOfOnePart, partsOf } from '../allocation';
import type { AllocationInput, AllocationPolicy, AllocationPool, AllocationUnit } from '../allocation';
import { lengthRefusals } from './length-refusals';
import { negativeRefusal } from './negative-refusal';
import { performanceRefusals } from './performance-refusals';
import { unitRefusals } from './unit-refusals';

/** Everything in an allocation's input that is wrong in itself; whether the bounds can be met is asked later. */
export function inputRefusals(input: AllocationInput): readonly Refusal[] {
  const unitFaults = unitRefusals(input.policy);
  // Beside a policy without any factor, that each factor of each unit is unknown to it tells nothing more.
  const isWithoutFactors = input.policy.factors.length === 0;
  const faults = [
    ...poolRefusals(input.pool),
    ...policyRefusals(input.policy),
    ...input.units.flatMap((unit, index) =>
      unitFaults(isWithoutFactors ? { ...unit, factors: {} } : unit, `/units/${index}`),
    ),
    ...sameIdRefusals(
      input.units.map(({ id }) => id),
      (index) => `/units/${index}/id`,
    ),
  ];
  return faults.length > 0 ? faults : [...sumRefusals(input), ...lengthRefusals(input)];
}

function poolRefusals(pool: AllocationPool): readonly Refusal[] {
  const notAboveZero = Object.entries(pool)
    .filter(([, amount]: [string, bigint]) => amount <= 0n)
    .map(([key]) =>
      refusal(`/pool/${key}`, '资金总量应当大于 0，请填写', 'The pool must be above 0; fill it in'),
    );
  if (notAboveZero.length > 0) return notAboveZero;
  if (partsOf(pool) * fenOfOnePart(pool) > BigInt(Number.MAX_SAFE_INTEGER)) {
    return [
      refusal(
        'posts' in pool ? '/pool/posts' : '/pool/fen',
        `资金总额超过 ${Number.MAX_SAFE_INTEGER} 分，超出可精确表示的范围，请核对`,
        `The pool is above ${Number.MAX_SAFE_INTEGER} fen, beyond what can be held exactly; check it`,
      ),
    ];
  }
  if ('posts' in pool || pool.fen % pool.unitFen === 0n) return [];
  return [
    refusal(
      '/pool/fen',
      `资金总额 ${pool.fen} 分不是每份 ${pool.unitFen} 分的整数倍，请调整总额或每份金额`,
      `The pool of ${pool.fen} fen is not a multiple of ${pool.unitFen} fen; change the amount or the unit`,
    ),
  ];
}

function sameIdRefusals(ids: readonly string[], pointer: (index: number) => string): readonly Refusal[] {
  const seen = new Map<string, number>();
  return ids.flatMap((id, index) => {
    const first = seen.get(id);
    if (first === undefined) {
      seen.set(id, index);
      return [];
    }
    return [
      refusal(
        pointer(index),
        `“${id}”重复：第 ${first + 1} 项与第 ${index + 1} 项相同，请删去一项或改名`,
        `"${id}" stands twice, at ${first + 1} and ${index + 1}; remove or rename one`,
      ),
    ];
  });
}

function policyRefusals(policy: AllocationPolicy): readonly Refusal[] {
  const { factors, phaseIn, maximumChange } = policy;
  const faults: Refusal[] = [
    ...sameIdRefusals(
      factors.map(({ id }) => id),
      (index) => `/policy/factors/${index}/id`,
    ),
    ...factors.flatMap(({ id, weight }, index) =>
      weight.numerator < 0n
        ? [
            negativeRefusal(`/policy/factors/${index}/weight`, {
              zh: `因素“${id}”的权重`,
              en: `The weight of factor "${id}"`,
            }),
          ]
        : [],
    ),
    ...performanceRefusals(policy.performance),
  ];
  if (!factors.some(({ weight }) => weight.numerator !== 0n)) {
    faults.push(
      refusal(
        '/policy/factors',
        '没有因素，或因素权重全部为 0，无法据以分配，请至少给一个因素大于 0 的权重',
        'There is no factor with a weight; give at least one factor a weight above 0',
      ),
    );
  }
  if (maximumChange && 'parts' in maximumChange && maximumChange.parts < 0n)
    faults.push(
      negativeRefusal('/policy/maximumChange/parts', { zh: '年度最大调整', en: 'The maximum change' }),
    );
  if (maximumChange && 'ratio' in maximumChange && maximumChange.ratio.numerator < 0n)
    faults.push(
      negativeRefusal('/policy/maximumChange/ratio', { zh: '年度最大调整', en: 'The maximum change' }),
    );
  if (phaseIn && (compare(phaseIn, ZERO) <= 0 || compare(phaseIn, ONE) > 0)) {
    faults.push(
      refusal(
        '/policy/phaseIn',
        '分年到位比例应大于 0 且不超过 1，请改正',
        'Phase-in must be above 0 and at most 1; correct it',
      ),
    );
  }
  return faults;
}

/** Sums that would be divided by, and the kept parts against the pool; each points at the units. */
function sumRefusals({ pool, units, policy }: AllocationInput): readonly Refusal[] {
  const faults: Refusal[] = [];
  const allZero = (figure: (unit: AllocationUnit) => bigint) => !units.some((unit) => figure(unit) > 0n);
  if (units.length === 0)
    return [refusal('/units', '没有分配单位，请至少列出一个', 'There are no units; list at least one')];
  for (const { id, weight } of policy.factors) {
    if (weight.numerator > 0n && allZero((unit) => unit.factors[id]?.numerator ?? 0n)) {
      faults.push(
        refusal(
          '/units',
          `各单位的因素“${id}”全部为 0，无法计算份额，请核对数据或从分配办法中去掉该因素`,
          `Factor "${id}" is 0 for every unit, so that no share can be computed; check it or drop the factor`,
        ),
      );
    }
  }
  if (policy.performance.mode === 'add' && allZero(({ score }) => score?.numerator ?? 0n)) {
    faults.push(
      refusal(
        '/units',
        '各单位绩效得分合计为 0，无法按得分分配，请核对',
        'The scores sum to 0, so that no share can be computed; check them',
      ),
    );
  }
  if (policy.phaseIn && allZero(({ lastPart }) => lastPart ?? 0n)) {
    faults.push(
      refusal(
        '/units',
        '各单位上年分配数合计为 0，无法分年到位，请核对',
        "Last year's parts sum to 0, so that nothing can be phased in; check them",
      ),
    );
  }
  const [kept, parts] = [units.reduce((sum, unit) => sum + (unit.kept ?? 0n), 0n), partsOf(pool)];
  if (kept > parts) {
    faults.push(
      refusal(
        '/units',
        `各单位保留数合计 ${kept}，大于总量 ${parts}，请将保留数合计调低 ${kept - parts} 或将总量增加 ${kept - parts}`,
        `The kept parts sum to ${kept}, above the pool of ${parts}; lower them by ${kept - parts} in all or raise the pool by ${kept - parts}`,
      ),
    );
  }
  return faults;
}
