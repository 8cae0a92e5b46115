import * as fc from 'fast-check';
import { addDays, isoDate, yearMonth } from '../period/year-month';
import { stateOfSheet } from './state-of-sheet';
import type { DatedSheet } from './state-of-sheet';

const DUE = isoDate('2026-03-08');
const sheet = (own: Partial<DatedSheet>): DatedSheet => ({
  month: yearMonth('2026-02'),
  stage: 'open',
  reopenedUntil: null,
  dueOn: DUE,
  submittedOn: null,
  answered: 0,
  unchanged: false,
  ...own,
});
const stateOn = (own: Partial<DatedSheet>, day: string) => stateOfSheet(sheet(own), isoDate(day));

test('an open sheet is not due through its due day and missing from the next day on, however much is typed into it', () => {
  expect(stateOn({ answered: 12 }, '2026-03-08')).toBe('notDue');
  expect(stateOn({ answered: 12 }, '2026-03-09')).toBe('missing');
});

test('submitted on its due day it is reported; a day later it is late for good, also when it is approved', () => {
  const filled = { stage: 'submitted', answered: 12 } as const;
  expect(stateOn({ ...filled, submittedOn: DUE }, '2026-03-20')).toBe('reported');
  const late = { ...filled, submittedOn: isoDate('2026-03-09') };
  expect(stateOn(late, '2026-03-20')).toBe('late');
  expect(stateOn({ ...late, stage: 'approved' }, '2027-01-01')).toBe('late');
  expect(stateOn({ ...late, stage: 'reopened', reopenedUntil: isoDate('2026-04-01') }, '2026-03-20')).toBe(
    'late',
  );
});

test('what was in time, was returned and comes again after the due day is missing meanwhile and then reported', () => {
  const inTime = { answered: 12, submittedOn: isoDate('2026-03-07') };
  expect(stateOn({ ...inTime, stage: 'returned' }, '2026-03-08')).toBe('notDue');
  expect(stateOn({ ...inTime, stage: 'returned' }, '2026-03-09')).toBe('missing');
  expect(stateOn({ ...inTime, stage: 'submitted' }, '2026-03-15')).toBe('reported');
});

test('an empty sheet is no report even where it was submitted; one reported 0 is, and so is a confirmation of no change', () => {
  const submitted = { stage: 'submitted', submittedOn: isoDate('2026-03-07') } as const;
  expect(stateOn(submitted, '2026-03-20')).toBe('missing');
  expect(stateOn({ ...submitted, answered: 1 }, '2026-03-20')).toBe('reported');
  expect(stateOn({ ...submitted, unchanged: true }, '2026-03-20')).toBe('reported');
});

test('a sheet that nobody opened is missing like any other once its day is over', () => {
  expect(stateOn({ stage: 'notDue' }, '2026-03-09')).toBe('missing');
});

test('a state never depends on the day it is read once the sheet is handed in', () => {
  fc.assert(
    fc.property(fc.integer({ min: -30, max: 30 }), fc.integer({ min: 0, max: 400 }), (handed, later) => {
      const submittedOn = addDays(DUE, handed);
      const one = sheet({ stage: 'submitted', answered: 5, submittedOn });
      expect(stateOfSheet(one, addDays(submittedOn, later))).toBe(handed > 0 ? 'late' : 'reported');
    }),
  );
});
