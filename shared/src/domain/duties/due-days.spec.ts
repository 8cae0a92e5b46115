import { isoDate, yearMonth } from '../period/year-month';
import { workingCalendar } from '../period/working-days';
import { dueDays } from './due-days';
import type { DutyRule, FixedDay } from './duty-rule';
import { DEFAULT_DUTY_RULES } from './duty-rules';

const CALENDAR = workingCalendar([
  {
    year: 2026,
    document: '《国务院办公厅关于2026年部分节假日安排的通知》',
    off: [{ from: isoDate('2026-05-01'), to: isoDate('2026-05-05') }],
    worked: [isoDate('2026-05-09')],
  },
]);
const [APRIL, MAY] = [yearMonth('2026-04'), yearMonth('2026-05')];

const day = (month: number, date: number): FixedDay => ({ month, day: date, nextYear: false });
const changed = (id: string, term: { unit: 'workingDays' | 'days'; count: number }): DutyRule[] =>
  DEFAULT_DUTY_RULES.filter((rule) => rule.program === 'assistants').map((rule) =>
    rule.id === id && rule.clock.from !== 'fixedDays' ? { ...rule, clock: { ...rule.clock, term } } : rule,
  );

describe('due days', () => {
  it('are those of the rules that come with the program, as long as nobody changes them', () => {
    const { ofSheet, ofFiling, ofPassOn } = dueDays(DEFAULT_DUTY_RULES, CALENDAR);
    expect(ofSheet('inspection', APRIL)).toBe('2026-05-08');
    expect([ofSheet('spending', APRIL), ofSheet('workload', APRIL)]).toEqual(['2026-05-15', '2026-05-15']);
    expect([ofFiling(isoDate('2026-01-31')), ofFiling(null)]).toEqual(['2026-02-28', null]);
    expect(ofPassOn(isoDate('2026-04-20'))).toBe('2026-05-20');
  });

  it('follow a rule that was changed, by working days where it counts them, and no other one', () => {
    const { ofSheet } = dueDays(changed('inspection', { unit: 'workingDays', count: 5 }), CALENDAR);
    expect([ofSheet('inspection', APRIL), ofSheet('spending', APRIL)]).toEqual(['2026-05-11', '2026-05-15']);
    const filing = dueDays(changed('filing', { unit: 'days', count: 10 }), CALENDAR);
    expect([filing.ofFiling(isoDate('2026-04-20')), filing.ofFiling(null)]).toEqual(['2026-04-30', null]);
    const passOn = dueDays(changed('passOn', { unit: 'workingDays', count: 5 }), CALENDAR);
    expect(passOn.ofPassOn(isoDate('2026-04-29'))).toBe('2026-05-09');
  });

  it('of passing on and of issuing follow their rules as well, each receipt by its own clock', () => {
    const usual = dueDays(DEFAULT_DUTY_RULES, CALENDAR);
    expect([usual.ofPassOn(isoDate('2026-04-20')), usual.ofIssue(2026)]).toEqual([
      '2026-05-20',
      '2026-04-30',
    ]);
    const { ofPassOn } = dueDays(changed('passOn', { unit: 'workingDays', count: 5 }), CALENDAR);
    expect([ofPassOn(isoDate('2026-04-30')), ofPassOn(isoDate('2026-06-01'))]).toEqual([
      '2026-05-11',
      '2026-06-08',
    ]);
    const issued = (days: readonly FixedDay[]): string | null =>
      dueDays(
        DEFAULT_DUTY_RULES.map((rule) =>
          rule.id === 'issue' ? { ...rule, clock: { from: 'fixedDays', days } } : rule,
        ),
        CALENDAR,
      ).ofIssue(2026);
    expect(issued([day(3, 31), day(6, 30)])).toBe('2026-06-30');
  });

  it('of a program without such a rule are the usual ones', () => {
    const { ofSheet, ofFiling, ofPassOn, ofIssue } = dueDays([], CALENDAR);
    expect([ofPassOn(isoDate('2026-04-20')), ofIssue(2026)]).toEqual(['2026-05-20', null]);
    expect([ofSheet('inspection', MAY), ofSheet('spending', MAY)]).toEqual(['2026-06-08', '2026-06-15']);
    expect(ofFiling(isoDate('2026-01-31'))).toBe('2026-02-28');
  });
});
