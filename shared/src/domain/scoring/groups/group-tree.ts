import type { Rational } from '../../numbers/rational';
import { ZERO } from '../../numbers/rational';
import { exactSum } from '../numbers/exact-sum';
import type { Indicator, Method } from '../method';

/** An indicator with others below it, or the method as a whole. */
export interface Group {
  /** Null for the whole method. */
  readonly indicator: Indicator | null;
  /** The place of the group above it in the list of groups; null for the whole method. */
  readonly above: number | null;
  /** How many groups stand above it; 0 for the whole method. */
  readonly depth: number;
}

/** The groups of a method, each after all those below it, the whole method last. */
export interface GroupTree {
  readonly groups: readonly Group[];
  /** The place of each group in that list, by its id. */
  readonly placeOf: ReadonlyMap<string, number>;
}

/** The depth of every group: 1 for those that stand right below the method. Each is walked up to once. */
function depthsOf(parents: ReadonlyMap<string, Indicator>): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  for (const start of parents.values()) {
    const path: Indicator[] = [];
    let at: Indicator | undefined = start;
    while (at !== undefined && !depths.has(at.id)) {
      path.push(at);
      at = at.parent === undefined ? undefined : parents.get(at.parent);
    }
    let depth = at === undefined ? 0 : (depths.get(at.id) ?? 0);
    for (const one of path.reverse()) depths.set(one.id, (depth += 1));
  }
  return depths;
}

/**
 * Orders the groups of a sound tree (unique ids, parents that exist, no cycle) so that one pass from first to last adds up
 * a tree of any depth without recursion. Groups of one depth keep the order of the input.
 */
export function groupTree(method: Method): GroupTree {
  const used = new Set(method.indicators.map((one) => one.parent));
  const parents = new Map(method.indicators.filter((one) => used.has(one.id)).map((one) => [one.id, one]));
  const depths = depthsOf(parents);
  const depthOf = (indicator: Indicator): number => depths.get(indicator.id) ?? 0;
  const deepestFirst = [...parents.values()].sort((a, b) => depthOf(b) - depthOf(a));
  const placeOf = new Map(deepestFirst.map((one, place) => [one.id, place]));
  const whole = deepestFirst.length;
  const groups = deepestFirst.map((indicator): Group => ({
    indicator,
    above: indicator.parent === undefined ? whole : (placeOf.get(indicator.parent) ?? whole),
    depth: depthOf(indicator),
  }));
  return { groups: [...groups, { indicator: null, above: null, depth: 0 }], placeOf };
}

/** The marks of every group, in their order: the sum of the leaves below it at any depth. */
export function groupMarks(
  { groups, placeOf }: GroupTree,
  leaves: readonly { readonly indicator: Indicator; readonly marks: Rational }[],
): readonly Rational[] {
  const whole = groups.length - 1;
  const marks: Rational[] = groups.map(() => ZERO);
  for (const leaf of leaves) {
    const place = leaf.indicator.parent === undefined ? whole : (placeOf.get(leaf.indicator.parent) ?? whole);
    marks[place] = exactSum(marks[place] ?? ZERO, leaf.marks);
  }
  groups.forEach(({ above }, place) => {
    if (above !== null) marks[above] = exactSum(marks[above] ?? ZERO, marks[place] ?? ZERO);
  });
  return marks;
}
