import { ASSISTANTS_TEMPLATE } from '@yuheng/shared/domain/monitoring/assistants-template';
import {
  addMonths,
  addMonthsToDay,
  daysBetween,
  isoDate,
  yearMonth,
} from '@yuheng/shared/domain/period/year-month';
import { DEMONSTRATION_DAY } from './demonstration-day';
import { FIXTURE_COUNTIES, fixtureDemonstration } from './demonstration-fixture';
import { isWorkingDay } from './working-day';

const data = fixtureDemonstration();
const postsOf = (countyId: string): number => FIXTURE_COUNTIES.find(({ id }) => id === countyId)?.posts ?? 0;
const amountOf = (countyId: string): number => postsOf(countyId) * 1_200_000;

describe('the money of the demonstration', () => {
  it.each(['issue', 'receipt', 'passOn'])(
    'sums to the published amount of each county and year at the stage %s',
    (stage) => {
      for (const { id } of FIXTURE_COUNTIES) {
        for (const year of [2024, 2025]) {
          const moved = data.fundMovements.filter(
            (one) => one.countyId === id && one.year === year && one.stage === stage,
          );
          expect(moved.reduce((sum, one) => sum + one.fen, 0)).toBe(amountOf(id));
        }
      }
      expect(data.programPosts.reduce((sum, one) => sum + one.posts, 0)).toBe(3 * 150);
    },
  );

  it('is issued in mid-April, then received, then passed on, and not yet issued in 2026', () => {
    for (const { id } of FIXTURE_COUNTIES) {
      for (const year of [2024, 2025]) {
        const days = (stage: string): string[] =>
          data.fundMovements
            .filter((one) => one.countyId === id && one.year === year && one.stage === stage)
            .map(({ movedOn }) => movedOn);
        expect(days('issue')[0]).toMatch(/-04-1[56]$/);
        expect(String(days('issue')[0]) < String(days('receipt')[0])).toBe(true);
        expect(days('passOn').every((day) => day > String(days('receipt')[0]))).toBe(true);
      }
    }
    expect(data.fundMovements.filter(({ year }) => year === 2026)).toEqual([]);
  });

  it('starts the clock of each filing with the receipt, and of none in 2026', () => {
    for (const one of data.filings) {
      const received = data.fundMovements.find(
        (each) => each.countyId === one.countyId && each.year === one.year && each.stage === 'receipt',
      );
      if (one.year === 2026) expect(one.filedOn).toBeNull();
      else expect(String(one.filedOn) > String(received?.movedOn)).toBe(true);
    }
    expect(data.filings).toHaveLength(9 * 3 * 4);
  });
});

