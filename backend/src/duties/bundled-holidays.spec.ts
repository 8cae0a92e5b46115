import { holidayTableRefusals, workingCalendar } from '@yuheng/shared/domain/period/working-days';
import { addDays, isoDate, yearOf } from '@yuheng/shared/domain/period/year-month';
import { bundledHolidays } from './bundled-holidays';

describe('the holiday tables that come with the program', () => {
  it('are sound, one a year, each with its document', () => {
    expect(bundledHolidays().map(({ year, document }) => [year, document])).toEqual([
      [2024, '《国务院办公厅关于2024年部分节假日安排的通知》（国办发明电〔2023〕7号）'],
      [2025, '《国务院办公厅关于2025年部分节假日安排的通知》（国办发明电〔2024〕12号）'],
      [2026, '《国务院办公厅关于2026年部分节假日安排的通知》（国办发明电〔2025〕7号）'],
    ]);
    for (const table of bundledHolidays()) expect(holidayTableRefusals(table)).toEqual([]);
  });

  // Weekdays less the statutory days off of the notices: 262 − 11 in 2024, 261 − 13 in 2025 and in 2026.
  it.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('make %i a year of %i working days', (year, count) => {
    const { isWorkingDay } = workingCalendar(bundledHolidays());
    const days = Array.from({ length: 366 }, (_, index) => addDays(isoDate(`${year}-01-01`), index));
    expect(days.filter((day) => yearOf(day) === year && isWorkingDay(day))).toHaveLength(count);
  });
});
