import type { MethodDefinition } from '@yuheng/shared/contract/evaluation-methods';

export type Indicator = MethodDefinition['indicators'][number];
export type Indicators = readonly Indicator[];
export type Step = 'up' | 'down' | 'in' | 'out';
export type Place = 'before' | 'after' | 'inside';

/** An indicator in its place of the tree. */
export interface TreeRow {
  readonly indicator: Indicator;
  /** In the list of the method, by which the checks point at it. */
  readonly index: number;
  /** 1 at the root. */
  readonly level: number;
  /** As an official table counts: 2.1.3. */
  readonly number: string;
  readonly isLeaf: boolean;
  readonly position: number;
  readonly brothers: number;
}

/** What a heading keeps: an indicator below which others stand has neither marks nor a rule. */
const asHeading = ({ id, parent, name }: Indicator): Indicator => ({
  id,
  ...(parent === undefined ? {} : { parent }),
  ...(name === undefined ? {} : { name }),
});

const under = (indicator: Indicator, parent: string | undefined): Indicator => {
  const { parent: _, ...rest } = indicator;
  return parent === undefined ? rest : { ...rest, parent };
};

const brothersOf = (all: Indicators, { parent }: Indicator): Indicators =>
  all.filter((one) => one.parent === parent);

/** An indicator with everything below it, in the order of the list. */
export function branchOf(all: Indicators, id: string): Indicators {
  const ids = new Set([id]);
  for (let found = 0; found < ids.size;) {
    found = ids.size;
    for (const one of all) if (one.parent !== undefined && ids.has(one.parent)) ids.add(one.id);
  }
  return all.filter((one) => ids.has(one.id));
}

/** The rows of the tree, each indicator before what is below it. */
export function treeRows(all: Indicators): TreeRow[] {
  const rows: TreeRow[] = [];
  const walk = (parent: string | undefined, level: number, before: string): void => {
    const brothers = all.filter((one) => one.parent === parent);
    for (const [place, indicator] of brothers.entries()) {
      const number = `${before}${place + 1}`;
      const isLeaf = !all.some((one) => one.parent === indicator.id);
      rows.push({
        indicator,
        index: all.indexOf(indicator),
        level,
        number,
        isLeaf,
        position: place + 1,
        brothers: brothers.length,
      });
      walk(indicator.id, level + 1, `${number}.`);
    }
  };
  walk(undefined, 1, '');
  return rows;
}

export function freeId(all: Indicators): string {
  for (let number = all.length + 1; ; number += 1) {
    if (!all.some(({ id }) => id === `indicator${number}`)) return `indicator${number}`;
  }
}

/** Puts a branch right before or behind another indicator with all below it, or as the last one below it. */
function insert(all: Indicators, branch: Indicators, target: string, place: Place): Indicators {
  const [first, ...rest] = branch;
  const goal = all.find(({ id }) => id === target);
  if (!first || !goal) return all;
  const inside = place === 'inside';
  const placed = [under(first, inside ? goal.id : goal.parent), ...rest];
  const ids = new Set(branchOf(all, target).map(({ id }) => id));
  const at = place === 'before' ? all.indexOf(goal) : all.findLastIndex(({ id }) => ids.has(id)) + 1;
  const before = all.slice(0, at).map((one) => (inside && one.id === target ? asHeading(one) : one));
  return [...before, ...placed, ...all.slice(at)];
}

/** A new indicator behind the one of that id, or at the end of the method. */
export function addBehind(all: Indicators, id: string | null, added: Indicator): Indicators {
  return id === null ? [...all, added] : insert(all, [added], id, 'after');
}

export const addInside = (all: Indicators, id: string, added: Indicator): Indicators =>
  insert(all, [added], id, 'inside');

/** Takes an indicator away with everything below it. */
export function remove(all: Indicators, id: string): Indicators {
  const branch = new Set(branchOf(all, id));
  return all.filter((one) => !branch.has(one));
}

/** Moves a branch beside another indicator or below it; below itself it cannot go, and the list is as it was. */
export function moveTo(all: Indicators, id: string, target: string, place: Place): Indicators {
  const branch = branchOf(all, id);
  if (branch.length === 0 || branch.some((one) => one.id === target)) return all;
  return insert(remove(all, id), branch, target, place);
}

/** One step among the brothers, below the brother before it, or out behind its heading; where there is none, nothing. */
export function step(all: Indicators, id: string, way: Step): Indicators {
  const one = all.find((each) => each.id === id);
  if (!one) return all;
  const brothers = brothersOf(all, one);
  const at = brothers.indexOf(one);
  const [before, behind] = [brothers[at - 1], brothers[at + 1]];
  if (way === 'up') return before ? moveTo(all, id, before.id, 'before') : all;
  if (way === 'down') return behind ? moveTo(all, id, behind.id, 'after') : all;
  if (way === 'in') return before ? moveTo(all, id, before.id, 'inside') : all;
  return one.parent === undefined ? all : moveTo(all, id, one.parent, 'after');
}

/** Changes one indicator; a new id is followed by what stands below it. */
export function change(all: Indicators, id: string, to: Indicator): Indicators {
  return all.map((one) => {
    if (one.id === id) return to;
    return one.parent === id && to.id !== id ? { ...one, parent: to.id } : one;
  });
}
