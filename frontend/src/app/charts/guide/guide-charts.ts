import { barsHeight, barsOption } from '../bars';
import type { Boundary } from '../boundary';
import { calendarHeight, calendarScene } from '../calendar';
import type { CountyValue } from '../county-value';
import { dotIntervalHeight, dotIntervalOption } from '../dot-interval';
import { executionHeight, executionOption } from '../execution';
import { flowHeight, flowScene } from '../flow';
import type { Marked } from '../marked-table';
import { monthlyRatesOption } from '../monthly-rates';
import type { ChartParts, Reading } from '../reading';
import { slopeHeight, slopeOption } from '../slope';
import { smallMultiplesHeight, smallMultiplesScene } from '../small-multiples';
import { stepsHeight, stepsOption } from '../steps';

/** What a chart of the guide is called in its texts, and how it is drawn from invented figures. */
export interface GuideChart {
  readonly kind: string;
  readonly parts: Omit<ChartParts, 'summary'>;
}

const RATES = ['96.00', '98.50', null, '97.25', '100.00', '99.00'] as const;
const STATES = ['reported', 'late', 'missing', 'notApplicable', 'reported', 'notDue'] as const;
const TILES = [
  [0, 0],
  [0, 1],
  [0, 2],
  [1, 0],
  [1, 1],
  [1, 2],
  [2, 0],
  [2, 1],
  [2, 2],
] as const;

const count = (rows: number): readonly number[] => Array.from({ length: rows }, (_, at) => at);
const word = ({ text }: Reading, key: string) => text(`chartGuide.word.${key}`);
const name = ({ text }: Reading, at: number) =>
  text('chartGuide.county', { letter: text('chartGuide.letters')[at] ?? '' });
const months = ({ text }: Reading) =>
  count(6).map((at) => ({ label: text('chartGuide.month', { month: at + 1 }), approved: at < 4 }));

/** The charts of the guide, in the order in which they are explained. Every figure is invented, and marked so. */
export const guideCharts = (reading: Reading): readonly GuideChart[] => [
  bars(reading),
  execution(reading),
  rates(reading),
  slope(reading),
  calendar(reading),
  steps(reading),
  flow(reading),
  dots(reading),
  multiples(reading),
];

function bars(reading: Reading): GuideChart {
  const { text, look } = reading;
  const rows = count(4).map((at) => ({
    name: name(reading, at),
    values: at === 3 ? [null, 8] : [12 - at, 10 + at],
    labels: at === 3 ? ['—', '8'] : [String(12 - at), String(10 + at)],
    approved: at !== 1,
    tooltip: name(reading, at),
  }));
  const series = [
    { name: text('chartGuide.after'), hue: look.city },
    { name: text('chartGuide.before'), hue: look.city, dotted: true },
  ];
  return {
    kind: 'bars',
    parts: {
      option: barsOption({ rows, series, axis: String }, look),
      table: {
        columns: [text('chartGuide.item'), ...series.map((one) => one.name)],
        rows: rows.map((row) => [row.name, ...row.labels]),
      },
      height: barsHeight(4, 2),
    },
  };
}

function execution(reading: Reading): GuideChart {
  const { text, look } = reading;
  const rows = count(3).map((at) => ({
    name: name(reading, at),
    receivedFen: (30 - at * 6) * 1_000_000,
    spentFen: (20 - at * 7) * 1_000_000,
    expectedFen: (15 - at * 3) * 1_000_000,
    rate: ['66.67', '54.17', '33.33'][at] ?? null,
  }));
  const words = {
    received: word(reading, 'received'),
    spent: word(reading, 'spent'),
    expected: word(reading, 'expected'),
    unit: text('ui.unit.万元'),
  };
  const format = (fen: number) => (fen / 1_000_000).toFixed(2);
  return {
    kind: 'execution',
    parts: {
      option: executionOption({ rows, approved: true, words, fenPerUnit: 1_000_000, format }, look),
      table: {
        columns: [text('chartGuide.item'), words.received, words.spent, words.expected],
        rows: rows.map((row) => [row.name, ...[row.receivedFen, row.spentFen, row.expectedFen].map(format)]),
      },
      height: executionHeight(3),
    },
  };
}

