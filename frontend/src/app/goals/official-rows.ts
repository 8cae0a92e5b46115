import {
  GOAL_KINDS,
  GROUP_NAMES,
  KIND_NAMES,
  type GoalGroup,
  type GoalKind,
} from '@yuheng/shared/domain/goals/goal';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';

/** The cell of a 一级 or 二级指标, over all of its rows. */
export interface Span {
  readonly name: Bilingual;
  readonly rows: number;
}

export interface OfficialRow<Item> {
  readonly item: Item;
  /** null: the cell of an earlier row stands beside this one too. */
  readonly group: Span | null;
  readonly kind: Span | null;
}

/** The lines of the official table: by 一级 and 二级指标 in its order, within them as they were written. */
export function officialRows<Item>(
  items: readonly Item[],
  kindOf: (item: Item) => GoalKind,
): readonly OfficialRow<Item>[] {
  const kinds = Object.keys(GOAL_KINDS) as GoalKind[];
  const ordered = kinds.flatMap((kind) => items.filter((item) => kindOf(item) === kind));
  const groupOf = (item: Item): GoalGroup => GOAL_KINDS[kindOf(item)];
  const span = <Key>(at: number, keyOf: (item: Item) => Key, name: Bilingual): Span | null => {
    const [item, before] = [ordered[at] as Item, ordered[at - 1]];
    if (before !== undefined && keyOf(before) === keyOf(item)) return null;
    return { name, rows: ordered.filter((other) => keyOf(other) === keyOf(item)).length };
  };
  return ordered.map((item, at) => ({
    item,
    group: span(at, groupOf, GROUP_NAMES[groupOf(item)]),
    kind: span(at, kindOf, KIND_NAMES[kindOf(item)]),
  }));
}
