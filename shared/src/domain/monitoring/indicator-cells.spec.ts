import { METRICS } from '../metrics/catalogue';
import { givenCountyYear, givenFinding, type GivenCountyYear } from '../metrics/given-county-year';
import type { MetricCode } from '../metrics/metric';
import { indicatorsSentence, type IndicatorAcross } from '../sentences/indicators';
import { indicatorCell, indicatorMonths, indicatorOfAll } from './indicator-cells';
import { INDICATORS, isTargeted } from './indicators';
import { DEFAULT_MONITORING_SETTINGS } from './monitoring-settings';

const settings = DEFAULT_MONITORING_SETTINGS;
const cell = (code: MetricCode, given: GivenCountyYear = {}) =>
  indicatorCell(givenCountyYear(given), code, settings);
const months = (code: MetricCode, given: GivenCountyYear = {}) => {
  const watched = INDICATORS.find((one) => one.code === code);
  return watched ? indicatorMonths(givenCountyYear(given), watched, settings) : [];
};
const month = (code: MetricCode, name: string, given: GivenCountyYear = {}) =>
  months(code, given).find((one) => one.month === name);

describe('the indicators that the page lists', () => {
  it('are all metrics that are computed from facts, each once', () => {
    expect(INDICATORS.map(({ code }) => code).sort()).toEqual(Object.keys(METRICS).sort());
  });
});

describe('an indicator of the year so far', () => {
  it('is held against its target where one may be laid down, and carries no light where none may', () => {
    expect(cell('onPostRate')).toMatchObject({ figure: '100.00', target: '95', light: 'normal' });
    expect(cell('executionRateOfReceipts')).toMatchObject({ figure: '100.00', target: null, light: 'none' });
  });

  it('says amounts as amounts and the rest as counted', () => {
    expect(cell('executionRateOfReceipts').text.zh).toBe('18.00 万元 ÷ 18.00 万元');
    expect(cell('inspectionCompletion').text.zh).toBe('12 ÷ 12');
  });

  it('tells occurrences and conditions in their own unit', () => {
    const late = { 'implementationPlan-cityJustice': '2025-07-01' } as const;
    expect(cell('filingTimeliness', { filedOn: late })).toMatchObject({ figure: '1', part: 1, whole: 4 });
    expect(cell('earmarkedUse')).toMatchObject({ figure: '1', part: null, target: null });
    expect(cell('earmarkedUse').text.zh).toBe('达到');
  });

  it('shows what is for reference only, and says that it is', () => {
    const reference = cell('reoffendingRate');
    expect(reference.figure).not.toBeNull();
    expect(reference.text.zh).toContain('参考指标');
  });

  it('names the month that is missing and computes nothing without it', () => {
    const given: GivenCountyYear = {
      months: { '2025-06': { state: 'missing', stage: 'open', paidOn: null } },
    };
    for (const code of ['cityPartPassedOn', 'onPostRate'] as const) {
      expect(cell(code, given)).toMatchObject({ state: 'missing', figure: null, light: 'attention' });
      expect(cell(code, given).text.zh).toContain('2025-06');
    }
  });
});

describe('an indicator by month', () => {
  it('is of that month alone: another month changes nothing in it', () => {
    const given: GivenCountyYear = {
      months: {
        '2025-05': { personsOnPost: 12 },
        '2025-06': { state: 'missing', stage: 'open', paidOn: null },
      },
    };
    expect(month('onPostRate', '2025-05', given)).toMatchObject({
      figure: '80.00',
      part: 12,
      whole: 15,
      light: 'warning',
      target: '95',
    });
    expect(month('onPostRate', '2025-07', given)).toMatchObject({ figure: '100.00', state: 'reported' });
    expect(month('onPostRate', '2025-06', given)).toMatchObject({ figure: null, state: 'missing' });
  });

  it('is not due while the month has not come, and is no zero', () => {
    const early = months('wageTimeliness', { asOf: '2025-04-02' });
    expect(early.map(({ state }) => state).slice(3)).toEqual(Array(9).fill('notDue'));
    expect(early.map(({ figure }) => figure).slice(3)).toEqual(Array(9).fill(null));
  });

  it('says of a sheet that came late that it was late, and counts it', () => {
    expect(month('inspectionAverage', '2025-03', { sheets: { '2025-03': { state: 'late' } } })).toMatchObject(
      {
        state: 'late',
        figure: '100.00',
      },
    );
  });

  it('says whether the sheet that it rests on is approved', () => {
    const given: GivenCountyYear = { months: { '2025-03': { stage: 'submitted' } } };
    expect(month('onPostRate', '2025-03', given)?.approved).toBe(false);
    expect(month('inspectionAverage', '2025-03', given)?.approved).toBe(true);
  });

  it('does not exist where money, findings or reports are those of no single month', () => {
    expect(months('executionRateOfReceipts')).toEqual([]);
    expect(months('rectificationTimeliness')).toEqual([]);
  });
});

