import { breakName } from './break-name';
import type { ChartOption } from './chart';
import type { Look } from './look';
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
}

const HEAD = 34;
const FOOT = 10;
/** Room of a label of two lines, in px. */
const LABEL = 30;
const MARGIN = { left: 128, right: 76 };
/** From a dot to its label, as a share of the width between the two ends. */
const LEADER = 0.07;

/** The most rows that a slope chart can be read with. */
export const SLOPE_ROWS = 40;
export const slopeHeight = (rows: number): number => HEAD + Math.max(6, rows) * LABEL + FOOT;

/**
 * Two columns on one zero-based scale, a line a row between them: where it stands, and where it would stand. Names stand
 * at the left end, figures at both; a label that has to give way is joined to its dot by a thin line. Lines that rise or
 * fall are drawn strong (a fall broken), the others thin, so that a change is never told by colour alone.
 */
export function slopeOption(data: Slope, look: Look): ChartOption {
  const { rows } = data;
  const scale = scaleOf(rows);
  const [left, right] = [spreadAlong('before', rows, scale), spreadAlong('after', rows, scale)];
  return {
    textStyle: { fontFamily: look.font },
    grid: { left: MARGIN.left, right: MARGIN.right, top: HEAD, bottom: FOOT },
    tooltip: {
      trigger: 'item',
      confine: true,
      formatter: (hit: { dataIndex: number }) => data.tooltip(hit.dataIndex),
    },
    xAxis: { type: 'value', min: -LEADER, max: 1 + LEADER, show: false },
    yAxis: { type: 'value', min: scale.least, max: scale.most, show: false },
    series: [
      // First, so that the keyboard cursor walks over the rows.
      dots(
        rows.map(({ after }) => [1, after]),
        { color: look.city },
      ),
      dots(
        rows.map(({ before }) => [0, before]),
        { color: look.background, borderColor: look.quiet, borderWidth: 2 },
      ),
      ...rows.map(({ before, after }) =>
        line([0, before], [1, after], {
          style:
            before === after
              ? { color: look.quiet, width: 1 }
              : { color: look.city, width: 3, type: after < before ? 'dashed' : 'solid' },
          z: before === after ? 2 : 3,
        }),
      ),
      ...rows.flatMap(({ before, after }, row) => {
        const leader = { style: { color: look.line, width: 1 }, z: 1 };
        return [
          line([0, before], [-LEADER, left[row] ?? before], leader),
          line([1, after], [1 + LEADER, right[row] ?? after], leader),
        ];
      }),
      labels(-LEADER, left, {
        words: rows.map(({ name, before }) => `${breakName(name)}  ${before}`),
        color: look.ink,
      }),
      labels(1 + LEADER, right, { words: rows.map(({ label }) => label), color: look.ink }),
      heading(0, data.words.before, scale.most, look),
      heading(1, data.words.after, scale.most, look),
    ],
  };
}

interface Scale {
  readonly least: number;
  readonly most: number;
  /** The height of a label, in the unit of the scale. */
  readonly label: number;
}

function scaleOf(rows: Slope['rows']): Scale {
  const most = Math.max(1, ...rows.flatMap(({ before, after }) => [before, after])) * 1.04;
  const height = slopeHeight(rows.length) - HEAD - FOOT;
  // Half a label below zero: rows with little stand there, and their labels reach as far.
  const least = -((LABEL / 2) * most) / height;
  return { least, most, label: (LABEL * (most - least)) / height };
}

const spreadAlong = (key: 'before' | 'after', rows: Slope['rows'], { most, label }: Scale) =>
  spreadLabels(
    rows.map((row) => row[key]),
    label,
    0,
    most - label / 2,
  );

type Place = readonly [number, number];

const dots = (data: readonly (readonly number[])[], itemStyle: object) => ({
  type: 'scatter',
  symbolSize: 9,
  z: 4,
  itemStyle,
  data,
});

const line = (from: Place, to: Place, { style, z }: { readonly style: object; readonly z: number }) => ({
  type: 'line',
  silent: true,
  symbol: 'none',
  z,
  lineStyle: style,
  data: [from, to],
});

const labels = (
  at: number,
  spread: readonly number[],
  { words, color }: { readonly words: readonly string[]; readonly color: string },
) => ({
  type: 'scatter',
  silent: true,
  symbolSize: 0.1,
  data: words.map((formatter, row) => ({
    value: [at, spread[row]],
    label: {
      show: true,
      position: at < 0 ? 'left' : 'right',
      distance: 4,
      align: at < 0 ? 'right' : 'left',
      formatter,
      color,
      fontSize: 12,
      lineHeight: 14,
    },
  })),
});

/** The words above a column stand just over the plot. */
const heading = (at: number, word: string, most: number, look: Look) => ({
  type: 'scatter',
  silent: true,
  symbolSize: 0.1,
  data: [
    {
      value: [at, most],
      label: {
        show: true,
        position: 'top',
        distance: 8,
        formatter: word,
        color: look.quiet,
        fontSize: 12,
        fontWeight: 600,
      },
    },
  ],
});
