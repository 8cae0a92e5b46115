import { filingDueOn, inspectionDueOn, stateOfDated, untouchedStage, wagesDueOn } from './duty-clock';
import { isoDate, yearMonth } from './year-month';

const day = isoDate;

describe('the clocks of the year', () => {
  it('set the sheet due on the 8th and the wages on the 15th of the following month', () => {
    expect(inspectionDueOn(yearMonth('2025-03'))).toBe('2025-04-08');
    expect(wagesDueOn(yearMonth('2025-12'))).toBe('2026-01-15');
  });

  it('give both filings one month from receipt, and none while nothing was received', () => {
    expect(filingDueOn(day('2025-01-31'))).toBe('2025-02-28');
    expect(filingDueOn(null)).toBeNull();
  });
});

describe('the state that follows from dates alone', () => {
  it.each([
    ['handed in on its day is reported', '2025-04-08', '2025-04-08', '2025-04-09', 'reported'],
    ['handed in a day later is late for good', '2025-04-08', '2025-04-09', '2026-01-01', 'late'],
    ['its day not over, it is not due', '2025-04-08', null, '2025-04-08', 'notDue'],
    ['a day after its day it is missing', '2025-04-08', null, '2025-04-09', 'missing'],
    [
      'what comes after the day asked about is not known yet',
      '2025-04-08',
      '2025-04-12',
      '2025-04-09',
      'missing',
    ],
    ['without a clock it is never overdue', null, null, '2026-01-01', 'notDue'],
    ['without a clock it can be done', null, '2025-04-09', '2026-01-01', 'reported'],
  ])('%s', (_, dueOn, doneOn, asOf, state) => {
    expect(
      stateOfDated(dueOn === null ? null : day(dueOn), doneOn === null ? null : day(doneOn), day(asOf)),
    ).toBe(state);
  });

  it('opens an untouched sheet when its month is over', () => {
    expect(untouchedStage(yearMonth('2026-02'), day('2026-02-28'))).toBe('notDue');
    expect(untouchedStage(yearMonth('2026-02'), day('2026-03-01'))).toBe('open');
  });
});
