import { addMonthsToDay, daysBetween, isoDate } from '@yuheng/shared/domain/period/year-month';
import { COUNTY_STORIES } from './county-stories';
import { DEMONSTRATION_DAY } from './demonstration-day';
import { FIXTURE_COUNTIES, fixtureDemonstration } from './demonstration-fixture';

const data = fixtureDemonstration();
const wagesOf = (county: string) => data.wageMonths.filter(({ countyId }) => countyId === county);
const findingsOf = (county: string) => data.findings.filter(({ countyId }) => countyId === county);
const sheetOf = (county: string, month: string) =>
  data.inspections.find((one) => one.countyId === county && one.month === month);
const dayOf = (county: string, year: number, stage: string) =>
  isoDate(
    data.fundMovements
      .filter((one) => one.countyId === county && one.year === year && one.stage === stage)
      .map(({ movedOn }) => movedOn)
      .sort()
      .at(-1) ?? '',
  );

describe('the stories of the demonstration', () => {
  it('are told of every county, and every finding that they name stands in the rows', () => {
    expect(Object.keys(COUNTY_STORIES)).toEqual(FIXTURE_COUNTIES.map(({ id }) => id));
    for (const [county, story] of Object.entries(COUNTY_STORIES)) {
      const told = story.findings.map(({ month, item, summary }) => ({ month, itemId: item, summary }));
      expect(findingsOf(county)).toEqual(
        expect.arrayContaining(told.map((one) => expect.objectContaining(one))),
      );
    }
  });

  it('have one county with everything in order', () => {
    expect(findingsOf('tonghai')).toEqual([]);
    for (const one of wagesOf('tonghai'))
      expect([one.personsOnPost, one.personsPaidOnTime]).toEqual([19, 19]);
    for (const one of data.inspections.filter(({ countyId }) => countyId === 'tonghai')) {
      expect(String(one.submittedOn) <= one.dueOn).toBe(true);
    }
    const inOrder = FIXTURE_COUNTIES.filter(({ id }) => findingsOf(id).length === 0).map(({ id }) => id);
    expect(inOrder).toEqual(['tonghai']);
  });

  it('have a county that was late with wages twice in spring and recovered', () => {
    const late = wagesOf('jiangchuan').filter(
      ({ personsPaidOnTime, personsOnPost }) => personsPaidOnTime < personsOnPost,
    );
    expect(late.map(({ month }) => month)).toEqual(['2025-02', '2025-03']);
    expect(findingsOf('jiangchuan').map(({ month, itemId }) => [month, itemId])).toEqual([
      ['2025-03', 'wagesOnTime'],
      ['2025-04', 'wagesOnTime'],
    ]);
  });

  it('have a county that passed the money on after more than 30 days in 2024, and no other', () => {
    const late = FIXTURE_COUNTIES.flatMap(({ id }) =>
      [2024, 2025]
        .filter((year) => daysBetween(dayOf(id, year, 'receipt'), dayOf(id, year, 'passOn')) > 30)
        .map((year) => [id, year]),
    );
    expect(late).toEqual([['yuanjiang', 2024]]);
  });

  it('have filings that were late: in 2025 of two counties, in 2024 only where the money was late', () => {
    const late = data.filings
      .filter(
        (one) =>
          one.filedOn !== null && one.filedOn > addMonthsToDay(dayOf(one.countyId, one.year, 'receipt'), 1),
      )
      .map(({ countyId, year, document }) => `${countyId} ${year} ${document}`);
    expect([...new Set(late)].sort()).toEqual([
      'huaning 2025 transferDocument',
      'yuanjiang 2024 transferDocument',
      'yuanjiang 2025 implementationPlan',
      'yuanjiang 2025 transferDocument',
    ]);
  });

  it('have a repeated finding about attendance and training', () => {
    const attendance = findingsOf('yimen').filter(({ itemId }) => itemId === 'attendanceTraining');
    expect(attendance.map(({ month, repeated }) => [month, repeated])).toEqual([
      ['2025-06', false],
      ['2025-09', true],
    ]);
  });

  it('have posts that stood empty for months and were filled', () => {
    const persons = wagesOf('xinping')
      .filter(({ month }) => month >= '2025-02' && month <= '2025-11')
      .map(({ personsOnPost }) => personsOnPost);
    expect(persons).toEqual([21, 17, 17, 17, 17, 17, 17, 17, 17, 21]);
  });

  it('have a month that was missing and came in weeks late in 2024, and one that is missing now', () => {
    const late = sheetOf('eshan', '2024-08');
    expect(daysBetween(isoDate(String(late?.dueOn)), isoDate(String(late?.submittedOn)))).toBe(19);
    const missing = data.inspections.filter(({ stage }) => stage === 'open');
    expect(missing.map(({ countyId, month, dueOn }) => [countyId, month, dueOn])).toEqual([
      ['huaning', '2026-02', '2026-03-08'],
    ]);
    expect(
      data.workloadMonths.some(({ countyId, month }) => countyId === 'huaning' && month === '2026-02'),
    ).toBe(false);
  });

  it('have one county that submitted February 2026 late, the others in time', () => {
    const february = data.inspections.filter(
      ({ month, submittedOn }) => month === '2026-02' && submittedOn !== null,
    );
    expect(february).toHaveLength(8);
    expect(new Set(february.map(({ stage }) => stage))).toEqual(new Set(['submitted']));
    const late = february.filter(({ dueOn, submittedOn }) => String(submittedOn) > dueOn);
    expect(late.map(({ countyId, submittedOn }) => [countyId, submittedOn])).toEqual([
      ['eshan', '2026-03-12'],
    ]);
  });

  it('have a disputed mark, three marks apart', () => {
    const round = data.evaluationRounds.find(
      (one) => one.year === 2025 && one.kind === 'departmentEvaluation',
    );
    const disputed = data.evaluatorMarks.filter(
      (one) =>
        one.roundId === round?.roundId && one.countyId === 'chengjiang' && one.indicatorId === 'satisfaction',
    );
    expect(disputed.map(({ marks }) => marks)).toEqual(['4.50', '1.50', '3.50']);
  });

  it('leave on 2026-03-20 one finding overdue, one still in its time, and one month of wages unpaid', () => {
    const open = data.findings.filter(({ closedOn }) => closedOn === null);
    expect(open.map(({ countyId, deadline }) => [countyId, deadline < DEMONSTRATION_DAY])).toEqual([
      ['yimen', true],
      ['xinping', false],
    ]);
    const unpaid = data.wageMonths.filter(({ paidOn }) => paidOn === null);
    expect(unpaid.map(({ countyId, month }) => [countyId, month])).toEqual([['yuanjiang', '2026-02']]);
  });
});

