import { smallestRelaxation } from '../../apportionment/checks/relaxation';
import { infeasibilitiesOf } from '../../apportionment/solve';
import { bilingual, type Bilingual } from '../../bilingual';
import { multiply, rational } from '../../numbers/rational';
import { refusal, type Refusal } from '../../refusal';
import { printNumber } from '../../scoring/numbers/numeral';
import type { AllocationInput } from '../allocation';
import { BOUND_SOURCES, boundsOf, type Bounds } from '../bounds';
import { smallestMaximumChange } from '../refusals/smallest-maximum-change';
import { shareStages } from '../shares';
import { problemOf } from '../working';
import type { AllocationSettings } from '../settings/allocation-settings';

interface Bounded {
  readonly input: AllocationInput;
  readonly settings: AllocationSettings;
}

/** Where a bound of one county can be changed: where it is stated, else where the general rule is. */
function placeOf(
  county: string,
  key: 'floor' | 'cap',
  by: Bounds['floorBy'] | Bounds['capBy'],
  settings: AllocationSettings,
): string {
  const index = settings.bounds.findIndex((one) => one.county === county);
  if (by === 'maximumChange') return '/settings/maximumChange';
  const stated = settings.bounds[index]?.[key];
  return stated === undefined ? '/settings/floor' : `/settings/bounds/${index}/${key}`;
}

/**
 * Bounds of one county that contradict each other, or the posts that it keeps, each with the two ways out. They point to
 * the setting that can give way; the county stands in the stated bound.
 */
export function boundContradictions({ input, settings }: Bounded): readonly Refusal[] {
  return input.units.flatMap((unit) => {
    const { floor, cap, floorBy, capBy } = boundsOf(unit, input.policy);
    if (cap === null) return [];
    const kept = unit.kept ?? 0n;
    if (floor > cap) {
      const [low, high] = [BOUND_SOURCES[floorBy], BOUND_SOURCES[capBy]];
      const pointer =
        capBy === 'cap'
          ? placeOf(unit.id, 'cap', capBy, settings)
          : placeOf(unit.id, 'floor', floorBy, settings);
      return [
        refusal(
          pointer,
          `该县（市、区）至少 ${floor} 个名额（${low.zh}），至多 ${cap} 个（${high.zh}），两者矛盾，请将前者调低或将后者调高 ${floor - cap} 个`,
          `The county gets at least ${floor} posts (${low.en}) and at most ${cap} (${high.en}); lower the first or raise the second by ${floor - cap}`,
        ),
      ];
    }
    if (kept <= cap) return [];
    return [
      refusal(
        placeOf(unit.id, 'cap', capBy, settings),
        `该县（市、区）不参加再分配的 ${kept} 个名额多于其上限 ${cap} 个（${BOUND_SOURCES[capBy].zh}），请增加参加再分配的名额，或将上限调高 ${kept - cap} 个`,
        `The ${kept} posts that the county keeps are more than its most of ${cap} (${BOUND_SOURCES[capBy].en}); let more posts be split anew, or raise the bound by ${kept - cap}`,
      ),
    ];
  });
}

/**
 * Why the bounds of all counties together leave no split, in posts, with the smallest way out: by how many posts floors or
 * caps must give way, in how many counties, and where the maximum change is to blame, how far it must widen. One refusal
 * says it as a whole (/settings/bounds), one more for each county that gives way says which bound, from and to how many
 * posts, pointing to the county: no sentence names it. Empty where there is a split.
 */
export function infeasibilityInPosts({ input, settings }: Bounded): readonly Refusal[] {
  const bounds = input.units.map((unit) => boundsOf(unit, input.policy));
  const problem = problemOf(input, shareStages(input).phasedIn, bounds);
  const [reason] = infeasibilitiesOf(problem, input.policy.method);
  const relaxation = smallestRelaxation(problem, input.policy.method);
  if (!reason || relaxation === null) return [];
  const { kind, amount, units } = relaxation;
  const wrong = whatIsWrong(reason, problem.total);
  const widened = widenedWords(input);
  const advice = ADVICE[kind](amount, units.length);
  return [
    refusal(
      '/settings/bounds',
      `${wrong.zh}：${advice.zh}${widened.zh}`,
      `${wrong.en}: ${advice.en}${widened.en}`,
    ),
    ...units.map(({ unit, by }) => movedBound(unit, by, { kind, input, bounds, settings })),
  ];
}

