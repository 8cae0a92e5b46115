import type { ChartOption } from './chart';
import { tooltipLines } from './escape';
import { fade, type Look } from './look';

export type TimelineKind = 'issue' | 'receipt' | 'passOn' | 'advance' | 'settlement' | 'wages' | 'filing';

/** The lanes from top to bottom: the money's own way, and the county's advances beside it. */
export const TIMELINE_LANES = [
  'advance',
  'issue',
  'receipt',
  'passOn',
  'settlement',
  'wages',
  'filing',
] as const satisfies readonly TimelineKind[];

export interface MoneyTimeline {
  readonly year: number;
  readonly events: readonly {
    readonly date: string;
    readonly kind: TimelineKind;
    /** The amount as printed; empty where the event moves no money. */
    readonly amount: string;
    readonly text: string;
  }[];
  /** The name of a lane. */
  readonly lane: (kind: TimelineKind) => string;
  readonly day: (date: string) => string;
  readonly month: (month: number) => string;
  readonly picked?: number;
}

const LANE = 34;
const FOOT = 26;
/** Lanes whose events come month by month: their amounts would cover each other and stand in the tooltip only. */
const MONTHLY: readonly TimelineKind[] = ['advance', 'wages', 'filing'];

export const timelineHeight = TIMELINE_LANES.length * LANE + FOOT;

const toTime = (date: string): number =>
  Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8, 10));

function colourOf(kind: TimelineKind, look: Look): string {
  if (kind === 'advance' || kind === 'settlement') return look.advance;
  if (kind === 'wages') return look.wages;
  return kind === 'filing' ? look.quiet : look.city;
}

/** An advance is open until it is settled, so its mark is a ring; nothing about it warns. */
function markOf(kind: TimelineKind, look: Look, faded: object) {
  const colour = colourOf(kind, look);
  if (kind === 'advance') {
    return {
      symbol: 'circle',
      symbolSize: 10,
      itemStyle: { color: look.background, borderColor: colour, borderWidth: 2, ...faded },
    };
  }
  const symbol = kind === 'wages' ? 'circle' : kind === 'filing' ? 'rect' : 'diamond';
  return {
    symbol,
    symbolSize: kind === 'wages' || kind === 'filing' ? 9 : 14,
    itemStyle: { color: colour, ...faded },
  };
}

/** When each event of the money happened, a lane for each kind, from the year's first day to its last (or later). */
export function moneyTimelineOption(data: MoneyTimeline, look: Look): ChartOption {
  const times = data.events.map((event) => toTime(event.date));
  const from = Math.min(Date.UTC(data.year, 0, 1), ...times);
  const to = Math.max(Date.UTC(data.year, 11, 31), ...times);
  const isLate = (time: number) => time > from + (to - from) * 0.7;
  return {
    // A day is a day: no time zone is applied to it.
    useUTC: true,
    textStyle: { fontFamily: look.font },
    grid: { left: 0, right: 16, top: 4, bottom: 0, containLabel: true },
    tooltip: {
      trigger: 'item',
      confine: true,
      formatter: (hit: { dataIndex: number }) => {
        const event = data.events[hit.dataIndex];
        return event ? tooltipLines([data.day(event.date), event.text, event.amount].filter(Boolean)) : '';
      },
    },
    xAxis: {
      type: 'time',
      min: from,
      max: to,
      splitNumber: 12,
      minInterval: 28 * 86_400_000,
      axisLabel: {
        color: look.quiet,
        fontSize: 11,
        hideOverlap: true,
        formatter: (time: number) => data.month(new Date(time).getUTCMonth() + 1),
      },
      axisLine: { lineStyle: { color: look.line } },
      splitLine: { show: true, lineStyle: { color: look.line } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: TIMELINE_LANES.map(data.lane),
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { color: look.ink, fontSize: 12 },
      splitLine: { show: true, lineStyle: { color: look.line, type: 'dotted' } },
    },
    series: [
      {
        type: 'scatter',
        data: data.events.map((event, index) => ({
          value: [times[index], TIMELINE_LANES.indexOf(event.kind)],
          ...markOf(event.kind, look, fade(index, data.picked)),
          label: {
            show: event.amount !== '' && !MONTHLY.includes(event.kind),
            position: isLate(times[index] ?? 0) ? 'left' : 'right',
            formatter: event.amount,
            color: look.ink,
            fontSize: 12,
          },
        })),
      },
    ],
  };
}
