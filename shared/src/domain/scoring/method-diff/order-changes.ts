import { bilingual } from '../../bilingual';
import type { Bilingual } from '../../bilingual';
import { changedText, sameText } from './method-change';
import type { MethodChange } from './method-change';
import { calledIn } from './method-tree';
import type { MethodTree } from './method-tree';

/** The indicators that both versions have under the same parent, in the order of this one. */
function stayed(tree: MethodTree, other: MethodTree): readonly string[] {
  return [...tree.byId.values()].flatMap(({ id, parent }) =>
    other.byId.has(id) && other.byId.get(id)?.parent === parent ? [id] : [],
  );
}

function listed(tree: MethodTree, ids: readonly string[]): Bilingual {
  const names = ids.map((id) => calledIn(tree, id));
  return bilingual(names.map((one) => one.zh).join(''), names.map((one) => one.en).join(', '));
}

/** The order of these indicators, where it changed. Names that cannot show it (because two are the same) give way to ids. */
function orderChange(
  what: Bilingual,
  parent: string | null,
  before: readonly [MethodTree, readonly string[]],
  after: readonly [MethodTree, readonly string[]],
): MethodChange[] {
  if (before[1].join('\n') === after[1].join('\n')) return [];
  const subject = { kind: 'orderChanged', indicator: parent, what } as const;
  // Both lists bear the names of the later version, so that a new name does not look like a new place.
  const names = [listed(after[0], before[1]), listed(after[0], after[1])] as const;
  const ids = [before[1], after[1]].map((list) => bilingual(list.join('、'), list.join(', ')));
  return sameText(...names)
    ? changedText(subject, ids[0] as Bilingual, ids[1] as Bilingual)
    : changedText(subject, ...names);
}

/**
 * Where indicators that stayed under their parent stand in another order, for each parent; and where none of them does but
 * the list as a whole is in another order, that of all.
 */
export function orderChanges(before: MethodTree, after: MethodTree): readonly MethodChange[] {
  const [old, now] = [stayed(before, after), stayed(after, before)];
  const parents = [...new Set(now.map((id) => after.byId.get(id)?.parent))];
  const below = parents.flatMap((parent) => {
    const children = (ids: readonly string[]): readonly string[] =>
      ids.filter((id) => after.byId.get(id)?.parent === parent);
    const name = parent === undefined ? null : calledIn(after, parent);
    const what = name
      ? bilingual(`${name.zh}之下各指标的顺序`, `the order of the indicators below ${name.en}`)
      : bilingual('一级指标的顺序', 'the order of the dimensions');
    return orderChange(what, parent ?? null, [before, children(old)], [after, children(now)]);
  });
  if (below.length > 0) return below;
  const all = bilingual('各指标在表中的顺序', 'the order of the indicators in the table');
  return orderChange(all, null, [before, old], [after, now]);
}