function rates(reading: Reading): GuideChart {
  const { text, look } = reading;
  const height = 220;
  const strips = [
    { name: word(reading, 'onPost'), hue: look.onPost, rates: RATES },
    { name: word(reading, 'wages'), hue: look.wages, rates: RATES.toReversed() },
  ];
  return {
    kind: 'rates',
    parts: {
      option: monthlyRatesOption({ months: months(reading), strips }, look, height),
      table: {
        columns: [text('chartGuide.item'), ...strips.map((strip) => strip.name)],
        rows: months(reading).map(({ label }, at) => [
          label,
          ...strips.map((strip) => (strip.rates[at] ? `${strip.rates[at]}%` : '—')),
        ]),
      },
      height,
    },
  };
}

function slope(reading: Reading): GuideChart {
  const { text, look } = reading;
  const words = { before: text('chartGuide.before'), after: text('chartGuide.after') };
  const rows = [
    [10, 12],
    [8, 8],
    [7, 5],
  ].map(([before = 0, after = 0], at) => ({ name: name(reading, at), before, after, label: String(after) }));
  return {
    kind: 'slope',
    parts: {
      option: slopeOption({ rows, words, tooltip: (row) => rows[row]?.name ?? '' }, look),
      table: {
        columns: [text('chartGuide.item'), words.before, words.after],
        rows: rows.map((row) => [row.name, String(row.before), String(row.after)]),
      },
      height: slopeHeight(3),
    },
  };
}

function calendar(reading: Reading): GuideChart {
  const { text, look } = reading;
  const stated = (state: (typeof STATES)[number]) => ({ state, word: text(`ui.valueState.${state}`) });
  const names = [word(reading, 'spending'), word(reading, 'inspection')];
  const rows = names.map((one, at) => ({
    name: one,
    cells: (at === 0 ? STATES : STATES.toReversed()).map(stated),
  }));
  const table = months(reading).map(({ label }, month) => [
    label,
    ...rows.map((row) => row.cells[month]?.word ?? '—'),
  ]);
  return {
    kind: 'calendar',
    parts: {
      option: calendarScene(
        { months: months(reading), rows, legend: [...new Set(STATES)].map(stated), tips: table },
        look,
      ),
      table: { columns: [text('chartGuide.item'), ...names], rows: table },
      height: calendarHeight(2),
    },
  };
}

function steps(reading: Reading): GuideChart {
  const { text, look } = reading;
  const start = { name: word(reading, 'full'), value: 20, label: '20' };
  const end = { name: word(reading, 'score'), value: 12, label: '12' };
  const rows = [5, 2, 1].map((lost, at) => ({
    name: text('chartGuide.word.lost', { number: at + 1 }),
    lost,
    label: `−${lost}`,
    tooltip: text('chartGuide.word.lost', { number: at + 1 }),
  }));
  return {
    kind: 'steps',
    parts: {
      option: stepsOption({ start, rows, end }, look),
      table: {
        columns: [text('chartGuide.item'), text('chartGuide.value')],
        rows: [start, ...rows, end].map((row) => [row.name, row.label]),
      },
      height: stepsHeight(3),
    },
  };
}

function flow(reading: Reading): GuideChart {
  const { text, look } = reading;
  const amounts = [
    [30, 22, 8, 0],
    [20, 20, 0, 4],
    [10, 4, 6, 0],
  ] as const;
  const label = (value: number) => value.toFixed(2);
  const parts = [
    { name: word(reading, 'spent'), label: label(46), hue: look.city, approved: true },
    { name: word(reading, 'unspent'), label: label(14), hue: look.county, approved: true },
    { name: word(reading, 'advanced'), label: label(4), hue: look.advance, own: true, approved: false },
  ];
  const columns = [text('chartGuide.item'), word(reading, 'received'), ...parts.map((part) => part.name)];
  const table = amounts.map((row, at) => [name(reading, at), ...row.map(label)]);
  return {
    kind: 'flow',
    parts: {
      option: flowScene(
        {
          source: { name: word(reading, 'issued'), label: label(60), value: 60 },
          rows: amounts.map(([value, ...rest], at) => ({
            ...{ name: name(reading, at), value, label: label(value) },
            parts: rest,
          })),
          parts,
          tips: table.map((row) => row.map((cell, at) => (at === 0 ? cell : `${columns[at]} ${cell}`))),
        },
        look,
      ),
      table: { columns, rows: table },
      height: flowHeight(3),
    },
  };
}

