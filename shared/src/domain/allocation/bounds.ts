import { ceilingOf, floorOf, rational } from '../numbers/rational';
import type { AllocationPolicy, AllocationUnit } from './allocation';

/** Least and most whole parts of one unit, kept and newly split together. */
export interface Bounds {
  readonly floor: bigint;
  /** null: none. */
  readonly cap: bigint | null;
  /** Which of the bounds that apply were the binding ones. */
  readonly floorBy: 'none' | 'floor' | 'maximumChange';
  readonly capBy: 'none' | 'cap' | 'maximumChange';
}

/** What `maximumChange` allows around last year's parts; a ratio r from ⌈(1 − r)·last⌉ to ⌊(1 + r)·last⌋. */
function changeBounds(
  last: bigint,
  change: NonNullable<AllocationPolicy['maximumChange']>,
): readonly [bigint, bigint] {
  if ('parts' in change) return [last > change.parts ? last - change.parts : 0n, last + change.parts];
  const { numerator, denominator } = change.ratio;
  const least = ceilingOf(rational((denominator - numerator) * last, denominator));
  return [least > 0n ? least : 0n, floorOf(rational((denominator + numerator) * last, denominator))];
}

/**
 * The bounds of one unit: where floor, cap and maximumChange meet, the highest floor and the lowest cap count.
 * They may contradict each other (floor above cap); that is refused by the caller, who can name them.
 * Example: last 15, floor 12, at most 1 post a year → from 14 (maximumChange) to 16 (maximumChange).
 */
export function boundsOf(unit: AllocationUnit, policy: AllocationPolicy): Bounds {
  const given = unit.floor ?? 0n;
  const cap = unit.cap ?? null;
  const givenBy = unit.floor === undefined ? 'none' : 'floor';
  if (policy.maximumChange === undefined || unit.lastPart === undefined) {
    return { floor: given, cap, floorBy: givenBy, capBy: cap === null ? 'none' : 'cap' };
  }
  const [least, most] = changeBounds(unit.lastPart, policy.maximumChange);
  const floorByChange = least > given || unit.floor === undefined;
  const capByChange = cap === null || most < cap;
  return {
    floor: floorByChange ? least : given,
    cap: capByChange ? most : cap,
    floorBy: floorByChange ? 'maximumChange' : givenBy,
    capBy: capByChange ? 'maximumChange' : 'cap',
  };
}

/** What each source of a bound is called. */
export const BOUND_SOURCES = {
  none: { zh: '无', en: 'none' },
  floor: { zh: '保底', en: 'floor' },
  cap: { zh: '封顶', en: 'cap' },
  maximumChange: { zh: '年度最大调整', en: 'maximum change' },
} as const;
