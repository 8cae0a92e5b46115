import { breakName } from './break-name';
import type { ChartOption } from './chart';
import { tooltipLines } from './escape';
import { fade, type Look } from './look';

export interface Steps {
  /** What it begins with, such as the full marks; the twin table's first row. */
  readonly start: { readonly name: string; readonly value: number; readonly label: string };
  readonly rows: readonly {
    readonly name: string;
    /** How much goes away at this step; only pixels come from it. */
    readonly lost: number;
    readonly label: string;
    readonly tooltip: string | readonly string[];
  }[];
  /** What is left; the twin table's last row. */
  readonly end: { readonly name: string; readonly value: number; readonly label: string };
  /** Row of the twin table: start, each step, end. */
  readonly picked?: number;
}

const ROW = 28;
const FOOT = 24;

export const stepsHeight = (rows: number): number => (rows + 2) * ROW + FOOT;

/**
 * 扣分构成: from what could be reached down to what was, a step for each loss, on a scale that begins at 0. Each step
 * hangs where the one before ended; its figure stands behind it.
 */
export function stepsOption(data: Steps, look: Look): ChartOption {
  const names = [data.start.name, ...data.rows.map(({ name }) => name), data.end.name];
  const labels = [data.start.label, ...data.rows.map(({ label }) => label), data.end.label];
  const left = data.rows.reduce<number[]>(
    (all, { lost }) => [...all, (all.at(-1) ?? 0) - lost],
    [data.start.value],
  );
  const last = names.length - 1;
  const whole = (row: number) => (row === 0 ? data.start.value : row === last ? data.end.value : null);
  return {
    rowAxis: 'y',
    textStyle: { fontFamily: look.font },
    grid: { left: 0, right: 64, top: 4, bottom: 0, containLabel: true },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      confine: true,
      formatter: (hits: unknown) => {
        const [hit] = [hits].flat() as readonly { readonly dataIndex: number }[];
        const row = hit?.dataIndex ?? -1;
        return tooltipLines(data.rows[row - 1]?.tooltip ?? `${names[row] ?? ''} ${labels[row] ?? ''}`);
      },
    },
    xAxis: {
      type: 'value',
      min: 0,
      max: data.start.value,
      splitNumber: 4,
      axisLabel: { color: look.quiet, fontSize: 11, hideOverlap: true },
      splitLine: { lineStyle: { color: look.line } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: names.map(breakName),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: look.quiet } },
      axisLabel: { color: look.ink, fontSize: 12, lineHeight: 13, interval: 0 },
    },
    series: [
      {
        // What carries a step is not seen; it holds the cursor, because every row has it.
        type: 'bar',
        stack: 'steps',
        barWidth: 14,
        itemStyle: { color: 'transparent' },
        data: names.map((_, row) => (whole(row) === null ? Math.max(0, left[row] ?? 0) : 0)),
      },
      {
        type: 'bar',
        stack: 'steps',
        barWidth: 14,
        data: names.map((_, row) => ({
          value: whole(row) ?? data.rows[row - 1]?.lost ?? 0,
          itemStyle: { color: whole(row) === null ? look.lost : look.score, ...fade(row, data.picked) },
          label: { show: true, position: 'right', formatter: labels[row], color: look.ink, fontSize: 12 },
        })),
      },
    ],
  };
}
