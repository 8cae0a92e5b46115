import type { Indicator, Indicators } from '@yuheng/shared/contract/indicators';
import { METRICS } from '@yuheng/shared/domain/metrics/catalogue';
import {
  INDICATOR_NOT_DUE,
  indicatorCell,
  indicatorMonths,
  indicatorOfAll,
} from '@yuheng/shared/domain/monitoring/indicator-cells';
import { INDICATORS, isTargeted, type WatchedIndicator } from '@yuheng/shared/domain/monitoring/indicators';
import { monthsOfYear } from '@yuheng/shared/domain/period/year-month';
import { indicatorsSentence, type IndicatorAcross } from '@yuheng/shared/domain/sentences/indicators';
import { figureState, type CountyOfYear, type YearOfCounties } from './year-standing';

export interface IndicatorsSource extends YearOfCounties {
  readonly program: Indicators['program'];
  readonly year: number;
  readonly asOf: string;
  readonly demonstration: boolean;
}

type CountyRow = Indicators['counties'][number];

/** County by indicator and indicator by month, all of them by the metrics' own functions. */
export function presentIndicators(source: IndicatorsSource): Indicators {
  const { program, year, asOf, demonstration } = source;
  const counties = source.counties.map(rowOf);
  const across = INDICATORS.map(({ code }, at): IndicatorAcross => ({
    name: METRICS[code].definition.name,
    cells: counties.flatMap(({ name: county, cells }) => {
      const cell = cells[at];
      return cell ? [{ ...cell, county }] : [];
    }),
  }));
  return {
    program,
    year,
    asOf,
    asOfChoice: source.asOfChoice,
    demonstration,
    state: figureState(source),
    headline: indicatorsSentence(
      year,
      across.filter((_, at) => INDICATORS[at] && isTargeted(INDICATORS[at].code)),
      across,
    ),
    indicators: INDICATORS.map((one, at) => definitionOf(one, at, { year, counties })),
    counties,
  };
}

function rowOf({ place: { id, name }, gathered }: CountyOfYear): CountyRow {
  return {
    id,
    name,
    cells: INDICATORS.map(({ code }) =>
      gathered ? indicatorCell(gathered.facts, code, gathered.settings) : INDICATOR_NOT_DUE,
    ),
    months: INDICATORS.map((one) =>
      gathered ? [...indicatorMonths(gathered.facts, one, gathered.settings)] : [],
    ),
  };
}

function definitionOf(
  one: WatchedIndicator,
  at: number,
  { year, counties }: { readonly year: number; readonly counties: readonly CountyRow[] },
): Indicator {
  const { code, group, monthly } = one;
  const { name, formula, unit, direction, counts, disclosure, responsible, clause } =
    METRICS[code].definition;
  const cells = counties.flatMap(({ cells }) => cells[at] ?? []);
  return {
    id: code,
    group,
    name,
    formula,
    unit,
    direction,
    counts,
    disclosure,
    responsible,
    basis: clause,
    targeted: isTargeted(code),
    monthly,
    all: {
      ...indicatorOfAll(code, cells),
      months: monthly === null ? [] : monthsOfYear(year).map((month) => monthOfAll(one, at, month, counties)),
    },
  };
}

function monthOfAll(
  { code }: WatchedIndicator,
  at: number,
  month: string,
  counties: readonly CountyRow[],
): Indicator['all']['months'][number] {
  const of = counties.flatMap(({ months }) => months[at]?.find((one) => one.month === month) ?? []);
  const known = of.filter(({ figure }) => figure !== null);
  return {
    month,
    ...indicatorOfAll(code, of),
    approved: known.length > 0 && known.every(({ approved }) => approved),
  };
}
