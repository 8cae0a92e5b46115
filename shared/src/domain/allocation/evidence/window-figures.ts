import { bilingual, type Bilingual } from '../../bilingual';
import { monthNumber, monthsOfYear, yearOf, type YearMonth } from '../../period/year-month';
import { printRounded, rational, ZERO, type Rational } from '../../numbers/rational';
import { printNear } from '../../apportionment/explaining/print-short';
import { sheetStep, type Step } from '../../apportionment/explaining/sheet-step';
import { refusal, type Refusal } from '../../refusal';
import { exactSum } from '../../scoring/numbers/exact-sum';
import { printFigure } from '../explaining/print-figure';
import type { AllocationSettings, FactorId } from '../settings/allocation-settings';
import { FACTOR_NAMES } from '../settings/factor-names';
import { requiredDecimal } from '../settings/read-settings';
import type { AllocationEvidence, CountyEvidence, MonthEvidence } from './allocation-evidence';

/** 证据窗口: its months, in order. */
export interface EvidenceWindow {
  readonly months: readonly YearMonth[];
  readonly words: Bilingual;
}

/** The year whose months count: that of the chosen result, or without one the evidence's own. */
export const evaluatedYearOf = ({
  scoring,
  evaluatedYear,
}: Pick<AllocationEvidence, 'evaluatedYear'> & {
  readonly scoring: { readonly year: number } | null;
}): number => scoring?.year ?? evaluatedYear;

/**
 * The months of the window: from January of the first of so many years that end with the evaluated year, to `lastMonth`
 * of the evaluated year. Example: 1 year to month 12 of 2025 is 2025-01 … 2025-12.
 */
export function evidenceWindow(
  evaluatedYear: number,
  { years, lastMonth }: AllocationSettings['window'],
): EvidenceWindow {
  const first = evaluatedYear - years + 1;
  const months = Array.from({ length: years }, (_, index) => monthsOfYear(first + index))
    .flat()
    .filter((month) => yearOf(month) < evaluatedYear || monthNumber(month) <= lastMonth);
  const from = `${first}年1月`;
  const until = years === 1 ? `${lastMonth}月` : `${evaluatedYear}年${lastMonth}月`;
  const [start, end] = [months[0] ?? '', months.at(-1) ?? ''];
  return {
    months,
    words: bilingual(
      start === end ? from : `${from}至${until}`,
      start === end ? start : `${start} to ${end}`,
    ),
  };
}

/** The evidence of the months of a window; what other months say never counts. */
export function monthsIn({ months }: EvidenceWindow, county: CountyEvidence): readonly MonthEvidence[] {
  const [first = '', last = ''] = [months[0], months.at(-1)];
  return county.months.filter(({ month }) => month >= first && month <= last);
}

/** One factor of one county over the window. */
export interface WindowFigure {
  readonly factor: FactorId;
  /** Exact; a monthly average where the factor has months. */
  readonly exact: Rational;
  /** Months that have the figure, in order; none of factors without months. */
  readonly months: readonly YearMonth[];
  /** Those of them whose sheet nobody has approved. */
  readonly unapproved: readonly YearMonth[];
  readonly steps: readonly Step[];
}

/** Two decimals, half up, and none where it is whole: "25", "31.42". */
export const printWindowFigure = (exact: Rational): string => printRounded(exact, 2).replace(/\.00$/, '');

const OF_MONTH: Readonly<
  Record<Exclude<FactorId, 'lastPosts' | 'justiceOffices'>, (month: MonthEvidence) => Rational | null>
> = {
  supervised: ({ supervised }) => (supervised === null ? null : requiredDecimal(supervised)),
  resettled: ({ resettled }) => (resettled === null ? null : rational(resettled)),
  assessments: ({ assessments }) => (assessments === null ? null : rational(assessments)),
};

/**
 * A factor of one county as it enters the split. Posts and offices are what the evidence says; a workload count is the
 * average over the months of the window that have the figure, exactly. A month without it is no month of 0, and a month
 * outside the window never counts.
 *
 * Refused, pointing into the county at `at`: no known number of offices; no month of the window with the figure. A county
 * without data stops the run.
 * Example: 30, 31 and nothing in a window of three months is 61 ÷ 2 = 30.5, of two months.
 */
export function windowFigure(
  factor: FactorId,
  {
    county,
    window,
    at,
  }: { readonly county: CountyEvidence; readonly window: EvidenceWindow; readonly at: string },
): WindowFigure | Refusal {
  const name = FACTOR_NAMES[factor];
  const standing = (posts: number): WindowFigure => ({
    factor,
    exact: rational(posts),
    months: [],
    unapproved: [],
    steps: [],
  });
  if (factor === 'lastPosts') return standing(county.lastPosts);
  if (factor === 'justiceOffices') {
    return county.justiceOffices === null
      ? refusal(
          `${at}/justiceOffices`,
          `该县（市、区）没有${name.zh}，不能按 0 计，请补录后再测算`,
          `The number of ${name.en} of the county is not known and never counts as 0; supply it first`,
        )
      : standing(county.justiceOffices);
  }
  const [months, unapproved]: [YearMonth[], YearMonth[]] = [[], []];
  let sum = ZERO;
  for (const evidence of monthsIn(window, county)) {
    const figure = OF_MONTH[factor](evidence);
    if (figure === null) continue;
    sum = exactSum(sum, figure);
    months.push(evidence.month);
    if (evidence.workloadStage !== 'approved') unapproved.push(evidence.month);
  }
  if (months.length === 0) {
    return refusal(
      `${at}/months`,
      `该县（市、区）在${window.words.zh}没有一个月报送“${name.zh}”所需的数据，不能按 0 计，请补报后再测算`,
      `The county has no month from ${window.words.en} with the figure for "${name.en}", which never counts as 0; supply it first`,
    );
  }
  const exact = rational(sum.numerator, sum.denominator * BigInt(months.length));
  return {
    factor,
    exact,
    months,
    unapproved,
    steps: [
      sheetStep(
        bilingual(
          `${name.zh}：${window.words.zh}有数据的 ${months.length} 个月的平均`,
          `${name.en}: mean of the ${months.length} months with figures, ${window.words.en}`,
        ),
        `${printFigure(sum)} ÷ ${months.length}`,
        printNear(exact, 2),
      ),
    ],
  };
}
