import { refusal, type Refusal } from '../../refusal';
import type { AllocationInput } from '../allocation';
import { BOUND_SOURCES, boundsOf, type Bounds } from '../bounds';

/** Bounds of one unit that contradict each other, or its kept parts; the pointer names the key that is too high or low. */
export function boundRefusals(input: AllocationInput, bounds: readonly Bounds[]): readonly Refusal[] {
  return input.units.flatMap((unit, index) => {
    const { floor, cap, floorBy, capBy } = bounds[index] ?? boundsOf(unit, input.policy);
    if (cap === null) return [];
    if (floor > cap) {
      const key = floorBy === 'floor' ? 'floor' : 'cap';
      const by = { floor: BOUND_SOURCES[floorBy], cap: BOUND_SOURCES[capBy] };
      return [
        refusal(
          `/units/${index}/${key}`,
          `单位“${unit.id}”至少 ${floor}（${by.floor.zh}），至多 ${cap}（${by.cap.zh}），两者矛盾，请将前者调低或将后者调高 ${floor - cap}`,
          `Unit "${unit.id}" gets at least ${floor} (${by.floor.en}) and at most ${cap} (${by.cap.en}); lower the first or raise the second by ${floor - cap}`,
        ),
      ];
    }
    const kept = unit.kept ?? 0n;
    if (kept <= cap) return [];
    return [
      refusal(
        `/units/${index}/kept`,
        `单位“${unit.id}”的保留数 ${kept} 大于上限 ${cap}（${BOUND_SOURCES[capBy].zh}），请将保留数调低或将上限调高 ${kept - cap}`,
        `The kept ${kept} of unit "${unit.id}" is above its most ${cap} (${BOUND_SOURCES[capBy].en}); lower it or raise the bound by ${kept - cap}`,
      ),
    ];
  });
}