describe('the evaluations of the demonstration', () => {
  const marksOf = (year: number, kind: string) => {
    const round = data.evaluationRounds.find((one) => one.year === year && one.kind === kind);
    return { round, given: data.evaluatorMarks.filter(({ roundId }) => roundId === round?.roundId) };
  };

  it.each([2024, 2025])('have every mark of the department evaluation of %d, within 0 and 5', (year) => {
    const { round, given } = marksOf(year, 'departmentEvaluation');
    expect(given).toHaveLength(9 * 2 * 3);
    expect(round?.marksExpected).toBe(given.length);
    expect(given.every(({ marks }) => Number(marks) >= 0 && Number(marks) <= 5)).toBe(true);
  });

  it('have a finance re-check of 2025 that is still being scored', () => {
    const { round, given } = marksOf(2025, 'financeEvaluation');
    const byEvaluator = (name: string): number => given.filter(({ evaluator }) => evaluator === name).length;
    expect(round?.marksExpected).toBe(54);
    expect(['evaluator-1', 'evaluator-2', 'evaluator-3'].map(byEvaluator)).toEqual([18, 8, 0]);
  });

  it('leave every round unfinalised in the rows, for the service that computes the runs', () => {
    const states = data.evaluationRounds.map((one) => [
      one.finalisedOn,
      one.finalisedRunId,
      one.documentNumber,
    ]);
    expect(states).toEqual([1, 2, 3].map(() => [null, null, null]));
  });
});
