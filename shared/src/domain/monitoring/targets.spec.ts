import type { GoalIndicator } from '../goals/goal';
import { draftGoal } from '../goals/draft-goal';
import { givenCountyYear, type GivenCountyYear } from '../metrics/given-county-year';
import { fen } from '../money/fen';
import { printExact } from '../numbers/rational';
import { isoDate, yearMonth } from '../period/year-month';
import { countyMonth } from './county-month';
import { countyStanding } from './county-standing';
import { DEFAULT_LIGHT_SETTINGS, type TargetedRate } from './light';
import { measureCells, targetToDate } from './measure-cells';
import { DEFAULT_MONITORING_SETTINGS, type MonitoringSettings } from './monitoring-settings';
import { basisOfTarget, goalsInForce, targetOf, type IssuedGoals } from './targets';

const indicator = (metric: GoalIndicator['metric'], value: string, more: Partial<GoalIndicator> = {}) =>
  ({
    id: `${metric}-${value}`,
    kind: 'quality',
    name: '指标',
    relation: 'atLeast',
    value,
    unit: '%',
    metric,
    ...more,
  }) as const;
const FIRST: IssuedGoals = {
  version: 1,
  documentNumber: '演示财行〔2025〕12号',
  issuedOn: isoDate('2025-04-15'),
  indicators: [indicator('onPostRate', '90')],
};
const ADJUSTED: IssuedGoals = {
  version: 2,
  documentNumber: '演示财行〔2025〕30号',
  issuedOn: isoDate('2025-09-10'),
  indicators: [indicator('onPostRate', '99.5')],
};
const by = (...goals: IssuedGoals[]): MonitoringSettings => ({ ...DEFAULT_MONITORING_SETTINGS, goals });
/** 14 of 15 on post, 93.33 %: under the default of 95 and over the 90 that were issued. */
const vacant = (...months: string[]): GivenCountyYear => ({
  months: Object.fromEntries(months.map((month) => [month, { personsOnPost: 14 }])),
});
const month = (name: string, settings: MonitoringSettings, given: GivenCountyYear = {}) =>
  countyMonth(givenCountyYear({ ...vacant(name), ...given }), yearMonth(name), settings);