describe('the counties together', () => {
  const of = (part: number | null, whole: number | null, figure: string | null = '0.00') =>
    ({ state: 'reported', part, whole, figure }) as const;

  it('are the sum of the parts over the sum of the wholes, never a mean of rates', () => {
    expect(indicatorOfAll('onPostRate', [of(14, 15), of(25, 25)])).toEqual({
      ...{ figure: '97.50', part: 39, whole: 40, counties: 2 },
    });
  });

  it('leave out on both sides what is missing, and say of how many counties they are', () => {
    const missing = { state: 'missing', part: null, whole: null, figure: null } as const;
    expect(indicatorOfAll('onPostRate', [of(14, 15), missing])).toMatchObject({
      figure: '93.33',
      counties: 1,
    });
    expect(indicatorOfAll('onPostRate', [missing])).toMatchObject({ figure: null, counties: 0 });
  });

  it('count occurrences, meet a condition where all meet it, and have no sum of hours a person', () => {
    expect(indicatorOfAll('filingTimeliness', [of(1, 4, '1'), of(2, 4, '2')]).figure).toBe('3');
    expect(indicatorOfAll('earmarkedUse', [of(null, null, '1'), of(null, null, '0')])).toMatchObject({
      ...{ figure: '0', part: 1, whole: 2 },
    });
    expect(indicatorOfAll('trainingHours', [of(360, 180, '24.00')]).figure).toBeNull();
  });
});

describe('the sentence of the indicators', () => {
  const one = (county: string, given: GivenCountyYear, code: MetricCode = 'onPostRate') => ({
    ...cell(code, given),
    county,
  });
  const vacant: GivenCountyYear = { months: { '2025-05': { personsOnPost: 2 } } };
  const across = (cells: IndicatorAcross['cells']): IndicatorAcross[] => [
    { name: METRICS.onPostRate.definition.name, cells },
  ];

  it('names the counties under their target in official order, and how many indicators are not', () => {
    const calm: IndicatorAcross = {
      name: METRICS.inspectionAverage.definition.name,
      cells: [one('红塔区', {}, 'inspectionAverage')],
    };
    const cells = [one('红塔区', vacant), one('江川区', {}), one('通海县', vacant)];
    expect(indicatorsSentence(2025, [...across(cells), calm]).zh).toBe(
      '2025 年有目标的 2 项指标中，1 项在各县（市、区）均没有低于目标的数据；在岗率低于目标的有红塔区、通海县。',
    );
  });

  it('counts where there are too many to name', () => {
    const cells = ['甲县', '乙县', '丙县', '丁县'].map((county) => one(county, vacant));
    expect(indicatorsSentence(2025, across(cells)).zh).toContain('甲县、乙县、丙县等 4 个县（市、区）');
  });

  it('tells a county its own figure and target', () => {
    expect(indicatorsSentence(2025, across([one('红塔区', vacant)])).zh).toBe(
      '2025 年有目标的 1 项指标均有低于目标的数据；在岗率为 92.78%，低于目标 95%。',
    );
  });

  it('says what is missing, and of a year in which nothing is due that nothing is', () => {
    const missing: GivenCountyYear = {
      months: { '2025-06': { state: 'missing', stage: 'open', paidOn: null } },
    };
    expect(indicatorsSentence(2025, across([one('红塔区', missing)])).zh).toContain('有 1 处数据缺报');
    expect(indicatorsSentence(2025, across([one('红塔区', { asOf: '2025-01-02' })])).zh).toBe(
      '2025 年各项指标均未到期，目前没有需要改进的数据。',
    );
  });

  it('knows which indicators may have a target', () => {
    expect(INDICATORS.filter(({ code }) => isTargeted(code))).toHaveLength(5);
    expect(cell('rectificationTimeliness', { findings: [givenFinding('2025-05', '2025-06-10')] }).light).toBe(
      'warning',
    );
  });
});
