import { refusal } from '../refusal';
import type { Refusal } from '../refusal';
import type { Indicator, Method } from './method';

/** True when following the parents from this indicator comes back to it. Ids are known to be unique. */
function isInCycle(start: Indicator, byId: ReadonlyMap<string, Indicator>): boolean {
  let at = start.parent;
  for (let step = 0; step < byId.size && at !== undefined; step += 1) {
    if (at === start.id) return true;
    at = byId.get(at)?.parent;
  }
  return false;
}

/**
 * What makes the indicator tree unsound: no indicator at all, an id that stands twice (at the later one), a parent that
 * does not exist, parents that form a cycle (at each indicator of it, in input order).
 */
export function checkTree(method: Method): readonly Refusal[] {
  if (method.indicators.length === 0) {
    return [refusal('/method/indicators', '至少应当有一项指标。', 'At least one indicator is needed.')];
  }
  const byId = new Map<string, Indicator>();
  const refusals: Refusal[] = [];
  method.indicators.forEach((indicator, index) => {
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
  method.indicators.forEach((indicator, index) => {
    if (!isInCycle(indicator, byId)) return;
    refusals.push(
      refusal(
        `/method/indicators/${index}/parent`,
        `指标“${indicator.id}”的上级关系形成循环，请理顺层级。`,
        `The parents of "${indicator.id}" lead back to it; make them a tree.`,
      ),
    );
  });
  return refusals;
}
