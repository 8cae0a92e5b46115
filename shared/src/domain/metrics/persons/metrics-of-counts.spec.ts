import { printRounded } from '../../numbers/rational';
import { isoDate, yearMonth } from '../../period/year-month';
import {
  givenCountyYear,
  givenReoffending,
  givenSurvey,
  givenTraining,
  givenWorkload,
} from '../given-county-year';
import { givenMetric, givenRefusals } from '../given-metric';
import type { MetricResult } from '../metric';

const value = ({ value: exact }: MetricResult): string | null => exact && printRounded(exact, 2);

describe('supervised persons per post', () => {
  test('is the average over the months due, by post and not in percent', () => {
    const workload = [givenWorkload('2025-01', 180), givenWorkload('2025-02', 195)];
    const result = givenMetric('workloadPerPost', givenCountyYear({ asOf: '2025-03-10', workload }));
    expect(result).toMatchObject({ state: 'reported', numerator: 375, denominator: 30, times: 1 });
    expect(value(result)).toBe('12.50');
  });

  test('a month without counts is missing, named, and no zero; on its day it is not missing yet', () => {
    const workload = [givenWorkload('2025-01', 180)];
    const of = (asOf: string) => givenMetric('workloadPerPost', givenCountyYear({ asOf, workload }));
    expect(of('2025-03-08')).toMatchObject({ state: 'reported', denominator: 15 });
    expect(of('2025-03-09')).toMatchObject({ state: 'missing', value: null });
    expect(of('2025-03-09').note?.zh).toContain('2025-02');
  });

  test('is missing from the day on that the duty rules of the year set', () => {
    const facts = givenCountyYear({ asOf: '2025-03-10', workload: [givenWorkload('2025-01', 180)] });
    const due = { [yearMonth('2025-02')]: isoDate('2025-03-15') };
    expect(givenMetric('workloadPerPost', { ...facts, workloadBy: due }).state).toBe('reported');
    const later = { ...facts, asOf: isoDate('2025-03-16'), workloadBy: due };
    expect(givenMetric('workloadPerPost', later).state).toBe('missing');
  });

  test('without posts it is not applicable, however many are supervised', () => {
    expect(givenMetric('workloadPerPost', givenCountyYear({ posts: 0 })).state).toBe('notApplicable');
  });
});

describe('training hours per person', () => {
  test('is person-hours by the average number on post: 360 over 15 persons and twelve months is 24', () => {
    const result = givenMetric('trainingHours', givenCountyYear());
    expect(result).toMatchObject({ numerator: 360, denominator: 180, times: 12 });
    expect(value(result)).toBe('24.00');
  });

  test('counts the quarters due only: after the wages of March one quarter, 6 hours', () => {
    const of = (asOf: string) => givenMetric('trainingHours', givenCountyYear({ asOf }));
    expect(of('2025-04-15').state).toBe('notDue');
    expect([of('2025-04-16').denominator, value(of('2025-04-16'))]).toEqual([45, '6.00']);
  });

  test('a quarter reported with 0 is a value, one without report is missing and named', () => {
    const trainings = [givenTraining(1, 90), givenTraining(2, 0), givenTraining(4, 90)];
    const missing = givenMetric('trainingHours', givenCountyYear({ trainings }));
    expect(missing).toMatchObject({ state: 'missing', value: null });
    expect(missing.note?.zh).toBe('缺报：2025年第3季度培训学时，补报或者裁定前暂不能计算。');
    const none = ([1, 2, 3, 4] as const).map((quarter) => givenTraining(quarter, 0));
    expect(value(givenMetric('trainingHours', givenCountyYear({ trainings: none })))).toBe('0.00');
  });

  test('a month without wage list leaves unknown how many were on post, and is named', () => {
    const facts = givenCountyYear({ asOf: '2025-09-20', months: { '2025-02': { state: 'missing' } } });
    expect(givenMetric('trainingHours', facts).note?.zh).toContain('2025-02');
    const later = givenCountyYear({ asOf: '2025-09-20', months: { '2025-08': { state: 'missing' } } });
    expect(givenMetric('trainingHours', later).state).toBe('reported');
  });

  test('training where nobody was on post is refused naming both; without training it is not applicable', () => {
    const facts = givenCountyYear({ posts: 0 });
    expect(givenRefusals('trainingHours', facts)).toEqual([
      ['/trainings', '在岗人月数为0，培训人学时却为360，两者矛盾，请核对。'],
    ]);
    const trainings = ([1, 2, 3, 4] as const).map((quarter) => givenTraining(quarter, 0));
    expect(givenMetric('trainingHours', givenCountyYear({ posts: 0, trainings })).state).toBe(
      'notApplicable',
    );
  });
});

