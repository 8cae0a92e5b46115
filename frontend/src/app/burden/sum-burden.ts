import type { CountyBurden } from '@yuheng/shared/contract/burden';

type MonthOf = CountyBurden['months'][number];

/** What one line of the page shows; averages are shown with one decimal. */
export interface BurdenLine {
  readonly id: string;
  readonly name: string;
  readonly months: number;
  readonly asked: number;
  readonly entered: number;
  readonly minutes: number;
  readonly returned: number;
}

const sum = (rows: readonly MonthOf[], figure: (row: MonthOf) => number): number =>
  rows.reduce((total, row) => total + figure(row), 0);

/** One line a county: the average of its months; what was sent back is a sum. A county without a month has no line. */
export const averageOfCounties = (counties: readonly CountyBurden[]): readonly BurdenLine[] =>
  counties.flatMap(({ id, name, months }) => {
    if (months.length === 0) return [];
    const average = (figure: (row: MonthOf) => number): number => sum(months, figure) / months.length;
    return [
      {
        id,
        name,
        months: months.length,
        asked: average(({ asked }) => asked),
        entered: average(({ entered }) => entered),
        minutes: average(({ minutes }) => minutes),
        returned: sum(months, ({ returned }) => returned),
      },
    ];
  });

/** One line a month: the sum over the counties, the first month first. */
export function sumOfMonths(counties: readonly CountyBurden[]): readonly MonthOf[] {
  const rows = counties.flatMap(({ months }) => months);
  const months = [...new Set(rows.map(({ month }) => month))].sort();
  return months.map((month) => {
    const of = rows.filter((row) => row.month === month);
    return {
      month,
      asked: sum(of, ({ asked }) => asked),
      entered: sum(of, ({ entered }) => entered),
      minutes: sum(of, ({ minutes }) => minutes),
      returned: sum(of, ({ returned }) => returned),
    };
  });
}
