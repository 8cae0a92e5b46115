import type { Reading } from '../charts/reading';
import { lookOf } from '../charts/look';
import { byCountyChart } from './indicator-charts';
import type { MonthLine } from './indicator-view';

const reading: Reading = {
  text: (key, values) => `${key}${values ? JSON.stringify(values) : ''}`,
  said: ({ zh }) => zh,
  ...{ language: 'zh-CN', unit: '万元', look: lookOf('light') },
};
const line = (name: string, figure: string, target: string | null): MonthLine =>
  ({
    name,
    indicator: { unit: 'percent' },
    months: [{ month: '2025-01', figure, target, approved: true }],
  }) as unknown as MonthLine;

describe('the small fields of the counties', () => {
  it('say the target as it was set, to the last decimal, and nothing where none was', () => {
    const chart = byCountyChart(
      [line('红塔区', '96.00', '95.50'), line('易门县', '92.78', null)],
      '在岗率',
      reading,
    );
    const { tips } = chart?.option as unknown as { tips: readonly (readonly string[])[] };
    expect(tips.map((tip) => tip.slice(2))).toEqual([['indicators.target{"target":"95.50"}'], []]);
  });

  it('give way to the table where nothing was measured, or nothing has a length', () => {
    const yesNo = { ...line('红塔区', '1', null), indicator: { unit: 'yesNo' } } as unknown as MonthLine;
    expect(byCountyChart([], '在岗率', reading)).toBeNull();
    expect(byCountyChart([yesNo], '在岗率', reading)).toBeNull();
  });
});