describe('satisfaction', () => {
  const survey = (asOf: string, ...surveys: readonly ReturnType<typeof givenSurvey>[]) =>
    givenMetric('satisfaction', givenCountyYear({ asOf, surveys }));

  test('adds up the surveys of the year: 57 and 27 of 60 and 30 are 93.33 percent', () => {
    const result = survey('2026-03-20', givenSurvey('2025-11-20', 57, 60), givenSurvey('2025-12-20', 27, 30));
    expect([value(result), result.lines.length]).toEqual(['93.33', 2]);
  });

  test('under 30 answers it is for reference only, with its value in sight; the minimum is a setting', () => {
    const facts = givenCountyYear({ surveys: [givenSurvey('2025-12-20', 28, 29)] });
    const result = givenMetric('satisfaction', facts);
    expect(result).toMatchObject({ state: 'notApplicable', value: null, reference: true });
    expect(result.referenceValue && printRounded(result.referenceValue, 2)).toBe('96.55');
    expect(result.note?.zh).toBe('基数29低于最低基数30，作为参考指标，不计分。');
    expect(givenMetric('satisfaction', facts, { minimumDenominators: { satisfaction: 29 } }).state).toBe(
      'reported',
    );
  });

  test('without a survey it is not due until the yearly counts are, then missing and no zero', () => {
    expect([survey('2026-01-31').state, survey('2026-02-01').state]).toEqual(['notDue', 'missing']);
    expect(survey('2026-02-01').note?.zh).toContain('2025年度满意度调查结果');
  });

  test('a survey that came late counts; one that nobody answered is not applicable', () => {
    expect(survey('2026-03-20', givenSurvey('2026-02-10', 40, 40)).state).toBe('reported');
    expect(survey('2026-03-20', givenSurvey('2025-12-20', 0, 0))).toMatchObject({ state: 'notApplicable' });
  });

  test('more satisfied than answered is refused in each survey, naming it and both figures', () => {
    const facts = givenCountyYear({
      surveys: [givenSurvey('2025-11-20', 0, 60), givenSurvey('2025-12-20', 41, 40)],
    });
    expect(givenRefusals('satisfaction', facts)).toEqual([
      ['/surveys/1', '2025-12-20结束的调查的满意份数为41，大于有效份数40，两者矛盾，请核对。'],
    ]);
  });

  test('a figure below 0 is refused in each survey, whatever the others sum to', () => {
    const facts = givenCountyYear({
      surveys: [givenSurvey('2025-11-20', -1, 60), givenSurvey('2025-12-20', 40, -40)],
    });
    expect(givenRefusals('satisfaction', facts)).toEqual([
      ['/surveys/0', '2025-11-20结束的调查的满意份数为-1，不应小于0，请核对。'],
      ['/surveys/1', '2025-12-20结束的调查的有效份数为-40，不应小于0，请核对。'],
    ]);
  });

  test('a survey that is not closed yet is not judged, and a refusal points at the place in the facts', () => {
    const facts = {
      ...givenCountyYear({ asOf: '2025-12-01' }),
      surveys: [givenSurvey('2025-12-20', 41, 40), givenSurvey('2025-11-20', 61, 60)],
    };
    expect(givenRefusals('satisfaction', facts).map(([pointer]) => pointer)).toEqual(['/surveys/1']);
  });
});

describe('reoffending', () => {
  test('is for reference only by default, whatever the number supervised', () => {
    const facts = givenCountyYear({ reoffending: [givenReoffending(2025, 3, 1_500)] });
    const result = givenMetric('reoffendingRate', facts);
    expect(result).toMatchObject({ state: 'notApplicable', value: null, reference: true });
    expect(result.note?.zh).toBe('作为参考指标，不计分。');
    expect(result.referenceValue && printRounded(result.referenceValue, 2)).toBe('0.20');
  });

  test('where a setting scores it, one case among 100 is still under the minimum', () => {
    const facts = givenCountyYear({ reoffending: [givenReoffending(2025, 1, 100)] });
    expect(givenMetric('reoffendingRate', facts, { referenceOnly: [] })).toMatchObject({
      state: 'notApplicable',
      reference: true,
    });
  });

  test('a year under the minimum takes the totals of up to three years, and says which', () => {
    const reoffending = [
      givenReoffending(2022, 9, 200),
      givenReoffending(2023, 1, 210),
      givenReoffending(2024, 0, 210),
      givenReoffending(2025, 1, 180),
    ];
    const result = givenMetric('reoffendingRate', givenCountyYear({ reoffending }), { referenceOnly: [] });
    expect(result).toMatchObject({ state: 'reported', numerator: 2, denominator: 600 });
    expect(result.note?.zh).toBe('本年基数不足，按2023、2024、2025年合计计算。');
  });

  test('a year that reaches the minimum stands alone', () => {
    const reoffending = [givenReoffending(2024, 9, 500), givenReoffending(2025, 1, 500)];
    const result = givenMetric('reoffendingRate', givenCountyYear({ reoffending }), { referenceOnly: [] });
    expect(result).toMatchObject({ numerator: 1, denominator: 500 });
  });

  test('without the count of the year it is not due until the yearly counts are, then missing and no zero', () => {
    const of = (asOf: string) =>
      givenMetric(
        'reoffendingRate',
        givenCountyYear({ asOf, reoffending: [givenReoffending(2024, 1, 900)] }),
      );
    expect([of('2026-01-31').state, of('2026-02-01').state]).toEqual(['notDue', 'missing']);
    expect(of('2026-02-01').note?.zh).toContain('2025年度重新犯罪计数');
  });

  test('more who reoffended than were supervised are refused; nobody supervised is not applicable', () => {
    const facts = givenCountyYear({ reoffending: [givenReoffending(2025, 2, 1)] });
    expect(givenRefusals('reoffendingRate', facts)).toEqual([
      ['/reoffending/0', '2025年的重新犯罪人数为2，大于在册人数1，两者矛盾，请核对。'],
    ]);
    const added = givenCountyYear({
      reoffending: [
        givenReoffending(2025, 0, 300),
        givenReoffending(2024, 5, 3),
        givenReoffending(2023, -1, 9),
      ],
    });
    expect(givenRefusals('reoffendingRate', added)).toEqual([
      ['/reoffending/2', '2023年的重新犯罪人数为-1，不应小于0，请核对。'],
      ['/reoffending/1', '2024年的重新犯罪人数为5，大于在册人数3，两者矛盾，请核对。'],
    ]);
    const nobody = givenCountyYear({ reoffending: [givenReoffending(2025, 0, 0)] });
    expect(givenMetric('reoffendingRate', nobody)).toMatchObject({ state: 'notApplicable' });
    expect(givenMetric('reoffendingRate', nobody).reference).toBeUndefined();
  });
});