describe('the wages of the demonstration', () => {
  it('add up: city part = persons × 1,000 元, gross = city part + county part, 2,900 to 3,600 元 a person', () => {
    for (const one of data.wageMonths) {
      expect(one.cityPartDueFen).toBe(one.personsOnPost * 100_000);
      expect(one.cityPartPaidFen).toBe(one.personsPaid * 100_000);
      expect(one.cityPartPaidFen + one.countyPartFen).toBe(one.grossWageFen);
      if (one.personsPaid === 0) continue;
      const each = one.grossWageFen / one.personsPaid;
      expect(each).toBeGreaterThanOrEqual(290_000);
      expect(each).toBeLessThanOrEqual(360_000);
    }
  });

  it('are paid to no more persons than are on post, nor on post than there are posts', () => {
    for (const one of data.wageMonths) {
      expect(one.personsPaidOnTime).toBeLessThanOrEqual(one.personsPaid);
      expect(one.personsPaid).toBeLessThanOrEqual(one.personsOnPost);
      expect(one.personsInsured).toBeLessThanOrEqual(one.personsOnPost);
      expect(one.personsOnPost).toBeLessThanOrEqual(postsOf(one.countyId));
    }
  });

  it('count as on time exactly where the date paid is no later than the date due', () => {
    for (const one of data.wageMonths) {
      const everyone = one.personsPaidOnTime === one.personsOnPost;
      expect(everyone).toBe(one.paidOn !== null && one.paidOn <= one.dueOn);
      expect(one.dueOn).toBe(`${addMonths(yearMonth(one.month), 1)}-15`);
    }
  });

  it('are advanced by the county before the money is passed on, and settled after it', () => {
    for (const one of data.wageMonths) {
      const year = Number(one.month.slice(0, 4));
      const passedOn = data.fundMovements
        .filter((each) => each.countyId === one.countyId && each.year === year && each.stage === 'passOn')
        .map(({ movedOn }) => movedOn)
        .sort();
      const isBefore = one.paidOn !== null && (passedOn[0] === undefined || one.paidOn < passedOn[0]);
      expect(one.countyAdvanceFen).toBe(isBefore ? one.cityPartPaidFen : 0);
      expect(one.advanceSettledOn !== null).toBe(isBefore && year < 2026);
      if (one.advanceSettledOn) expect(one.advanceSettledOn > String(passedOn.at(-1))).toBe(true);
      if (one.month.slice(5) <= '03' && one.paidOn) expect(one.countyAdvanceFen).toBeGreaterThan(0);
    }
  });

  it('are approved up to January 2026, submitted for February and absent for March', () => {
    const stages = (month: string): Set<string> =>
      new Set(data.wageMonths.filter((one) => one.month === month).map(({ stage }) => stage));
    expect(stages('2026-02')).toEqual(new Set(['submitted', 'open']));
    expect(stages('2026-03')).toEqual(new Set());
    const earlier = data.wageMonths.filter(({ month }) => month <= '2026-01');
    expect(earlier).toHaveLength(9 * 25);
    expect(new Set(earlier.map(({ stage }) => stage))).toEqual(new Set(['approved']));
  });
});

describe('the workload of the demonstration', () => {
  it('balances within a month, and a month starts where the one before ended', () => {
    for (const { id } of FIXTURE_COUNTIES) {
      const months = data.workloadMonths.filter(({ countyId }) => countyId === id);
      months.forEach((one, index) => {
        expect(one.supervisedAtStart + one.supervisedNew - one.supervisedReleased).toBe(one.supervisedAtEnd);
        expect(one.supervisedAtStart).toBe(months[index - 1]?.supervisedAtEnd ?? one.supervisedAtStart);
        const counts = [
          one.supervisedNew,
          one.supervisedReleased,
          one.supervisedAtEnd,
          one.resettled,
          one.assessments,
        ];
        expect(Math.min(...counts)).toBeGreaterThanOrEqual(0);
      });
    }
  });
});

