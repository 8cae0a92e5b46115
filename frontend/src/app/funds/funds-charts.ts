import type { Funds } from '@yuheng/shared/contract/funds';
import { printRounded, rational } from '@yuheng/shared/domain/numbers/rational';
import { executionHeight, executionOption } from '../charts/execution';
import { MONEY_MONTHS_HEIGHT, moneyMonthsOption } from '../charts/money-months';
import type { ChartParts, Reading } from '../charts/reading';
import { formatDay } from '../ui/day';
import { formatMoney } from '../ui/money';
import { percentInWords } from '../ui/percent';

export interface ChainLink {
  readonly key: 'budget' | 'issued' | 'received' | 'passedOn' | 'spent';
  readonly fen: number;
  /** A link that no money has reached yet is not due; it is never called zero. */
  readonly reached: boolean;
  /** Per cent of the budget with two decimals; null for the budget itself, and without one. */
  readonly share: string | null;
}

/** The chain of all counties together, each link as a share of the budget. */
export function chainOf(total: Funds['total']): readonly ChainLink[] {
  const keys = ['budget', 'issued', 'received', 'passedOn', 'spent'] as const;
  return keys.map((key) => {
    const fen = total[`${key}Fen`];
    const share =
      key !== 'budget' && total.budgetFen > 0
        ? printRounded(rational(BigInt(fen) * 100n, BigInt(total.budgetFen)), 2)
        : null;
    return { key, fen, reached: fen > 0, share };
  });
}

const fenPer = (unit: Reading['unit']): number => (unit === '元' ? 100 : 1_000_000);

/** Null while no money has been received: bars of length zero would look like a failure. */
export function executionChart(data: Funds, { text, unit, look }: Reading, picked = -1): ChartParts | null {
  if (data.total.receivedFen === 0 && data.total.spentFen === 0) return null;
  const money = (fen: number) => formatMoney(fen, unit);
  const word = (key: string) => text(`funds.execution.${key}`);
  const unitWord = text(`ui.unit.${unit}`);
  const inUnit = (key: string) => `${word(key)} (${unitWord})`;
  const rows = data.counties.map((county) => ({
    name: county.name,
    receivedFen: county.received.fen,
    spentFen: county.spentFen,
    expectedFen: county.expectedFen,
    rate: county.executionRate,
  }));
  return {
    option: executionOption(
      {
        rows,
        approved: data.state !== 'provisional',
        words: {
          received: word('received'),
          spent: word('spent'),
          expected: word('expected'),
          unit: unitWord,
        },
        fenPerUnit: fenPer(unit),
        format: money,
        picked,
      },
      look,
    ),
    table: {
      columns: [
        text('funds.table.county'),
        inUnit('received'),
        inUnit('spent'),
        inUnit('expected'),
        inUnit('advanced'),
        word('rate'),
      ],
      rows: data.counties.map((county) => [
        county.name,
        money(county.received.fen),
        money(county.spentFen),
        money(county.expectedFen),
        money(county.advancedFen),
        percentInWords(county.executionRate),
      ]),
    },
    summary: text('funds.execution.summary', {
      count: data.counties.length,
      received: money(data.total.receivedFen),
      spent: money(data.total.spentFen),
      expected: money(data.total.expectedFen),
      unit: unitWord,
    }),
    height: executionHeight(rows.length),
  };
}

type Months = Funds['months'];
type AmountKey = 'cityPartFen' | 'advancedFen' | 'countyPartFen' | 'expectedFen';
const MONTH_COLUMNS = [
  ['city', 'cityPartFen'],
  ['advanced', 'advancedFen'],
  ['county', 'countyPartFen'],
  ['expected', 'expectedFen'],
] as const satisfies readonly (readonly [string, AmountKey])[];

const monthName = (month: string, { text, language }: Reading): string =>
  language === 'en'
    ? formatDay(month, 'en').slice(0, 3)
    : text('funds.months.name', { month: Number(month.slice(5)) });

/** Null when no month is due yet. */
export function monthsChart(months: Months, reading: Reading, picked = -1): ChartParts | null {
  const due = months.filter((month) => month.due);
  if (due.length === 0) return null;
  const { text, unit, look, language } = reading;
  const money = (fen: number) => formatMoney(fen, unit);
  const unitWord = text(`ui.unit.${unit}`);
  const sum = (key: AmountKey) => money(due.reduce((total, month) => total + month[key], 0));
  const unapproved = due.filter((month) => !month.approved).length;
  const word = (key: string) => text(`funds.months.${key}`);
  const stateOf = (month: Months[number]) =>
    text(
      month.due ? `ui.figureState.${month.approved ? 'approved' : 'provisional'}` : 'ui.valueState.notDue',
    );
  return {
    option: moneyMonthsOption(
      {
        months: months.map((month) => ({
          label: monthName(month.month, reading),
          approved: month.approved,
          due: month.due,
          cityFen: month.cityPartFen,
          advancedFen: month.advancedFen,
          countyFen: month.countyPartFen,
          expectedFen: month.expectedFen,
        })),
        words: {
          city: word('city'),
          advanced: word('advanced'),
          county: word('county'),
          expected: word('expected'),
        },
        fenPerUnit: fenPer(unit),
        picked,
        tooltip: (index) => {
          const month = months[index];
          if (!month) return '';
          const lines = MONTH_COLUMNS.map(
            ([key, field]) => `${word(key)} ${money(month[field])} ${unitWord}`,
          );
          return [`${formatDay(month.month, language)} ${stateOf(month)}`, ...(month.due ? lines : [])].join(
            '<br>',
          );
        },
      },
      look,
    ),
    table: {
      columns: [word('month'), ...MONTH_COLUMNS.map(([key]) => `${word(key)} (${unitWord})`), word('state')],
      rows: months.map((month) => [
        formatDay(month.month, language),
        ...MONTH_COLUMNS.map(([, field]) => (month.due ? money(month[field]) : '—')),
        stateOf(month),
      ]),
    },
    summary: text('funds.months.summary', {
      count: due.length,
      city: sum('cityPartFen'),
      advanced: sum('advancedFen'),
      county: sum('countyPartFen'),
      unit: unitWord,
      unapproved:
        unapproved === 0 ? word('allApproved') : text('funds.months.someUnapproved', { count: unapproved }),
    }),
    height: MONEY_MONTHS_HEIGHT,
  };
}
