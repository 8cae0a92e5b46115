import type { Bilingual } from '../../bilingual';
import { bilingual } from '../../bilingual';
import { add, ZERO } from '../../numbers/rational';
import type { Rational } from '../../numbers/rational';
import { nameOf } from '../method';
import type { Indicator, Method } from '../method';
import { readNumeral } from '../numbers/numeral';

/** What a method derives from its list of indicators. */
export interface MethodTree {
  readonly method: Method;
  readonly byId: ReadonlyMap<string, Indicator>;
  /** Ids that others name as their parent. */
  readonly parents: ReadonlySet<string>;
  /** Marks of every indicator: a leaf's own, a parent's as the sum of the leaves below it. */
  readonly marks: ReadonlyMap<string, Rational>;
  readonly total: Rational;
}

/** Reads the tree of a method. Marks that cannot be read count as 0; in a cycle of parents each is counted once at most. */
export function methodTree(method: Method): MethodTree {
  const byId = new Map(method.indicators.map((one) => [one.id, one]));
  const parents = new Set(method.indicators.flatMap((one) => one.parent ?? []));
  const marks = new Map<string, Rational>();
  let total = ZERO;
  for (const leaf of byId.values()) {
    if (parents.has(leaf.id)) continue;
    const own = (leaf.marks === undefined ? null : readNumeral(leaf.marks)) ?? ZERO;
    total = add(total, own);
    const counted = new Set<string>();
    for (
      let id: string | undefined = leaf.id;
      id !== undefined && !counted.has(id);
      id = byId.get(id)?.parent
    ) {
      counted.add(id);
      marks.set(id, add(marks.get(id) ?? ZERO, own));
    }
  }
  return { method, byId, parents, marks, total };
}

/** The name of an indicator in quotes; an id that nothing bears stands for itself. */
export function calledIn(tree: MethodTree, id: string): Bilingual {
  const indicator = tree.byId.get(id);
  const name = indicator ? nameOf(indicator) : bilingual(id, id);
  return bilingual(`“${name.zh}”`, `"${name.en}"`);
}