describe('the inspections of the demonstration', () => {
  const resultsOf = (countyId: string, month: string) =>
    data.inspectionResults.filter((one) => one.countyId === countyId && one.month === month);

  it('have the twelve items of the template in every sheet, without a conclusion only where it is open', () => {
    for (const sheet of data.inspections) {
      const results = resultsOf(sheet.countyId, sheet.month);
      expect(results.map(({ itemId }) => itemId)).toEqual(ASSISTANTS_TEMPLATE.map(({ id }) => id));
      expect(new Set(results.map(({ conclusion }) => conclusion === null))).toEqual(
        new Set([sheet.stage === 'open']),
      );
    }
  });

  it('carry a conclusion only of items that are not monthly, and name the month in which it was reached', () => {
    for (const one of data.inspectionResults) {
      if (one.carriedFrom === null) continue;
      expect(ASSISTANTS_TEMPLATE.find(({ id }) => id === one.itemId)?.frequency).not.toBe('monthly');
      const origin = resultsOf(one.countyId, one.carriedFrom).find(({ itemId }) => itemId === one.itemId);
      expect(one.carriedFrom < one.month).toBe(true);
      expect(origin?.carriedFrom).toBeNull();
      expect([origin?.conclusion, origin?.number, origin?.note]).toEqual([
        one.conclusion,
        one.number,
        one.note,
      ]);
    }
  });

  it('have a finding for every item that failed on being looked at, and no other', () => {
    const keyOf = (one: { countyId: string; month: string; itemId: string }): string =>
      `${one.countyId} ${one.month} ${one.itemId}`;
    const failed = data.inspectionResults.filter(
      (one) => one.conclusion === 'fail' && one.carriedFrom === null,
    );
    expect(data.findings.map(keyOf).sort()).toEqual(failed.map(keyOf).sort());
  });

  it('find what the rows say: late wages, missing insurance, late filings and late money', () => {
    for (const one of data.inspectionResults.filter(
      ({ carriedFrom, conclusion }) => carriedFrom === null && conclusion,
    )) {
      const wagesOf = (month: string) =>
        data.wageMonths.find((each) => each.countyId === one.countyId && each.month === month);
      if (one.itemId === 'wagesOnTime' && one.conclusion !== 'notApplicable') {
        const worked = wagesOf(addMonths(yearMonth(one.month), -1));
        expect(one.conclusion === 'pass').toBe(worked?.personsPaidOnTime === worked?.personsOnPost);
      }
      if (one.itemId === 'socialInsurance') {
        const now = wagesOf(one.month);
        expect(one.conclusion === 'pass').toBe(now?.personsInsured === now?.personsOnPost);
      }
      if (one.itemId === 'filing' && one.month.endsWith('-06')) {
        const year = Number(one.month.slice(0, 4));
        const received = data.fundMovements.find(
          (each) => each.countyId === one.countyId && each.year === year && each.stage === 'receipt',
        );
        const due = addMonthsToDay(isoDate(String(received?.movedOn)), 1);
        const filed = data.filings.filter((each) => each.countyId === one.countyId && each.year === year);
        expect(one.conclusion === 'pass').toBe(
          filed.every(({ filedOn }) => filedOn !== null && filedOn <= due),
        );
      }
    }
  });

  it('are written and approved by different people, in the order inspected, submitted, approved', () => {
    for (const one of data.inspections.filter(({ stage }) => stage !== 'open')) {
      expect(one.approver).not.toBe(one.inspector);
      expect(String(one.inspectedOn) <= String(one.submittedOn)).toBe(true);
      expect((one.approvedOn === null) === (one.stage === 'submitted')).toBe(true);
      if (one.approvedOn) expect(one.approvedOn > String(one.submittedOn)).toBe(true);
    }
  });

  it('give a finding thirty days, and close it after it is rectified', () => {
    for (const one of data.findings) {
      expect(daysBetween(isoDate(one.foundOn), isoDate(one.deadline))).toBe(30);
      expect(one.closedOn === null).toBe(one.rectifiedOn === null);
      if (one.closedOn) expect(one.closedOn >= String(one.rectifiedOn)).toBe(true);
      const earlier = data.findings.some(
        (each) =>
          each.countyId === one.countyId &&
          each.itemId === one.itemId &&
          each.month < one.month &&
          each.month.slice(0, 4) === one.month.slice(0, 4),
      );
      expect(one.repeated).toBe(earlier);
    }
  });
});

describe('the days of the demonstration', () => {
  it('are working days, none of them after the day of the demonstration', () => {
    const days = [
      ...data.fundMovements.map(({ movedOn }) => movedOn),
      ...data.filings.map(({ filedOn }) => filedOn),
      ...data.wageMonths.flatMap(({ paidOn, reportedOn, advanceSettledOn }) => [
        paidOn,
        reportedOn,
        advanceSettledOn,
      ]),
      ...data.inspections.flatMap(({ inspectedOn, submittedOn, approvedOn }) => [
        inspectedOn,
        submittedOn,
        approvedOn,
      ]),
      ...data.findings.flatMap(({ foundOn, rectifiedOn, closedOn }) => [foundOn, rectifiedOn, closedOn]),
      ...data.evaluatorMarks.map(({ submittedOn }) => submittedOn),
    ].filter((day) => day !== null);
    expect(days.length).toBeGreaterThan(1500);
    expect(days.filter((day) => !isWorkingDay(isoDate(day)) || day > DEMONSTRATION_DAY)).toEqual([]);
  });
});