describe('the targets of a county', () => {
  it('are the values issued to it, and its light follows them', () => {
    expect(month('2025-06', by()).light).toBe('attention');
    expect(month('2025-06', by(FIRST))).toMatchObject({ light: 'normal', reasons: [] });
  });

  it('are named in the reason: the document of the issue, its version once adjusted, or the default', () => {
    const reason = (name: string, ...goals: IssuedGoals[]) =>
      month(name, by(...goals)).reasons.map(({ zh }) => zh);
    expect(reason('2025-10', FIRST, ADJUSTED)).toEqual([
      '2025-10 在岗率 93.33%（14/15），低于目标 99.50%（演示财行〔2025〕30号，第 2 版）',
    ]);
    const strict = { ...FIRST, indicators: [indicator('onPostRate', '94')] };
    expect(reason('2025-10', strict)).toEqual([
      '2025-10 在岗率 93.33%（14/15），低于目标 94.00%（演示财行〔2025〕12号）',
    ]);
    expect(reason('2025-10')[0]).toContain('95.00%（未下达绩效目标，按模板默认值）');
  });

  it('change with an adjustment from its own day on; the first issue is of the whole year', () => {
    const lights = (name: string) => month(name, by(ADJUSTED, FIRST)).light;
    expect(['2025-01', '2025-08', '2025-09', '2025-12'].map(lights)).toEqual([
      'normal',
      'normal',
      'attention',
      'attention',
    ]);
  });

  it('are those known on the day of the facts: before the issue the default counts', () => {
    const seen = (asOf: string) => month('2025-02', by(FIRST), { asOf }).light;
    expect([seen('2025-04-14'), seen('2025-04-15')]).toEqual(['attention', 'normal']);
    expect(goalsInForce([ADJUSTED], isoDate('2025-12-31'), isoDate('2025-09-09'))).toBeNull();
  });

  it('warn under 90 % of the value issued, not of the default', () => {
    const high = {
      ...FIRST,
      indicators: [indicator('inspectionAverage', '100'), indicator('onPostRate', '55')],
    };
    const months = { '2025-06': { personsOnPost: 8 } };
    const facts = givenCountyYear({ months });
    const june = (...goals: IssuedGoals[]) => countyMonth(facts, yearMonth('2025-06'), by(...goals)).light;
    expect([june(), june(high)]).toEqual(['warning', 'attention']);
  });

  it('are set by a lower bound in figures alone, by the highest of several', () => {
    const target = (...indicators: GoalIndicator[]) =>
      printExact(targetOf('onPostRate', { ...FIRST, indicators }, DEFAULT_LIGHT_SETTINGS).percent);
    expect(target(indicator('onPostRate', '80', { relation: 'atMost' }))).toBe('95');
    expect(target(indicator('onPostRate', '高', { relation: 'qualitative' }))).toBe('95');
    expect(target(indicator('wageTimeliness', '80'))).toBe('95');
    expect(target(indicator('onPostRate', '97', { relation: 'exactly' }))).toBe('97');
    expect(
      target(indicator('onPostRate', '96'), indicator('onPostRate', '98'), indicator('onPostRate', '97')),
    ).toBe('98');
  });

  it('are not changed for a year by an adjustment issued after its end; a first issue after it still counts', () => {
    const seen = (asOf: string, ...goals: IssuedGoals[]) =>
      targetToDate('onPostRate', { year: 2025, asOf: isoDate(asOf) }, by(...goals)).issued?.version;
    const late = { ...ADJUSTED, issuedOn: isoDate('2026-03-18') };
    const onLastDay = { ...ADJUSTED, issuedOn: isoDate('2025-12-31') };
    expect(seen('2026-03-20', FIRST, late)).toBe(1);
    expect(seen('2026-03-20', FIRST, onLastDay)).toBe(2);
    expect(seen('2026-03-20', { ...FIRST, issuedOn: isoDate('2026-01-10') }, late)).toBe(1);
  });

  it('count in the standing by the latest month, and in the figures of the year by its latest day', () => {
    const facts = givenCountyYear(vacant('2025-12'));
    const standing = (...goals: IssuedGoals[]) => countyStanding(facts, by(...goals));
    expect(standing(FIRST).light).toBe('normal');
    expect(standing(FIRST, ADJUSTED)).toMatchObject({ light: 'attention' });
    const onPost = (...goals: IssuedGoals[]) => measureCells(facts, standing(...goals), by(...goals)).onPost;
    expect(onPost(FIRST)).toMatchObject({ light: 'normal', text: { zh: '在岗 179 人月，核定 180 人月' } });
    expect(onPost(FIRST, ADJUSTED)).toMatchObject({
      light: 'attention',
      text: { zh: '在岗 179 人月，核定 180 人月；低于目标 99.50%（演示财行〔2025〕30号，第 2 版）' },
    });
  });

  it('do not change by issuing the draft as it is: it holds the defaults', () => {
    const { indicators } = draftGoal({
      countyName: '甲县',
      year: 2025,
      posts: 15,
      perPostMonth: fen(100_000),
      targets: DEFAULT_LIGHT_SETTINGS.targets,
    });
    for (const rate of [
      'onPostRate',
      'wageTimeliness',
      'socialInsuranceCoverage',
      'inspectionAverage',
    ] as TargetedRate[]) {
      const target = targetOf(rate, { ...FIRST, indicators }, DEFAULT_LIGHT_SETTINGS);
      expect(target.percent).toEqual(DEFAULT_LIGHT_SETTINGS.targets[rate]);
      expect(basisOfTarget(target).zh).toBe('演示财行〔2025〕12号');
    }
  });
});
