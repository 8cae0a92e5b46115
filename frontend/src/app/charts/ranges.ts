/** Part of a measure that is painted in one colour: from (included) to (excluded, but of the last part). */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export const MOST_RANGES = 5;

/** 1, 2 or 5 tenths, ones, tens …: `times` of `unit`, or of the unit-th part where the unit is below one. */
interface Step {
  readonly times: number;
  readonly power: number;
}

/** Breaks are whole multiples of the step, divided once: 0.3 stays 0.3. */
const at = (index: number, { times, power }: Step): number =>
  power >= 0 ? index * times * 10 ** power : (index * times) / 10 ** -power;

const stepsFrom = function* (least: number): Generator<Step> {
  for (let power = least; power < 16; power += 1) for (const times of [1, 2, 5]) yield { times, power };
};

/**
 * The values of a measure in at most five parts of one width with round limits, from the least to the most.
 * `rangesOf([95.2, 99.1])` = 95–96, 96–97 … 99–100. One value alone is one part of no width; no value, no part.
 */
export function rangesOf(values: readonly number[]): readonly Range[] {
  if (values.length === 0) return [];
  const [least, most] = values.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)] as const,
    [Infinity, -Infinity] as const,
  );
  if (least === most) return [{ from: least, to: most }];
  for (const step of stepsFrom(-6)) {
    const width = at(1, step);
    const first = Math.floor(least / width);
    const last = Math.max(first + 1, Math.ceil(most / width));
    if (last - first > MOST_RANGES) continue;
    return Array.from({ length: last - first }, (_, index) => ({
      from: at(first + index, step),
      to: at(first + index + 1, step),
    }));
  }
  return [{ from: least, to: most }];
}

/** Which part a value belongs to; -1 for none. */
export function rangeOf(ranges: readonly Range[], value: number | null): number {
  if (value === null) return -1;
  return ranges.findIndex(
    ({ from, to }, index) => value >= from && (value < to || (index === ranges.length - 1 && value <= to)),
  );
}

/** The step of the colours for a part: few parts are spread over all steps, so that two are told apart at once. */
export const stepOf = (part: number, parts: number, steps: number): number =>
  parts <= 1 ? Math.floor(steps / 2) : Math.round((part * (steps - 1)) / (parts - 1));
