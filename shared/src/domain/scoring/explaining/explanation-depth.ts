import { refusal } from '../../refusal';
import type { Refusal } from '../../refusal';
import type { CompiledMethod } from '../compile-method';

/** An explanation nests as deep as the tree; programs that read and write it by recursion give up at some five hundred levels. */
export const DEEPEST_EXPLAINED = 300;

/**
 * Why the explanation of a method cannot be written out: the first indicator, in input order, that stands below more
 * than `DEEPEST_EXPLAINED` others. Null where it can. Scores themselves know no such bound.
 */
export function tooDeepToExplain(method: CompiledMethod): Refusal | null {
  const index = method.method.indicators.findIndex(({ parent }) => {
    const place = parent === undefined ? undefined : method.groupPlaces.get(parent);
    return place !== undefined && (method.groups[place]?.depth ?? 0) > DEEPEST_EXPLAINED;
  });
  if (index < 0) return null;
  return refusal(
    `/method/indicators/${index}/parent`,
    `指标层级超过${DEEPEST_EXPLAINED}级，无法输出计算过程；请减少层级，或者不要求计算过程。`,
    `Indicators stand more than ${DEEPEST_EXPLAINED} levels deep, so the explanation cannot be written out; use fewer levels, or ask for none.`,
  );
}