function whatIsWrong(reason: ReturnType<typeof infeasibilitiesOf>[number], total: bigint): Bilingual {
  switch (reason.kind) {
    case 'floorsAboveTotal':
      return bilingual(
        `各县（市、区）的下限（保底、年度最大调整）合计 ${reason.sum} 个名额，多于可分配的 ${total} 个`,
        `The least posts of all counties (floors, maximum change) sum to ${reason.sum}, above the ${total} to be split`,
      );
    case 'capsBelowTotal':
      return bilingual(
        `各县（市、区）的上限（封顶、年度最大调整）合计 ${reason.sum} 个名额，少于可分配的 ${total} 个，分不完`,
        `The most posts of all counties (caps, maximum change) sum to ${reason.sum}, below the ${total} to be split`,
      );
    case 'firstPartsAboveTotal':
      return bilingual(
        `该取整方法先给每个有份额的县（市、区）1 个名额，连同下限共需 ${reason.needed} 个，可分配的只有 ${total} 个`,
        `This method first gives each county with a share one post: with the bounds it needs ${reason.needed}, there are ${total}`,
      );
    case 'noWeight':
    case 'floorAboveCap':
      // Refused before: `sumErrors`, `boundContradictions`.
      throw new RangeError(`${reason.kind} is told elsewhere.`);
  }
}

type Kind = NonNullable<ReturnType<typeof smallestRelaxation>>['kind'];

const ADVICE: Readonly<Record<Kind, (amount: bigint, counties: number) => Bilingual>> = {
  lowerFloors: (amount, counties) =>
    bilingual(
      `请将保底合计至少调低 ${amount} 个，最少涉及 ${counties} 个县（市、区）`,
      `lower floors by ${amount} in all, in at least ${counties} of the counties`,
    ),
  raiseCaps: (amount) => bilingual(`请将封顶合计至少调高 ${amount} 个`, `raise caps by ${amount} in all`),
  floorsOrCaps: (amount) =>
    bilingual(`请将保底调低或将封顶调高共 ${amount} 个`, `lower floors or raise caps by ${amount} in all`),
  raiseTotal: () => bilingual('请改用最大余数法', 'choose largest remainder'),
};

function movedBound(
  unit: number,
  by: bigint,
  {
    kind,
    input,
    bounds,
    settings,
  }: {
    readonly kind: Kind;
    readonly input: AllocationInput;
    readonly bounds: readonly Bounds[];
    readonly settings: AllocationSettings;
  },
): Refusal {
  const { floor = 0n, cap = null, floorBy = 'none', capBy = 'none' } = bounds[unit] ?? {};
  const { id = '' } = input.units[unit] ?? {};
  const isFloor = kind === 'lowerFloors';
  const source = BOUND_SOURCES[isFloor ? floorBy : capBy];
  const from = isFloor ? floor : (cap ?? 0n);
  const to = isFloor ? from - by : from + by;
  const index = settings.bounds.findIndex((one) => one.county === id);
  const isStated = (isFloor ? floorBy === 'floor' : capBy === 'cap') && index >= 0;
  return refusal(
    isStated ? `/settings/bounds/${index}/${isFloor ? 'floor' : 'cap'}` : `/evidence/counties/${unit}`,
    `该县（市、区）的${source.zh}可由 ${from} 个名额调至 ${to} 个`,
    `The ${source.en} of this county can go from ${from} to ${to} posts`,
  );
}

function widenedWords(input: AllocationInput): Bilingual {
  const change = smallestMaximumChange(input);
  if (change === null) return bilingual('', '');
  return 'parts' in change
    ? bilingual(
        `，或将年度最大调整放宽到 ${change.parts} 个名额`,
        `, or widen the maximum change to ${change.parts} posts`,
      )
    : bilingual(
        `，或将年度最大调整放宽到 ${printNumber(multiply(change.ratio, rational(100)))}%`,
        `, or widen the maximum change to ${printNumber(multiply(change.ratio, rational(100)))} %`,
      );
}
