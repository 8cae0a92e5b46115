import type { County } from '@yuheng/shared/contract/counties';
import { lookOf } from '../charts/look';
import type { Reading } from '../charts/reading';
import { lostChart, timelineChart } from './county-charts';
import { COUNTIES_TEXTS } from './counties-texts';
import type { TextTree } from '../ui/texts';

const look = lookOf('light');

/** Reads the page's own Chinese words, so that a sentence is tested as it is read. */
const text: Reading['text'] = (key, values = {}) => {
  const [scope, ...path] = key.split('.');
  if (scope === 'ui') return path.at(-1) ?? '';
  const found = path.reduce<TextTree | string | undefined>(
    (tree, part) => (typeof tree === 'object' ? tree[part] : undefined),
    COUNTIES_TEXTS['zh-CN'],
  );
  return String(found).replace(/{{\s*(\w+)\s*}}/g, (_, name: string) => String(values[name]));
};
const reading: Reading = { text, said: (one) => one.zh, language: 'zh-CN', unit: '元', look };

type Event = County['timeline'][number];
const event = (kind: Event['kind'], date: string, fen: number | null = null): Event => ({
  kind,
  date,
  fen,
  text: { zh: kind, en: kind },
  documentNumber: null,
});
interface Dot {
  readonly symbol: string;
  readonly value: readonly [number, number];
}
const dotsOf = (option: unknown): readonly Dot[] =>
  (option as { series: [{ data: readonly Dot[] }] }).series[0].data;

describe('the money timeline of a county', () => {
  const timeline = [
    event('wages', '2025-05-20', 1_500_000),
    event('advance', '2025-01-20', 1_500_000),
    event('advance', '2025-02-20', 1_500_000),
    event('issue', '2025-04-15', 18_000_000),
    event('receipt', '2025-04-18', 18_000_000),
    event('passOn', '2025-05-08', 18_000_000),
    event('settlement', '2025-05-12', 3_000_000),
  ];

  it('says a county advance before the issue as normal, with its sum and the day it was settled', () => {
    const summary = timelineChart(timeline, { year: 2025 }, reading)?.summary ?? '';
    expect(summary).toContain('2025年4月15日下达，2025年4月18日到位，2025年5月8日拨付');
    expect(summary).toContain('县级垫付工资 2 次，共 30,000.00 元，属正常做法，已于2025年5月12日归垫');
  });

  it('says that advances wait for the issue where nothing was issued', () => {
    const summary =
      timelineChart([event('advance', '2026-01-20', 100)], { year: 2026 }, reading)?.summary ?? '';
    expect(summary).toContain('市级补助尚未下达');
    expect(summary).toContain('尚未归垫');
  });

  it('draws an advance as a ring in no warning colour, and each event at its day', () => {
    const chart = timelineChart(timeline, { year: 2025 }, reading);
    const [first] = dotsOf(chart?.option);
    expect(first).toMatchObject({ symbol: 'circle', itemStyle: { borderColor: look.advance } });
    expect(first?.value[0]).toBe(Date.UTC(2025, 0, 20));
  });

  it('lists in its table what the cursor steps through: the events by date', () => {
    const rows = timelineChart(timeline, { year: 2025 }, reading)?.table.rows ?? [];
    expect(rows.map((row) => row[0])).toEqual([
      '2025年1月20日',
      '2025年2月20日',
      '2025年4月15日',
      '2025年4月18日',
      '2025年5月8日',
      '2025年5月12日',
      '2025年5月20日',
    ]);
    expect(rows[2]?.[2]).toBe('180,000.00');
  });

  it('speaks of a picked month alone: what was issued before is not said to be missing', () => {
    const wages = timeline.filter(({ date }) => date.startsWith('2025-05'));
    const summary = timelineChart(wages, { year: 2025, month: '2025-05' }, reading)?.summary ?? '';
    expect(summary).toContain('2025年5月资金往来 3 笔：');
    expect(summary).not.toContain('尚未下达');
  });

  it('is not drawn while no money has moved', () => {
    expect(timelineChart([], { year: 2026 }, reading)).toBeNull();
  });
});

const result: NonNullable<County['result']> = {
  scoringRun: 'r',
  year: 2025,
  finalisedOn: '2026-03-13',
  documentNumber: null,
  total: '96.15',
  fullMarks: '100',
  grade: 'excellent',
  dimensions: [
    { id: 'process', name: { zh: '过程', en: 'Process' }, marks: '30', score: '27.60' },
    { id: 'output', name: { zh: '产出', en: 'Output' }, marks: '50', score: '50.00' },
  ],
  lost: [
    { id: 'a', name: { zh: '备案及时性', en: 'Filing' }, marks: '5', score: '2.50', lost: '2.50' },
    { id: 'b', name: { zh: '满意度', en: 'Satisfaction' }, marks: '5', score: '3.65', lost: '1.35' },
  ],
};

describe('the result of a county', () => {
  it('adds the marks lost exactly and names the largest loss', () => {
    expect(lostChart(result, reading)?.summary).toBe(
      '共扣 3.85 分，来自 2 项指标；扣分最多的是备案及时性（2.50 分）。',
    );
  });

  it('says that the total was re-scaled where the losses alone do not explain it', () => {
    expect(lostChart({ ...result, total: '95.72' }, reading)?.summary).toContain('折合为 95.72 分');
  });

  it('leads in steps from the full marks down to the total', () => {
    const rows = lostChart({ ...result, fullMarks: '100', total: '96.15' }, reading)?.table.rows;
    expect(rows?.map(([name, , score, lost]) => [name, score, lost])).toEqual([
      ['满分', '—', '—'],
      ['备案及时性', '2.50', '2.50'],
      ['满意度', '3.65', '1.35'],
      ['总分', '96.15', '3.85'],
    ]);
  });

  it('draws no steps that would not end at the re-scaled total', () => {
    const rows = lostChart({ ...result, fullMarks: '100', total: '95.72' }, reading)?.table.rows;
    expect(rows?.map(([name]) => name)).toEqual(['备案及时性', '满意度']);
  });

  it('shows no empty chart where nothing was lost', () => {
    expect(lostChart({ ...result, lost: [] }, reading)).toBeNull();
  });
});
