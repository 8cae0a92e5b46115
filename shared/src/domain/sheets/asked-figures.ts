import type { SheetTemplate } from './sheet';
import { derivedItems } from './suggested-figures';

/**
 * How many figures a template asks of a county each month (减轻基层负担): required counts, amounts and days that are asked
 * every month; neither what follows from other figures, nor what is carried between its periods, nor an optional item.
 * Example: of workload, 12 items less the start and the end, which are computed, and the yearly justice offices are 9.
 */
export function askedFigures(template: Pick<SheetTemplate, 'items' | 'rules'>): number {
  const derived = derivedItems(template);
  const needed = new Set(template.rules.flatMap((rule) => (rule.kind === 'requiredWhen' ? [rule.item] : [])));
  return template.items.filter(
    ({ id, answer, frequency, required }) =>
      answer !== 'conclusion' &&
      answer !== 'text' &&
      frequency === 'monthly' &&
      (required || needed.has(id)) &&
      !derived.has(id),
  ).length;
}
