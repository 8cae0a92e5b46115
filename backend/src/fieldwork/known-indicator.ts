import { refusal, type Refusal } from '@yuheng/shared/domain/refusal';
import type { Method } from '@yuheng/shared/domain/scoring/method';

/** Refused where the method of the round has no such leaf; null names none. */
export function unknownIndicator(method: Method, id: string | null, pointer: string): readonly Refusal[] {
  const parents = new Set(method.indicators.map(({ parent }) => parent));
  const isLeaf = method.indicators.some((one) => one.id === id && !parents.has(one.id));
  if (id === null || isLeaf) return [];
  return [
    refusal(
      pointer,
      '本批次的评价办法中没有这项指标，请从列表中选择。',
      'The method of the round has no such indicator: choose from the list.',
    ),
  ];
}
