import { averageOfCounties, sumOfMonths } from './sum-burden';

const month = (text: string, asked: number, returned = 0) => ({
  month: text,
  asked,
  entered: asked,
  minutes: 3,
  returned,
});
const COUNTIES = [
  { id: 'hongta', name: '红塔区', months: [month('2026-01', 15, 1), month('2026-02', 16, 1)] },
  { id: 'yimen', name: '易门县', months: [month('2026-02', 15)] },
  { id: 'eshan', name: '峨山县', months: [] },
];

describe('the burden on a page', () => {
  it('of a county is the average of its months, and the sum of what was sent back', () => {
    expect(averageOfCounties(COUNTIES)).toEqual([
      { id: 'hongta', name: '红塔区', months: 2, asked: 15.5, entered: 15.5, minutes: 3, returned: 2 },
      { id: 'yimen', name: '易门县', months: 1, asked: 15, entered: 15, minutes: 3, returned: 0 },
    ]);
  });

  it('of a month is the sum of the counties that reported in it', () => {
    expect(sumOfMonths(COUNTIES).map(({ month: text, asked, minutes }) => [text, asked, minutes])).toEqual([
      ['2026-01', 15, 3],
      ['2026-02', 31, 6],
    ]);
  });
});
