import { refusal, type Refusal } from '../../refusal';
import type { AllocationInput } from '../allocation';
import { BOUND_SOURCES, boundsOf, type Bounds } from '../bounds';
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
      const isVerified =
        floorBy === 'floor' && placeOf(unit.id, 'floor', floorBy, settings) === '/settings/floor';
      if (isVerified) {
        return [
          refusal(
            pointer,
            `该县（市、区）按核实的在岗人数保底 ${floor} 个名额，至多 ${cap} 个（${high.zh}），两者矛盾，请将后者调高 ${floor - cap} 个`,
            `The floor by verified persons on post gives the county ${floor} posts, and it gets at most ${cap} (${high.en}); raise the second by ${floor - cap}`,
          ),
        ];
      }
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
