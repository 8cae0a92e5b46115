import type { County } from '@yuheng/shared/contract/counties';
import { lookOf } from '../charts/look';
import type { Reading } from '../charts/reading';
import { profileChart } from './profile-chart';

const said = (zh: string) => ({ zh, en: zh });
const reading: Reading = {
  text: (key, values = {}) => [key.split('.').at(-1), ...Object.values(values)].join(' '),
  said: (one) => one.zh,
  language: 'zh-CN',
  unit: '元',
  look: lookOf('light'),
};
const result = {
  dimensions: [
    { id: 'process', name: said('过程'), marks: '30', score: '29.67' },
    { id: 'benefit', name: said('效益'), marks: '20', score: '0' },
  ],
  total: '92.74',
  fullMarks: '100',
} as unknown as NonNullable<County['result']>;
const beside: NonNullable<County['beside']> = {
  shares: [
    { id: 'process', share: '98.90' },
    { id: 'benefit', share: null },
  ],
  city: { counties: 9, total: '90.00', shares: [{ id: 'process', share: '97.00' }] },
  alike: {
    sentence: said('相近'),
    counties: [{ id: 'b', name: '演示乙县', total: null, shares: [{ id: 'process', share: '95.00' }] }],
  },
  opinions: { sentence: said(''), rows: [] },
};
const seriesOf = (chart: { readonly option: unknown }) =>
  (chart.option as { series: readonly { data: readonly unknown[] }[] }).series;

describe('the chart of the profile', () => {
  it('puts a dot at the own share and ends its line at the median of the city', () => {
    const [dots, lines] = seriesOf(profileChart(result, beside, reading));
    expect(dots?.data).toMatchObject([{ value: [98.9, 0] }, { value: ['-', 1] }, { value: [92.74, 2] }]);
    expect(lines?.data).toEqual([
      [98.9, 0],
      [97, 0],
      ['-', '-'],
      [92.74, 2],
      [90, 2],
      ['-', '-'],
    ]);
  });

  it('has the marks, the median and each county in like conditions in its twin table', () => {
    expect(profileChart(result, beside, reading).table).toEqual({
      columns: ['name', 'score', 'share', 'city', '演示乙县'],
      rows: [
        ['过程', '29.67/30', '98.90%', '97.00%', '95.00%'],
        ['效益', '0/20', '—', '—', '—'],
        ['total', '92.74/100', '92.74%', '90.00%', '—'],
      ],
    });
  });

  it('draws no line and names no median where too few counties have a result', () => {
    const chart = profileChart(result, { ...beside, city: null, alike: null }, reading);
    expect(seriesOf(chart)[1]?.data).toEqual([]);
    expect(chart.table.columns).toEqual(['name', 'score', 'share']);
    expect(chart.summary).toBe('noCity');
  });
});
