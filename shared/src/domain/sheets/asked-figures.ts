import { otherTerms } from './other-sheets';
import type { SheetTemplate } from './sheet';
import { derivedItems } from './suggested-figures';

/**
 * How many figures a template asks of a county each month (减轻基层负担): required counts, amounts and days that are asked
 * every month; neither what follows from other figures of the sheet or of last month's, nor what is carried between its periods, nor an optional item.
 * Example: of workload, 12 items less the start and the end, which are computed, and the yearly justice offices are 9.
 */
export function askedFigures(template: Pick<SheetTemplate, 'items' | 'rules'>): number {
  // What follows from another sheet is typed as long as that one is not handed in.
  const derived = derivedItems({ rules: template.rules.filter((rule) => otherTerms([rule]).length === 0) });
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
