import type { Overview } from '@yuheng/shared/contract/overview';
import { executionHeight, executionOption, type Execution } from '../charts/execution';
import type { ChartParts, Reading } from '../charts/reading';
import { monthlyRatesOption } from '../charts/monthly-rates';
import { formatDay } from '../ui/day';
import type { LanguageCode } from '../ui/language';
import { formatMoney } from '../ui/money';
import { percentInWords } from '../ui/percent';

type Words = (key: string, values?: Record<string, string | number>) => string;

/** Units and states are words that every page shares; the rest is the overview's own. */
const wordsOf =
  ({ text }: Reading): Words =>
  (key, values) => {
    if (key.startsWith('unit.')) return text(`ui.${key}`, values);
    if (key === 'state.notDue') return text('ui.valueState.notDue', values);
    return text(key.startsWith('state.') ? `ui.figureState.${key.slice(6)}` : `overview.${key}`, values);
  };

const shortMonth = (month: string, language: LanguageCode): string =>
  language === 'en' ? formatDay(month, 'en').slice(0, 3) : `${Number(month.slice(5))}月`;

type Trend = Overview['trend'];
const isGathered = (month: Trend[number]): boolean =>
  month.onPostRate !== null || month.wageTimeliness !== null || month.inspectionPassRate !== null;

/** Null when no month has any figure: an empty chart would look like zeros. */
export function trendChart(
  trend: Trend,
  reading: Reading,
  { height, picked }: { readonly height: number; readonly picked: number },
): ChartParts | null {
  const { look, language } = reading;
  const say = wordsOf(reading);
  const gathered = trend.filter(isGathered);
  const latest = gathered.at(-1);
  if (!latest) return null;
  const strip = (key: 'onPostRate' | 'wageTimeliness' | 'inspectionPassRate', hue: string) => ({
    name: say(key),
    hue,
    rates: trend.map((month) => month[key]),
  });
  const strips = [
    strip('onPostRate', look.onPost),
    strip('wageTimeliness', look.wages),
    strip('inspectionPassRate', look.inspection),
  ];
  const months = trend.map((month) => ({
    label: shortMonth(month.month, language),
    approved: month.approved,
  }));
  return {
    option: monthlyRatesOption({ months, strips, picked }, look, height),
    table: {
      columns: [say('month'), ...strips.map((one) => one.name), say('monthState')],
      rows: trend.map((month) => [
        formatDay(month.month, language),
        percentInWords(month.onPostRate),
        percentInWords(month.wageTimeliness),
        percentInWords(month.inspectionPassRate),
        say(`state.${!isGathered(month) ? 'notDue' : month.approved ? 'approved' : 'provisional'}`),
      ]),
    },
    height,
    summary: say('trendSummary', {
      months: gathered.length,
      approved: gathered.filter((month) => month.approved).length,
      month: formatDay(latest.month, language),
      onPost: percentInWords(latest.onPostRate),
      wages: percentInWords(latest.wageTimeliness),
      inspection: percentInWords(latest.inspectionPassRate),
    }),
  };
}

type ExecutionRows = Overview['execution'];
const total = (
  rows: ExecutionRows,
  key: 'receivedFen' | 'spentFen' | 'expectedFen' | 'advancedFen',
): number => rows.reduce((sum, row) => sum + row[key], 0);

/** Null when no money is due or moved yet. */
export function executionChart(
  rows: ExecutionRows,
  { approved, picked }: { readonly approved: boolean; readonly picked: number },
  reading: Reading,
): ChartParts | null {
  const { unit, look } = reading;
  const say = wordsOf(reading);
  const money = (fen: number) => formatMoney(fen, unit);
  const sums = {
    received: total(rows, 'receivedFen'),
    spent: total(rows, 'spentFen'),
    expected: total(rows, 'expectedFen'),
    advanced: total(rows, 'advancedFen'),
  };
  if (Object.values(sums).every((sum) => sum === 0)) return null;
  const unitWord = say(`unit.${unit}`);
  const data: Execution = {
    rows,
    approved,
    words: {
      received: say('received'),
      spent: say('spent'),
      expected: say('expected'),
      advanced: say('advanced'),
      unit: unitWord,
    },
    fenPerUnit: unit === '元' ? 100 : 1_000_000,
    format: money,
    picked,
  };
  // English has no word for 万元: an English sentence says the whole amount.
  const said = (fen: number) =>
    reading.language === 'en' ? `CNY ${formatMoney(fen, '元')}` : `${money(fen)} ${unitWord}`;
  const values = {
    count: rows.length,
    name: rows[0]?.name ?? '',
    received: said(sums.received),
    spent: said(sums.spent),
    expected: said(sums.expected),
    advanced: said(sums.advanced),
  };
  const column = (key: string) => `${say(key)} (${unitWord})`;
  return {
    option: executionOption(data, look),
    table: {
      columns: [
        say('column.county'),
        column('received'),
        column('spent'),
        column('expected'),
        column('advanced'),
        say('rate'),
      ],
      rows: rows.map((row) => [
        row.name,
        money(row.receivedFen),
        money(row.spentFen),
        money(row.expectedFen),
        money(row.advancedFen),
        percentInWords(row.rate),
      ]),
    },
    height: executionHeight(rows.length),
    summary: [
      say(rows.length === 1 ? 'executionOfOne' : 'executionSummary', values),
      ...(sums.advanced > 0 ? [say('executionAdvanced', values)] : []),
    ].join(reading.language === 'en' ? ' ' : ''),
  };
}