function dots(reading: Reading): GuideChart {
  const { text, look } = reading;
  const rows = count(4).map((at) => ({
    name: name(reading, at),
    value: at === 3 ? null : 16 - at,
    interval: at === 3 ? null : ([15 - at * 2, 18 - at] as const),
    label: at === 3 ? '—' : String(16 - at),
    tooltip: at === 3 ? name(reading, at) : `${name(reading, at)}\n${15 - at * 2}–${18 - at}`,
  }));
  return {
    kind: 'dots',
    parts: {
      option: dotIntervalOption({ rows, hue: look.city, axis: String }, look),
      table: {
        columns: [text('chartGuide.item'), text('chartGuide.value'), text('chartGuide.interval')],
        rows: rows.map((row) => [row.name, row.label, row.interval?.join('–') ?? '—']),
      },
      height: dotIntervalHeight(4),
    },
  };
}

function multiples(reading: Reading): GuideChart {
  const { text, look } = reading;
  const rows = count(6).map((at) => {
    const values = RATES.map((rate, month) =>
      rate === null ? null : Math.max(0, Number(rate) - at * month * 3),
    );
    return { name: name(reading, at), values, label: `${(values.at(-1) ?? 0).toFixed(2)}%` };
  });
  const table = rows.map((row) => [
    row.name,
    ...row.values.map((value) => (value === null ? '—' : `${value.toFixed(2)}%`)),
  ]);
  return {
    kind: 'multiples',
    parts: {
      option: smallMultiplesScene(
        {
          months: months(reading),
          rows,
          hue: look.city,
          full: 100,
          tips: rows.map((row) => [row.name, row.label]),
        },
        look,
      ),
      table: {
        columns: [text('chartGuide.item'), ...months(reading).map(({ label }) => label)],
        rows: table,
      },
      height: smallMultiplesHeight(6),
    },
  };
}

/** Nine invented counties, one of them without a value. */
export const guideCounties = (reading: Reading): readonly CountyValue[] =>
  TILES.map(([row, column], at) => ({
    id: String(at),
    name: name(reading, at),
    tile: { row, column },
    value: at === 4 ? null : 60 + at * 5,
    label: at === 4 ? '—' : `${60 + at * 5}.00%`,
    light: at === 4 ? 'none' : at < 2 ? 'attention' : 'normal',
  }));

/** Invented shapes in the same places; they are nobody's boundaries. */
export const GUIDE_BOUNDARY: Boundary = {
  reviewNumber: '',
  shapes: TILES.map(([row, column], at) => {
    const [west, north] = [100 + column, 25 - row];
    const ring = [
      [west, north],
      [west + 1, north + 0.1],
      [west + 1, north - 0.9],
      [west + 0.5, north - 1.05],
      [west, north - 1],
    ] as const;
    return { county: String(at), polygons: [[ring]] };
  }),
};

export function guideTable(reading: Reading): Marked {
  return {
    corner: reading.text('chartGuide.item'),
    columns: ['onPost', 'wages', 'arrival'].map((id) => ({ id, name: word(reading, id), note: '%' })),
    rows: count(3).map((at) => ({
      id: String(at),
      name: name(reading, at),
      cells: count(3).map((column) =>
        at === 1 && column === 1
          ? null
          : {
              label: `${95 - at * 20 - column * 5}.00`,
              share: (95 - at * 20 - column * 5) / 100,
              light: at === 2 ? ('attention' as const) : ('normal' as const),
              approved: column !== 2,
            },
      ),
    })),
  };
}
