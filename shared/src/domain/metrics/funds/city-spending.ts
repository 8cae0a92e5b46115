import { bilingual } from '../../bilingual';
import { fen } from '../../money/fen';
import type { Fen } from '../../money/fen';
import { printYuan } from '../../money/print-money';
import type { CountyYearFacts, Movement, WageMonth } from '../facts';
import type { MetricLine } from '../metric';

/** City money spent on one month's wages: what reached the persons, without an advance that is not settled yet. */
export function citySpendingOf(month: WageMonth): Fen {
  const open = month.advanceSettledOn === null ? month.countyAdvance : 0;
  return fen(month.cityPartPaid - open);
}

export const spendingLines = (months: readonly WageMonth[]): MetricLine[] =>
  months.map((one) => ({
    label:
      one.countyAdvance === 0
        ? bilingual(`${one.month} 支出（元）`, `${one.month} spent (yuan)`)
        : one.advanceSettledOn === null
          ? bilingual(
              `${one.month} 支出（元），另有县级垫付${printYuan(one.countyAdvance)}尚未归垫`,
              `${one.month} spent (yuan), apart from ${printYuan(one.countyAdvance)} advanced and not settled`,
            )
          : bilingual(
              `${one.month} 支出（元），含${one.advanceSettledOn}归垫${printYuan(one.countyAdvance)}`,
              `${one.month} spent (yuan), ${printYuan(one.countyAdvance)} of it settled on ${one.advanceSettledOn}`,
            ),
    amount: printYuan(citySpendingOf(one)),
    record: one.record,
  }));

/** The sum of the movements of a stage up to the day of the facts; reversals (红字冲销) count with their sign. */
export const movedOf = (facts: CountyYearFacts, stage: Movement['stage']): Fen =>
  fen(
    facts.movements
      .filter((one) => one.stage === stage && one.date <= facts.asOf)
      .reduce((sum, one) => sum + one.amount, 0),
  );
