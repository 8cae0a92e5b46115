import type { County } from '@yuheng/shared/contract/counties';
import { add, compare, parseDecimal, printRounded, ZERO } from '@yuheng/shared/domain/numbers/rational';
import { marksBarsHeight, marksBarsOption } from '../charts/marks-bars';
import { moneyTimelineOption, timelineHeight, type TimelineKind } from '../charts/money-timeline';
import type { ChartParts, Reading } from '../charts/reading';
import { stepsHeight, stepsOption } from '../charts/steps';
import { formatDay } from '../ui/day';
import { formatMoney } from '../ui/money';

type Result = NonNullable<County['result']>;
type Timeline = County['timeline'];

const separator = ({ language }: Reading): string => (language === 'en' ? ' ' : '');

/** The money's way in words. County advances are said as what they are: normal, settled or not yet. */
function timelineSummary(timeline: Timeline, reading: Reading): string {
  const { text, language, unit } = reading;
  const dates = (kind: TimelineKind) =>
    timeline
      .filter((event) => event.kind === kind)
      .map((event) => event.date)
      .sort();
  const day = (kind: TimelineKind) => formatDay(dates(kind)[0], language);
  const advances = timeline.filter((event) => event.kind === 'advance');
  const settledOn = dates('settlement').at(-1);
  const chain =
    dates('issue').length > 0
      ? text('counties.timeline.chain', {
          issue: day('issue'),
          receipt: day('receipt'),
          passOn: day('passOn'),
        })
      : text('counties.timeline.notIssued');
  const settled = settledOn
    ? text('counties.timeline.settled', { day: formatDay(settledOn, language) })
    : text('counties.timeline.notSettled');
  const advanced = text('counties.timeline.advanced', {
    count: advances.length,
    amount: formatMoney(
      advances.reduce((sum, event) => sum + (event.fen ?? 0), 0),
      unit,
    ),
    unit: text(`ui.unit.${unit}`),
    settled,
  });
  const wages = text('counties.timeline.wages', { count: dates('wages').length });
  return [
    chain,
    ...(advances.length > 0 ? [advanced] : []),
    ...(dates('wages').length > 0 ? [wages] : []),
  ].join(separator(reading));
}

/** What moved in one month, event by event: the year's own sentence would say of a part what holds of the whole. */
function monthSummary(events: Timeline, month: string, reading: Reading): string {
  const { text, said, language, unit } = reading;
  const parts = events.map(({ date, fen, text: words }) => {
    const amount = fen === null ? '' : `${formatMoney(fen, unit)} ${text(`ui.unit.${unit}`)}`;
    return text('counties.timeline.eventInWords', {
      day: formatDay(date, language),
      words: said(words),
      amount: amount && text('counties.timeline.amountInWords', { amount }),
    });
  });
  const all = parts.join(text('counties.timeline.between'));
  return text('counties.timeline.inMonth', { month: formatDay(month, language), count: events.length, all });
}

/**
 * Null when no money has moved: an empty chart would look like a fault. With a month the events are those of it, and the
 * sentence speaks of nothing else.
 */
export function timelineChart(
  timeline: Timeline,
  { year, month = null }: { readonly year: number; readonly month?: string | null },
  reading: Reading,
): ChartParts | null {
  if (timeline.length === 0) return null;
  const { text, said, language, unit, look } = reading;
  const events = [...timeline].sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
  const amount = (fen: number | null) => (fen === null ? '' : formatMoney(fen, unit));
  const lane = (kind: TimelineKind) => text(`counties.timeline.kind.${kind}`);
  return {
    option: moneyTimelineOption(
      {
        year,
        events: events.map((event) => ({
          date: event.date,
          kind: event.kind,
          amount: amount(event.fen),
          text: said(event.text),
        })),
        lane,
        day: (date) => formatDay(date, language),
        month: (month) =>
          language === 'en'
            ? formatDay(`2000-${String(month).padStart(2, '0')}`, 'en').slice(0, 3)
            : text('counties.timeline.month', { month }),
      },
      look,
    ),
    table: {
      columns: [
        text('counties.timeline.date'),
        text('counties.timeline.event'),
        text('counties.timeline.amount', { unit: text(`ui.unit.${unit}`) }),
        text('counties.timeline.text'),
        text('counties.timeline.document'),
      ],
      rows: events.map((event) => [
        formatDay(event.date, language),
        lane(event.kind),
        amount(event.fen) || '—',
        said(event.text),
        event.documentNumber ?? '—',
      ]),
    },
    summary: month === null ? timelineSummary(events, reading) : monthSummary(events, month, reading),
    height: timelineHeight,
  };
}

/**
 * 扣分构成图: where the marks were lost, the largest loss first: steps from the full marks down to the total. A total that was
 * re-scaled is not what the steps leave, so there are bars instead, which need not add up. Null when nothing was lost.
 */
export function lostChart(result: Result, reading: Reading): ChartParts | null {
  const { lost, total, fullMarks } = result;
  const [largest] = lost;
  if (!largest) return null;
  const { text, said } = reading;
  const exact = (figure: string) => parseDecimal(figure) ?? ZERO;
  const sum = lost.map((one) => exact(one.lost)).reduce(add, ZERO);
  const isWhole = compare(add(exact(total), sum), exact(fullMarks)) === 0;
  const columns = ['name', 'marks', 'score', 'lostMarks'].map((key) => text(`counties.evaluation.${key}`));
  const rows = lost.map((one) => [said(one.name), one.marks, one.score, one.lost]);
  const summary = [
    text('counties.evaluation.lostSummary', {
      lost: printRounded(sum, 2),
      count: lost.length,
      name: said(largest.name),
      most: largest.lost,
    }),
    ...(isWhole ? [] : [text('counties.evaluation.rescaled', { total })]),
  ].join(separator(reading));
  if (!isWhole) return { ...lostBars(lost, reading), table: { columns, rows }, summary };
  const [full, reached] = [text('counties.evaluation.full'), text('counties.evaluation.total')];
  return {
    ...lostSteps(result, { full, reached }, reading),
    table: {
      columns,
      rows: [[full, fullMarks, '—', '—'], ...rows, [reached, fullMarks, total, printRounded(sum, 2)]],
    },
    summary,
  };
}

const lossInWords = (one: Result['lost'][number], { said }: Reading): readonly string[] => [
  said(one.name),
  `${one.score}/${one.marks} −${one.lost}`,
];

function lostSteps(
  { lost, total, fullMarks }: Result,
  { full, reached }: { readonly full: string; readonly reached: string },
  reading: Reading,
): Pick<ChartParts, 'option' | 'height'> {
  const steps = {
    start: { name: full, value: Number(fullMarks), label: fullMarks },
    rows: lost.map((one) => ({
      name: reading.said(one.name),
      lost: Number(one.lost),
      label: `−${one.lost}`,
      tooltip: lossInWords(one, reading),
    })),
    end: { name: reached, value: Number(total), label: total },
  };
  return { option: stepsOption(steps, reading.look), height: stepsHeight(lost.length) };
}

function lostBars(lost: Result['lost'], reading: Reading): Pick<ChartParts, 'option' | 'height'> {
  const { look, said } = reading;
  const rows = lost.map((one) => ({
    name: said(one.name),
    size: Number(one.lost),
    label: `−${one.lost}`,
    tooltip: lossInWords(one, reading).join(' '),
  }));
  return {
    option: marksBarsOption({ rows, axis: String }, look.lost, look),
    height: marksBarsHeight(lost.length),
  };
}
