import type { Burden } from '@yuheng/shared/domain/burden/burden-of-month';
import { burdenOf } from '@yuheng/shared/domain/burden/burden-of-month';
import { askedFigures } from '@yuheng/shared/domain/sheets/asked-figures';
import { derivedItems } from '@yuheng/shared/domain/sheets/suggested-figures';
import type { BurdenRow, TemplateRow } from './burden.queries';

export interface MonthBurden extends Burden {
  readonly county: string;
  readonly month: string;
}

/** The months of the counties, each the sum of its sheets. What follows from other figures is neither asked nor entered. */
export function monthsOfSheets(
  rows: readonly BurdenRow[],
  templates: readonly TemplateRow[],
): readonly MonthBurden[] {
  const known = new Map(
    templates.map((one) => [
      `${one.kind} ${one.version}`,
      { asked: askedFigures(one), derived: derivedItems(one) },
    ]),
  );
  const months = new Map<string, MonthBurden>();
  for (const { county, month, kind, template, entered, seconds, returned } of rows) {
    const { asked = 0, derived = new Set<string>() } = known.get(`${kind} ${template}`) ?? {};
    const sheet = { asked, entered: entered.filter((item) => !derived.has(item)).length, seconds, returned };
    const key = `${county} ${month}`;
    const sum = months.get(key);
    months.set(key, { county, month, ...burdenOf(sum ? [sum, sheet] : [sheet]) });
  }
  return [...months.values()];
}
