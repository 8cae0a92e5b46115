import type { Method } from '../method';

/** Of each leaf the first-level indicator (一级指标) that it belongs to, by id; a leaf at the root belongs to itself. */
export function sectionsOfLeaves({ indicators }: Method): ReadonlyMap<string, string> {
  const parents = new Map(indicators.map(({ id, parent }) => [id, parent]));
  const rootOf = (id: string): string => {
    let root = id;
    for (let above = parents.get(root); above !== undefined; above = parents.get(root)) root = above;
    return root;
  };
  return new Map(indicators.filter(({ rule }) => rule !== undefined).map(({ id }) => [id, rootOf(id)]));
}
