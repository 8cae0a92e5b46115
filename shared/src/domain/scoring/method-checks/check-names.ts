import { inBothLanguages } from '../method';
import type { Method } from '../method';
import { pointerOf } from './leaves-of';
import { warning } from './method-check';
import type { MethodFinding } from './method-check';

/** Indicators of one parent that bear the same Chinese name, each but the first: a reader could not tell them apart. */
export function checkNames(method: Method): readonly MethodFinding[] {
  const seen = new Map<string | undefined, Set<string>>();
  return method.indicators.flatMap((indicator, index) => {
    const name = inBothLanguages(indicator.name ?? '').zh.trim();
    const siblings = seen.get(indicator.parent) ?? new Set<string>();
    seen.set(indicator.parent, siblings);
    if (name === '' || !siblings.has(name)) {
      siblings.add(name);
      return [];
    }
    return [
      warning(
        'nameTwice',
        `${pointerOf(index)}/name`,
        `同一上级指标之下有两项指标都叫“${name}”，请改为可以区分的名称。`,
        `Two indicators of one parent are both called "${name}"; give them names that tell them apart.`,
      ),
    ];
  });
}
