import { compare, rational } from '../../numbers/rational';
import { yearMonth } from '../../period/year-month';
import type { CountyEvidence, MonthEvidence } from './allocation-evidence';
import { GIVEN_EVIDENCE } from './given-evidence';
import { evaluatedYearOf, evidenceWindow, monthsIn, printWindowFigure, windowFigure } from './window-figures';

const month = (text: string, changes: Partial<MonthEvidence> = {}): MonthEvidence => ({
  month: yearMonth(text),
  onPost: 10,
  onPostStage: 'approved',
  supervised: null,
  resettled: null,
  assessments: null,
  workloadStage: 'approved',
  ...changes,
});

const county = (...months: readonly MonthEvidence[]): CountyEvidence => ({
  county: 'a',
  lastPosts: 12,
  lastFen: 14_400_000,
  months,
  justiceOffices: null,
  total: null,
  leaves: [],
  vetoCap: null,
});

const WINDOW = evidenceWindow(2025, { years: 1, lastMonth: 12 });
const figure = (factor: Parameters<typeof windowFigure>[0], of: CountyEvidence, window = WINDOW) =>
  windowFigure(factor, { county: of, window, at: '/evidence/counties/3' });

describe('the evidence window', () => {
  it('goes from January of its first year to its last month', () => {
    expect(WINDOW.months).toHaveLength(12);
    expect([WINDOW.months[0], WINDOW.months.at(-1)]).toEqual(['2025-01', '2025-12']);
    expect(WINDOW.words).toEqual({ zh: '2025年1月至12月', en: '2025-01 to 2025-12' });
    const three = evidenceWindow(2025, { years: 3, lastMonth: 10 });
    expect([three.months.length, three.months[0], three.months.at(-1)]).toEqual([34, '2023-01', '2025-10']);
    expect(three.words.zh).toBe('2023年1月至2025年10月');
    expect(evidenceWindow(2025, { years: 1, lastMonth: 1 }).words.zh).toBe('2025年1月');
  });

  it('ends with the year of the chosen result, and without one with that of the evidence', () => {
    expect(evaluatedYearOf({ ...GIVEN_EVIDENCE, evaluatedYear: 2024 })).toBe(2025);
    expect(evaluatedYearOf({ ...GIVEN_EVIDENCE, evaluatedYear: 2024, scoring: null })).toBe(2024);
  });

  it('a month of another year never counts, however large its figure', () => {
    const of = county(
      month('2024-12', { supervised: '9000' }),
      month('2025-01', { supervised: '30' }),
      month('2026-01', { supervised: '9000' }),
    );
    expect(monthsIn(WINDOW, of).map((one) => one.month)).toEqual(['2025-01']);
    expect(figure('supervised', of)).toMatchObject({ months: ['2025-01'], exact: rational(30) });
  });
});

describe('a factor over the window', () => {
  it('is the exact average over the months that have it; a month without it is no month of 0', () => {
    const of = county(
      month('2025-01', { supervised: '30.5', resettled: 100, assessments: 1 }),
      month('2025-02'),
      month('2025-03', { supervised: '31', resettled: 101, assessments: 0, workloadStage: 'submitted' }),
      month('2025-04', { supervised: '31' }),
    );
    const supervised = figure('supervised', of);
    if ('pointer' in supervised) throw new Error(supervised.detail.en);
    expect(compare(supervised.exact, rational(925, 30))).toBe(0);
    expect(printWindowFigure(supervised.exact)).toBe('30.83');
    expect(supervised.months).toEqual(['2025-01', '2025-03', '2025-04']);
    expect(supervised.unapproved).toEqual(['2025-03']);
    expect(supervised.steps).toEqual([
      {
        label: {
          zh: '社区矫正对象月平均人数：2025年1月至12月有数据的 3 个月的平均',
          en: 'supervised persons, monthly average: mean of the 3 months with figures, 2025-01 to 2025-12',
        },
        expression: '92.5 ÷ 3',
        result: '≈30.83',
      },
    ]);
    expect(figure('resettled', of)).toMatchObject({ exact: rational(201, 2) });
    expect(figure('assessments', of)).toMatchObject({ exact: rational(1, 2), unapproved: ['2025-03'] });
  });

  it('prints two decimals half up, none where it is whole', () => {
    expect([rational(25), rational(1, 8), rational(61, 2)].map(printWindowFigure)).toEqual([
      '25',
      '0.13',
      '30.50',
    ]);
  });

  it('posts and offices have no months', () => {
    expect(figure('lastPosts', county())).toMatchObject({ exact: rational(12), months: [], steps: [] });
    expect(figure('justiceOffices', { ...county(), justiceOffices: 0 })).toMatchObject({
      exact: rational(0),
    });
  });

  it('a county without it is refused with the reason, never counted as 0, and not named', () => {
    const of = county(month('2024-12', { supervised: '30' }), month('2025-01'));
    expect(figure('supervised', of)).toEqual({
      pointer: '/evidence/counties/3/months',
      detail: {
        zh: '该县（市、区）在2025年1月至12月没有一个月报送“社区矫正对象月平均人数”所需的数据，不能按 0 计，请补报后再测算',
        en: 'The county has no month from 2025-01 to 2025-12 with the figure for "supervised persons, monthly average", which never counts as 0; supply it first',
      },
    });
    expect(figure('justiceOffices', of)).toMatchObject({ pointer: '/evidence/counties/3/justiceOffices' });
  });
});
