import type { ComparisonMeasure, CountyComparison } from '@yuheng/shared/contract/county-comparisons';
import { barsHeight, barsOption } from '../../charts/bars';
import type { ChartParts, Reading } from '../../charts/reading';
import { formatMoney } from '../../ui/money';
import { percentInWords } from '../../ui/percent';
import { lengthOf, type MeasureGroup } from './measure-rows';

const SIDES = ['left', 'right'] as const;
type Side = (typeof SIDES)[number];

/** A county of a year, as both sides are named over their figures. */
export const sideName = (data: CountyComparison, side: Side, { text }: Pick<Reading, 'text'>): string =>
  text('compare.side', { name: data[side].name, year: data[side].year });

function figureOf(measure: ComparisonMeasure, side: Side, { text, unit }: Reading): string {
  const { figure, state } = measure[side];
  if (figure === null) return text(`compare.state.${state}`);
  if (measure.unit === 'fen') return formatMoney(Number(figure), unit);
  return measure.unit === 'percent' ? percentInWords(figure) : figure;
}

/**
 * Both sides of a group beside each other, measure by measure in the order of the server. What is counted in different
 * units cannot share an axis: there each measure stands on its own larger side, and the axis has no figures.
 */
export function comparisonChart(
  { rows }: MeasureGroup,
  data: CountyComparison,
  { reading, picked }: { readonly reading: Reading; readonly picked: number },
): ChartParts {
  const { text, said, look } = reading;
  const names = SIDES.map((side) => sideName(data, side, reading));
  const areRates = rows.every(({ unit }) => unit === 'percent');
  const apart = rows.map((row) =>
    text('compare.apart', { name: said(row.name), difference: said(row.difference) }),
  );
  return {
    option: barsOption(
      {
        series: names.map((name, at) => ({ name, hue: look.city, dotted: at === 0 })),
        rows: rows.map((row, at) => ({
          name: said(row.name),
          values: SIDES.map((side) => lengthOf(row, side)),
          labels: SIDES.map((side) => figureOf(row, side, reading)),
          approved: SIDES.every((side) => data[side].state !== 'provisional'),
          tooltip: [
            ...SIDES.map((side, index) => `${names[index] ?? ''} ${figureOf(row, side, reading)}`),
            apart[at] ?? '',
          ],
        })),
        full: 100,
        axis: (value) => (areRates ? `${value}%` : ''),
        picked,
      },
      look,
    ),
    table: {
      columns: [text('compare.measure'), ...names, text('compare.difference')],
      rows: rows.map((row) => [
        said(row.name),
        ...SIDES.map((side) => figureOf(row, side, reading)),
        said(row.difference),
      ]),
    },
    summary: apart.filter((_, at) => picked < 0 || at === picked).join(text('compare.between')),
    height: barsHeight(rows.length, SIDES.length),
  };
}
