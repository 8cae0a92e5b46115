import * as fc from 'fast-check';
import { addWorkingDays, workingCalendar } from '../period/working-days';
import { addDays, isoDate } from '../period/year-month';
import { ageInWorkingDays } from './age-in-working-days';

const calendar = workingCalendar([]);
const day = (text: string) => isoDate(text);

describe('ageInWorkingDays', () => {
  it('counts Monday after Friday as one and a weekend as none', () => {
    expect(ageInWorkingDays(day('2025-04-11'), day('2025-04-14'), calendar)).toBe(1);
    expect(ageInWorkingDays(day('2025-04-11'), day('2025-04-13'), calendar)).toBe(0);
    expect(ageInWorkingDays(day('2025-04-11'), day('2025-04-11'), calendar)).toBe(0);
    expect(ageInWorkingDays(day('2025-04-11'), day('2025-04-01'), calendar)).toBe(0);
  });

  it('a day so many working days later is so many working days old', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.nat(60), (start, count) => {
        const from = addDays(day('2025-01-01'), start);
        expect(ageInWorkingDays(from, addWorkingDays(from, count, calendar), calendar)).toBe(count);
      }),
    );
  });
});
