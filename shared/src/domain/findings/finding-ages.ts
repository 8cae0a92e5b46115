/** Findings that wait, by how long they have waited. */
export interface AgeBand {
  /** Working days since it was found: from this one … */
  readonly from: number;
  /** … to this one; null: or longer. */
  readonly to: number | null;
  readonly count: number;
}

/** Two weeks, a month, a quarter: where a finding that is usually given thirty days stands. */
const LIMITS = [10, 20, 60];

/**
 * 账龄: how many of the given ages lie in each band; every age in exactly one.
 * Example: 0, 10, 11 and 61 working days → 2 up to 10, 1 up to 20, 0 up to 60, 1 longer.
 */
export const ageBands = (ages: readonly number[]): readonly AgeBand[] =>
  [...LIMITS, null].map((to, at) => {
    const from = at === 0 ? 0 : (LIMITS[at - 1] ?? 0) + 1;
    return { from, to, count: ages.filter((age) => age >= from && (to === null || age <= to)).length };
  });
