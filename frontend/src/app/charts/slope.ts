import { breakName } from './break-name';
import type { ChartOption } from './chart';
import { tooltipLines } from './escape';
import { fade, FADED, isFaded, type Look } from './look';
import { spreadLabels } from './spread-labels';

export interface Slope {
  readonly rows: readonly {
    readonly name: string;
    readonly before: number;
    readonly after: number;
    /** What stands at the right end, such as "26（+1）". */
    readonly label: string;
  }[];
  readonly words: { readonly before: string; readonly after: string };
  readonly tooltip: (row: number) => string;
  readonly picked?: number;
}

const HEAD = 34;
const FOOT = 10;
/** Height of a row, in px: counties have neighbouring numbers on a scale that begins at 0, and names of two lines. */
const ROW = 44;
/** Height of a line of a label, and what its label keeps free around it, in px. */
const LINE = 14;
const AROUND = 5;
const MARGIN = { left: 128, right: 76 };
/** From a dot to its label, as a share of the width between the two ends. */
const LEADER = 0.1;

/** The most rows that a slope chart can be read with. */
export const SLOPE_ROWS = 40;
export const slopeHeight = (rows: number): number => HEAD + Math.max(6, rows) * ROW + FOOT;

/**
 * Two columns on one zero-based scale, a line a row between them: where it stands, and where it would stand. Names stand
 * at the left end, figures at both, equal ones at the right once; a label that has to give way is joined to its dot by a
 * thin line. Lines that rise or fall are drawn strong (a fall broken), the others thin, so that a change is never told by
 * colour alone.
 */
export function slopeOption(data: Slope, look: Look): ChartOption {
  const { rows } = data;
  const scale = scaleOf(rows);
  const names = rows.map(({ name, before }) => ({ at: before, words: `${breakName(name)}  ${before}` }));
  const left = spread(names, scale);
  const right = spread(distinct(rows.map(({ after, label }) => ({ at: after, words: label }))), scale);
  return {
    textStyle: { fontFamily: look.font },
    grid: { left: MARGIN.left, right: MARGIN.right, top: HEAD, bottom: FOOT },
    tooltip: {
      trigger: 'item',
      confine: true,
      formatter: (hit: { dataIndex: number }) => tooltipLines(data.tooltip(hit.dataIndex)),
    },
    xAxis: { type: 'value', min: -LEADER, max: 1 + LEADER, show: false },
    yAxis: { type: 'value', min: scale.least, max: scale.most, show: false },
    series: [
      // First, so that the keyboard cursor walks over the rows.
      dots(
        rows.map(({ after }, row) => dot([1, after], row, data.picked)),
        { color: look.city },
      ),
      dots(
        rows.map(({ before }, row) => dot([0, before], row, data.picked)),
        { color: look.background, borderColor: look.quiet, borderWidth: 2 },
      ),
      segments(
        [
          ...left.map(({ at, middle }): Segment => [
            [0, at],
            [-LEADER, middle],
          ]),
          ...right.map(({ at, middle }): Segment => [
            [1, at],
            [1 + LEADER, middle],
          ]),
        ],
        { style: { color: look.line, width: 1 }, z: 1 },
      ),
      ...([0, 1, -1] as const).flatMap((direction) => slopes(data, direction, look)),
      labels(-LEADER, left, look.ink),
      labels(1 + LEADER, right, look.ink),
      headings(data.words, scale.most, look),
    ],
  };
}

interface Scale {
  readonly least: number;
  readonly most: number;
  /** A pixel, in the unit of the scale. */
  readonly pixel: number;
}

function scaleOf(rows: Slope['rows']): Scale {
  const most = Math.max(1, ...rows.flatMap(({ before, after }) => [before, after])) * 1.04;
  const height = slopeHeight(rows.length) - HEAD - FOOT;
  // Half a label of two lines below zero: rows with little stand there, and their labels reach as far.
  const least = -(((2 * LINE + AROUND) / 2) * most) / height;
  return { least, most, pixel: (most - least) / height };
}

interface Label {
  readonly at: number;
  readonly words: string;
}
interface PlacedLabel extends Label {
  readonly middle: number;
}

/** Rows that come to the same words at the same place share one label. */
const distinct = (labels: readonly Label[]): readonly Label[] =>
  labels.filter(
    (one, index) => labels.findIndex(({ at, words }) => at === one.at && words === one.words) === index,
  );

/** The scale goes upwards and a list downwards: of equal places the first of the list stands highest. */
function spread(labels: readonly Label[], { least, most, pixel }: Scale): readonly PlacedLabel[] {
  const upwards = labels.toReversed();
  const middles = spreadLabels(
    upwards.map(({ at }) => at),
    upwards.map(({ words }) => (words.split('\n').length * LINE + AROUND) * pixel),
    least,
    most,
  );
  return upwards.map((label, index) => ({ ...label, middle: middles[index] ?? label.at })).toReversed();
}

type Place = readonly [number, number];
const GAP = ['-', '-'];

const dot = (place: Place, row: number, picked: number | undefined) =>
  isFaded(row, picked) ? { value: place, itemStyle: fade(row, picked) } : place;

const dots = (data: readonly unknown[], itemStyle: object) => ({
  type: 'scatter',
  symbolSize: 9,
  z: 4,
  itemStyle,
  data,
});

type Segment = readonly [Place, Place];

/**
 * From where a row stands to where it would stand, of the rows that rise (1), fall (-1) or stay (0); rows that stand back
 * because another is picked are a series of their own.
 */
function slopes({ rows, picked }: Slope, direction: 0 | 1 | -1, look: Look): object[] {
  const style =
    direction === 0
      ? { color: look.quiet, width: 1 }
      : { color: look.city, width: 3, type: direction > 0 ? 'solid' : 'dashed' };
  const of = (standingBack: boolean): readonly Segment[] =>
    rows.flatMap(({ before, after }, row) =>
      Math.sign(after - before) === direction && isFaded(row, picked) === standingBack
        ? [
            [
              [0, before],
              [1, after],
            ] as const,
          ]
        : [],
    );
  const faded = of(true);
  const z = direction === 0 ? 2 : 3;
  return [
    segments(of(false), { style, z }),
    ...(faded.length > 0 ? [segments(faded, { style: { ...style, opacity: FADED }, z })] : []),
  ];
}

/** All segments of one look in one series, a gap after each: a series a segment takes ten times as long to draw. */
const segments = (all: readonly Segment[], { style, z }: { readonly style: object; readonly z: number }) => ({
  type: 'line',
  silent: true,
  symbol: 'none',
  z,
  lineStyle: style,
  data: all.flatMap(([from, to]) => [from, to, GAP]),
});

const labels = (end: number, placed: readonly PlacedLabel[], color: string) => ({
  type: 'scatter',
  silent: true,
  symbolSize: 0.1,
  data: placed.map(({ middle, words }) => ({
    value: [end, middle],
    label: {
      show: true,
      position: end < 0 ? 'left' : 'right',
      distance: 4,
      align: end < 0 ? 'right' : 'left',
      formatter: words,
      color,
      fontSize: 12,
      lineHeight: LINE,
    },
  })),
});

/** The words above a column stand just over the plot. */
const headings = ({ before, after }: Slope['words'], most: number, look: Look) => ({
  type: 'scatter',
  silent: true,
  symbolSize: 0.1,
  data: [before, after].map((formatter, at) => ({
    value: [at, most],
    label: {
      show: true,
      position: 'top',
      distance: 8,
      formatter,
      color: look.quiet,
      fontSize: 12,
      fontWeight: 600,
    },
  })),
});
