import * as fc from 'fast-check';
import { bilingual } from '../bilingual';
import { addMonths, yearMonth } from '../period/year-month';
import type { ItemFrequency } from '../monitoring/assistants-template';
import { carriedAnswer } from './carried';
import type { EarlierAnswer, SheetItem } from './sheet';

const item = (frequency: ItemFrequency): SheetItem => ({
  id: 'laborContracts',
  name: bilingual('劳动合同', 'Labour contracts'),
  answer: 'conclusion',
  frequency,
  required: true,
});

const answered = (month: string, state: EarlierAnswer['state'] = 'reported'): EarlierAnswer => ({
  item: 'laborContracts',
  month: yearMonth(month),
  state,
  value: null,
  conclusion: state === 'reported' ? 'pass' : null,
  reason: state === 'reported' ? null : '没有',
});

const isCarried = (frequency: ItemFrequency, month: string, earlier?: EarlierAnswer) =>
  carriedAnswer(item(frequency), yearMonth(month), earlier) !== null;

test('an item that was never answered is asked in every month, whatever its frequency', () => {
  for (const frequency of ['monthly', 'quarterly', 'yearly', 'once'] as const) {
    expect(isCarried(frequency, '2025-04')).toBe(false);
  }
});

test.each<[ItemFrequency, readonly string[]]>([
  ['monthly', []],
  ['quarterly', ['2025-04', '2025-05']],
  ['yearly', ['2025-04', '2025-05', '2025-06', '2026-02']],
  ['once', ['2025-04', '2025-05', '2025-06', '2026-02', '2026-03', '2035-03']],
])('a %s item answered in 2025-03 is carried in %j and asked in the other months', (frequency, carried) => {
  const months = ['2025-04', '2025-05', '2025-06', '2026-02', '2026-03', '2035-03'];
  expect(months.filter((month) => isCarried(frequency, month, answered('2025-03')))).toEqual(carried);
});

test('what is carried is the answer itself with the month in which it was given', () => {
  const earlier = answered('2025-03');
  expect(carriedAnswer(item('quarterly'), yearMonth('2025-05'), earlier)).toBe(earlier);
});

test('"not applicable" of January does not stand for the whole year: it is asked again in July', () => {
  const none = answered('2026-01', 'notApplicable');
  for (const frequency of ['yearly', 'once'] as const) {
    expect([isCarried(frequency, '2026-06', none), isCarried(frequency, '2026-07', none)]).toEqual([
      true,
      false,
    ]);
  }
  expect(isCarried('quarterly', '2026-04', none)).toBe(false);
});

test('once an item is asked it stays asked until it is answered', () => {
  const frequency = fc.constantFrom<ItemFrequency>('monthly', 'quarterly', 'yearly', 'once');
  fc.assert(
    fc.property(frequency, fc.boolean(), fc.integer({ min: 1, max: 40 }), (every, applies, months) => {
      const earlier = answered('2024-01', applies ? 'reported' : 'notApplicable');
      const at = addMonths(yearMonth('2024-01'), months);
      if (!isCarried(every, at, earlier)) expect(isCarried(every, addMonths(at, 1), earlier)).toBe(false);
    }),
  );
});
