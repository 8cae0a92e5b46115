import { refusal } from '../refusal';
import type { Refusal } from '../refusal';
import type { Indicator, Method } from './method';

/** The ids of all indicators whose parents lead back to them. Each indicator is walked over once; ids are unique. */
function idsInCycles(byId: ReadonlyMap<string, Indicator>): ReadonlySet<string> {
  const walkedBy = new Map<string, Indicator>();
  const inCycle = new Set<string>();
  const above = (one: Indicator): Indicator | undefined =>
    one.parent === undefined ? undefined : byId.get(one.parent);
  for (const start of byId.values()) {
    let at: Indicator | undefined = start;
    for (; at !== undefined && !walkedBy.has(at.id); at = above(at)) walkedBy.set(at.id, start);
    // A walk that ends where an earlier one passed has found nothing new; one that meets itself has found a cycle.
    if (at === undefined || walkedBy.get(at.id) !== start) continue;
    for (; at !== undefined && !inCycle.has(at.id); at = above(at)) inCycle.add(at.id);
  }
  return inCycle;
}

/** Values stand in JSON under the ids, and the one key that JSON readers pass over cannot be given a value. */
const reservedId = (pointer: string): Refusal =>
  refusal(
    pointer,
    '“__proto__”不能用作指标编号（无法为其填写数值），请改用其他编号。',
    '"__proto__" may not be the id of an indicator, because no value can be given under it; choose another id.',
  );

/**
 * What makes the indicator tree unsound: no indicator at all, an id that stands twice (at the later one), the id
 * "__proto__" (of a leaf or of a parent), a parent that does not exist, parents that form a cycle (at each indicator of it, in input order).
 */
export function checkTree(method: Method): readonly Refusal[] {
  if (method.indicators.length === 0) {
    return [
      refusal(
        '/method/indicators',
        '至少应当有一项指标，请补充。',
        'At least one indicator is needed; add it.',
      ),
    ];
  }
  const byId = new Map<string, Indicator>();
  const refusals: Refusal[] = [];
  method.indicators.forEach((indicator, index) => {
    if (indicator.id === '__proto__') refusals.push(reservedId(`/method/indicators/${index}/id`));
    if (byId.has(indicator.id)) {
      refusals.push(
        refusal(
          `/method/indicators/${index}/id`,
          `指标编号“${indicator.id}”重复，请改为唯一的编号。`,
          `The indicator id "${indicator.id}" stands twice; give each indicator its own.`,
        ),
      );
    } else byId.set(indicator.id, indicator);
  });
  method.indicators.forEach((indicator, index) => {
    const pointer = `/method/indicators/${index}/parent`;
    if (indicator.parent !== undefined && !byId.has(indicator.parent)) {
      refusals.push(
        refusal(
          pointer,
          `没有编号为“${indicator.parent}”的上级指标，请核对。`,
          `There is no indicator "${indicator.parent}" to be the parent; check the id.`,
        ),
      );
    }
  });
  if (refusals.length > 0) return refusals;
  const inCycle = idsInCycles(byId);
  return method.indicators.flatMap((indicator, index) =>
    inCycle.has(indicator.id)
      ? [
          refusal(
            `/method/indicators/${index}/parent`,
            `指标“${indicator.id}”的上级关系形成循环，请理顺层级。`,
            `The parents of "${indicator.id}" lead back to it; make them a tree.`,
          ),
        ]
      : [],
  );
}
