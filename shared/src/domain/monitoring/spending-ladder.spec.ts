import { fen } from '../money/fen';
import { givenCountyYear } from '../metrics/given-county-year';
import { countyStanding } from './county-standing';
import { expectedMonths, expectedToDate } from './expected-line';
import { DEFAULT_LIGHT_SETTINGS } from './light';
import { DEFAULT_MONITORING_SETTINGS } from './monitoring-settings';
import { ladderReasons, reachedSteps, type SpendingLadder } from './spending-ladder';

/** A published example (rules.md section 7). */
const LADDER: SpendingLadder = [
  { month: 4, percent: 25 },
  { month: 6, percent: 40 },
  { month: 8, percent: 60 },
  { month: 10, percent: 80 },
];
/** 15 posts: a budget of 180,000 元, received on 2025-04-20. */
const on = (asOf: string) => givenCountyYear({ asOf });
const light = (asOf: string, yuan: number) =>
  ladderReasons(on(asOf), fen(yuan * 100), { ladder: LADDER, light: DEFAULT_LIGHT_SETTINGS }).map(
    (one) => one.light,
  );

describe('the ladder of spending', () => {
  it('counts a step from the end of its month on, and none before the money has arrived', () => {
    expect(reachedSteps(on('2025-04-29'), LADDER)).toEqual([]);
    expect(reachedSteps(on('2025-04-30'), LADDER)).toEqual([
      { month: '2025-04', percent: 25, amount: 4_500_000, from: '2025-04-30' },
    ]);
    expect(reachedSteps(givenCountyYear({ asOf: '2025-12-31', movements: [] }), LADDER)).toEqual([]);
  });

  it('asks for attention under the step, and warns under nine tenths of it', () => {
    expect(light('2025-06-30', 72_000)).toEqual([]);
    expect(light('2025-06-30', 71_999)).toEqual(['attention']);
    expect(light('2025-06-30', 64_799)).toEqual(['warning']);
    expect(light('2025-04-29', 0)).toEqual([]);
  });

  it('says how far the spending is and how far it had to be', () => {
    const [reason] = ladderReasons(on('2025-06-30'), fen(6_840_000), {
      ladder: LADDER,
      light: DEFAULT_LIGHT_SETTINGS,
    });
    expect(reason?.text.zh).toBe('市级补助支出进度 38.00%，低于 2025-06 应达到的 40%');
  });

  it('is a setting: with it the expected line rises by steps, and it stands among the reasons of a light', () => {
    expect(expectedMonths(on('2025-08-31'), LADDER).map(({ month, amount }) => [month, amount])).toEqual([
      ['2025-04', 4_500_000],
      ['2025-06', 2_700_000],
      ['2025-08', 3_600_000],
    ]);
    expect(expectedToDate(on('2025-08-31'), LADDER)).toBe(10_800_000);
    const standing = countyStanding(on('2025-11-10'), {
      ...DEFAULT_MONITORING_SETTINGS,
      ladder: [{ month: 10, percent: 100 }],
    });
    expect(standing.reasons.filter(({ zh }) => zh.includes('支出进度'))).toHaveLength(1);
    const without = countyStanding(on('2025-11-10')).reasons;
    expect(without.filter(({ zh }) => zh.includes('支出进度'))).toEqual([]);
  });
});
