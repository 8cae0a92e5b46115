import fc from 'fast-check';
import { filingDueOn, inspectionDueOn, wagesDueOn } from '../period/duty-clock';
import { addDays, isoDate, monthsOfYear } from '../period/year-month';
import { workingCalendar } from '../period/working-days';
import { basisInForce, basisInWords, clockInWords, partiesInWords } from './duty-basis';
import { dutyState, duesOfYear } from './duty-due';
import type { DutyClock, DutyRule } from './duty-rule';
import { dutyRuleRefusals } from './duty-rule-refusals';
import { DEFAULT_DUTY_RULES, dutyRuleOf } from './duty-rules';

const day = isoDate;
const given = (id: string): DutyRule => {
  const rule = dutyRuleOf(id);
  if (!rule) throw new Error(`There is no rule ${id}.`);
  return rule;
};
const weekends = workingCalendar([]);
const dues = (clock: DutyClock, year = 2025, receivedOn: string | null = null) =>
  duesOfYear(clock, year, { receivedOn: receivedOn === null ? null : day(receivedOn), calendar: weekends });

describe('a duty falls due', () => {
  it('for a monthly sheet twelve times a year, on the days on which it always did', () => {
    const years = fc.integer({ min: 2000, max: 2100 });
    fc.assert(
      fc.property(years, (year) => {
        expect(dues(given('inspection').clock, year).map(({ dueOn }) => dueOn)).toEqual(
          monthsOfYear(year).map((month) => inspectionDueOn(month)),
        );
        expect(dues(given('spending').clock, year).map(({ dueOn }) => dueOn)).toEqual(
          monthsOfYear(year).map((month) => wagesDueOn(month)),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('for a filing one month after receipt, and on no day while nothing was received', () => {
    const days = fc.integer({ min: 0, max: 3000 }).map((count) => addDays(day('2020-01-01'), count));
    fc.assert(
      fc.property(days, (receivedOn) => {
        expect(dues(given('filing').clock, 2025, receivedOn)).toEqual([
          { month: null, startsOn: receivedOn, dueOn: filingDueOn(receivedOn), assumed: false },
        ]);
      }),
      { numRuns: 200 },
    );
    expect(dues(given('filing').clock)).toEqual([
      { month: null, startsOn: null, dueOn: null, assumed: false },
    ]);
  });

  it('on its fixed days, of which some lie in the following year', () => {
    expect(dues(given('claims').clock).map(({ dueOn }) => dueOn)).toEqual([
      '2025-03-31',
      '2025-06-30',
      '2025-09-30',
      '2025-12-31',
    ]);
    expect(dues(given('selfEvaluation').clock).map(({ dueOn }) => dueOn)).toEqual(['2026-03-31']);
  });

  it('after working days, which are counted by weekends and marked where the year has no table', () => {
    const clock: DutyClock = { from: 'receipt', term: { unit: 'workingDays', count: 3 } };
    expect(dues(clock, 2025, '2025-12-30')).toEqual([
      { month: null, startsOn: '2025-12-30', dueOn: '2026-01-02', assumed: true },
    ]);
    const calendar = workingCalendar([
      { year: 2025, document: '', off: [], worked: [] },
      { year: 2026, document: '', off: [{ from: day('2026-01-01'), to: day('2026-01-03') }], worked: [] },
    ]);
    expect(duesOfYear(clock, 2025, { receivedOn: day('2025-12-30'), calendar })).toEqual([
      { month: null, startsOn: '2025-12-30', dueOn: '2026-01-06', assumed: false },
    ]);
  });
});

describe('the state of a duty comes from dates', () => {
  it.each([
    ['on its own day it is due soon', '2025-04-08', null, '2025-04-08', 'dueSoon'],
    ['seven days before its day it is due soon', '2025-04-08', null, '2025-04-01', 'dueSoon'],
    ['eight days before its day it is not due yet', '2025-04-08', null, '2025-03-31', 'notYet'],
    ['a day after its day it is overdue', '2025-04-08', null, '2025-04-09', 'overdue'],
    ['done on its day it is done', '2025-04-08', '2025-04-08', '2025-04-09', 'done'],
    ['done after its day it is late for good', '2025-04-08', '2025-04-09', '2026-04-09', 'late'],
    ['what is done later is not known yet', '2025-04-08', '2025-04-12', '2025-04-09', 'overdue'],
    ['while its clock has not started it is not due', null, null, '2026-01-01', 'notYet'],
  ])('%s', (_, dueOn, doneOn, asOf, state) => {
    const record = { doneOn: doneOn === null ? null : day(doneOn) };
    expect(dutyState(dueOn === null ? null : day(dueOn), record, { asOf: day(asOf), binding: true })).toBe(
      state,
    );
  });

  it('without a basis in force it is never overdue and never late, whatever the day', () => {
    const days = fc.integer({ min: 0, max: 4000 }).map((count) => addDays(day('2020-01-01'), count));
    fc.assert(
      fc.property(days, fc.option(days), days, (dueOn, doneOn, asOf) => {
        const state = dutyState(dueOn, { doneOn }, { asOf, binding: false });
        expect(['done', 'dueSoon', 'notYet', 'reminder']).toContain(state);
      }),
    );
    expect(dutyState(day('2025-04-08'), { doneOn: null }, { asOf: day('2025-04-09'), binding: false })).toBe(
      'reminder',
    );
  });

  it.each([
    ['inTime', true, 'done'],
    ['late', true, 'late'],
    ['late', false, 'done'],
  ] as const)(
    'done on a day that is not recorded it is as it was recorded: %s',
    (undated, binding, state) => {
      expect(
        dutyState(day('2025-04-08'), { doneOn: null, undated }, { asOf: day('2026-01-01'), binding }),
      ).toBe(state);
    },
  );
});

describe('the basis of a duty', () => {
  it('is the newest text in force, and says when a later text does not repeat it', () => {
    const { bases } = given('filing');
    expect(basisInForce(bases, 2021)).toBeNull();
    expect(basisInForce(bases, 2026)?.year).toBe(2022);
    expect(basisInWords(bases, 2024).zh).toContain('（2022年文本）。');
    expect(basisInWords(bases, 2026).zh).toContain('（2022年文本，2025年文本未重申）。');
    expect(basisInForce(given('issue').bases, 2024)?.year).toBe(2022);
    expect(basisInForce(given('issue').bases, 2025)?.year).toBe(2025);
    expect(basisInWords(given('issue').bases, 2025).zh).not.toContain('未重申');
  });

  it('ends with the year in which an officer ended it, and then only reminds', () => {
    const bases = given('filing').bases.map((basis) => ({ ...basis, until: 2025 }));
    expect(basisInForce(bases, 2025)).not.toBeNull();
    expect(basisInForce(bases, 2026)).toBeNull();
    expect(basisInWords(bases, 2026).zh).toBe('本年度没有现行有效的依据：仅作提醒，不计逾期。');
  });

  it('says that a term is a setting where the clause names none', () => {
    expect(basisInWords(given('passOn').bases, 2025).zh).toMatch(/期限为系统设置。$/);
    expect(basisInWords(given('filing').bases, 2025).zh).not.toContain('系统设置');
  });

  it('stands beside the clock and the party in words', () => {
    expect(DEFAULT_DUTY_RULES.map(({ id, clock }) => [id, clockInWords(clock).zh])).toEqual([
      ['issue', '当年4月30日前。'],
      ['passOn', '自县（市、区）财政局收到资金之日起算，30日内。'],
      ['filing', '自县（市、区）财政局收到资金之日起算，1个月内。'],
      ['inspection', '自当月结束起算，次月8日前。'],
      ['spending', '自当月结束起算，次月15日前。'],
      ['workload', '自当月结束起算，次月15日前。'],
      ['midYearMonitoring', '当年8月31日前。'],
      ['annualMethod', '当年12月31日前。'],
      ['selfEvaluation', '次年3月31日前。'],
      ['claims', '当年3月31日前、当年6月30日前、当年9月30日前、当年12月31日前。'],
      ['payout', '当年6月30日前、当年12月31日前。'],
    ]);
    const workingDays = { from: 'receipt', term: { unit: 'workingDays', count: 5 } } as const;
    expect(clockInWords(workingDays).zh).toBe('自县（市、区）财政局收到资金之日起算，5个工作日内。');
    expect(partiesInWords(given('filing').owedBy).zh).toBe('县（市、区）司法局、县（市、区）财政局');
  });
});

describe('a change of a rule', () => {
  const pointers = (rule: DutyRule, change: Partial<DutyRule>): string[] =>
    dutyRuleRefusals(rule, { ...rule, ...change }).map(({ pointer }) => pointer);
  const fixed = (...days: [number, number][]): DutyClock => ({
    from: 'fixedDays',
    days: days.map(([month, one]) => ({ month, day: one, nextYear: false })),
  });

  it('is taken where it changes a term or ends a basis', () => {
    for (const rule of DEFAULT_DUTY_RULES) expect(dutyRuleRefusals(rule, rule)).toEqual([]);
    expect(pointers(given('filing'), { bases: [] })).toEqual([]);
    expect(
      pointers(given('passOn'), { clock: { from: 'receipt', term: { unit: 'workingDays', count: 10 } } }),
    ).toEqual([]);
  });

  it.each([
    ['its clock starts otherwise', 'filing', { clock: fixed([4, 30]) }, ['/clock/from']],
    ['a fixed day does not exist in every year', 'issue', { clock: fixed([2, 29]) }, ['/clock/days/0']],
    ['fixed days stand out of order', 'payout', { clock: fixed([12, 31], [6, 30]) }, ['/clock/days/1']],
    ['a fixed day stands twice', 'payout', { clock: fixed([6, 30], [6, 30]) }, ['/clock/days/1']],
  ])('is refused where %s', (_, id, change, expected) => {
    expect(pointers(given(id), change as Partial<DutyRule>)).toEqual(expected);
  });

  it('is refused where a basis ends before it begins, and where two are of one year', () => {
    const { bases } = given('filing');
    expect(pointers(given('filing'), { bases: bases.map((basis) => ({ ...basis, until: 2021 })) })).toEqual([
      '/bases/0/until',
    ]);
    expect(pointers(given('filing'), { bases: [...bases, ...bases] })).toEqual(['/bases/1/year']);
  });
});
