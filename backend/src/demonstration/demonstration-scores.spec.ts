import { DEFAULT_CLOCKS, filingDueOn } from '@yuheng/shared/domain/period/duty-clock';
import { fen } from '@yuheng/shared/domain/money/fen';
import type { CountyYearFacts, RecordReference } from '@yuheng/shared/domain/metrics/facts';
import { valuesFromFacts } from '@yuheng/shared/domain/metrics/values/values-from-facts';
import { isoDate, yearMonth, type IsoDate } from '@yuheng/shared/domain/period/year-month';
import { ASSISTANTS_METHOD } from '@yuheng/shared/domain/scoring/assistants-method';
import { score } from '@yuheng/shared/domain/scoring/score';
import { FIXTURE_COUNTIES, fixtureDemonstration } from './demonstration-fixture';
import { DEMONSTRATION_FINALISATIONS } from './demonstration-evaluation';

const data = fixtureDemonstration();
const day = (text: string | null): IsoDate | null => (text === null ? null : isoDate(text));

/** The rows of one county and year as the metrics read them; what the program's own reader does from the tables. */
function factsOf(county: string, year: number, asOf: IsoDate): CountyYearFacts {
  const ofYear = <Row extends { countyId: string; month: string }>(rows: readonly Row[]): Row[] =>
    rows.filter((one) => one.countyId === county && one.month.startsWith(String(year)));
  const record = (kind: RecordReference['kind'], id: string): RecordReference => ({ kind, county, id });
  const post = data.programPosts.find((one) => one.countyId === county && one.year === year);
  const movements = data.fundMovements.filter((one) => one.countyId === county && one.year === year);
  const receivedOn = movements.find(({ stage }) => stage === 'receipt')?.movedOn ?? null;
  return {
    county,
    year,
    asOf,
    posts: post?.posts ?? 0,
    initialBudget: post?.initialBudgetFen ?? fen(0),
    adjustedBudget: post?.adjustedBudgetFen ?? fen(0),
    movements: movements.map((one) => ({
      record: record('movement', one.movementId),
      stage: one.stage,
      date: isoDate(one.movedOn),
      amount: one.fen,
      documentNumber: one.documentNumber,
    })),
    wageMonths: ofYear(data.wageMonths).map((one) => ({
      record: record('wageMonth', one.month),
      month: yearMonth(one.month),
      state: 'reported',
      stage: 'approved',
      dueOn: isoDate(one.dueOn),
      paidOn: day(one.paidOn),
      personsOnPost: one.personsOnPost,
      personsPaid: one.personsPaid,
      personsPaidOnTime: one.personsPaidOnTime,
      personsInsured: one.personsInsured,
      cityPartDue: one.cityPartDueFen,
      cityPartPaid: one.cityPartPaidFen,
      countyPart: one.countyPartFen,
      grossWage: one.grossWageFen,
      socialInsurance: one.socialInsuranceFen,
      countyAdvance: one.countyAdvanceFen,
      advanceSettledOn: day(one.advanceSettledOn),
    })),
    filings: data.filings
      .filter((one) => one.countyId === county && one.year === year)
      .map((one) => ({
        record: record('filing', `${one.document} ${one.recipient}`),
        document: one.document as 'implementationPlan' | 'transferDocument',
        recipient: one.recipient as 'cityJustice' | 'cityFinance',
        dueOn: filingDueOn(day(receivedOn), DEFAULT_CLOCKS),
        filedOn: day(one.filedOn),
      })),
    inspections: ofYear(data.inspections).map((one) => ({
      record: record('inspection', one.month),
      month: yearMonth(one.month),
      stage: 'approved',
      state: String(one.submittedOn) > one.dueOn ? 'late' : 'reported',
      dueOn: isoDate(one.dueOn),
      submittedOn: day(one.submittedOn),
      results: data.inspectionResults
        .filter((each) => each.countyId === county && each.month === one.month)
        .map((each) => ({
          item: each.itemId,
          conclusion: each.conclusion as 'pass' | 'fail' | 'notApplicable' | null,
          carriedFrom: each.carriedFrom === null ? null : yearMonth(each.carriedFrom),
        })),
    })),
    findings: ofYear(data.findings).map((one) => ({
      record: record('finding', `${one.month} ${one.itemId}`),
      month: yearMonth(one.month),
      item: one.itemId,
      summary: one.summary,
      foundOn: isoDate(one.foundOn),
      deadline: isoDate(one.deadline),
      rectifiedOn: day(one.rectifiedOn),
      closedOn: day(one.closedOn),
      repeated: one.repeated,
    })),
    workload: [],
    trainings: [],
    surveys: [],
    reoffending: [],
  };
}

function totalOf(
  county: string,
  { roundId, year, finalisedOn }: (typeof DEMONSTRATION_FINALISATIONS)[number],
): number {
  const marks = data.evaluatorMarks.filter((one) => one.countyId === county && one.roundId === roundId);
  const evaluatorMarks = Object.fromEntries(
    ['implementationBenefit', 'satisfaction'].map((id) => [
      id,
      marks
        .filter(({ indicatorId }) => indicatorId === id)
        .map((one) => ({
          marks: one.marks,
          record: { kind: 'evaluatorMark' as const, county, id: one.evaluator },
        })),
    ]),
  );
  const unit = valuesFromFacts(ASSISTANTS_METHOD, {
    facts: factsOf(county, year, finalisedOn),
    evaluatorMarks,
  });
  if (!unit.ok) throw new Error(JSON.stringify(unit.refusals));
  const answer = score(ASSISTANTS_METHOD, unit.value.values);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
  return Number(answer.value.total);
}

describe('the scores of the demonstration', () => {
  it.each(DEMONSTRATION_FINALISATIONS)(
    'can be computed for every county on the day that $year is finalised',
    (round) => {
      const totals = FIXTURE_COUNTIES.map(({ id }) => totalOf(id, round));
      expect(totals.every((total) => total >= 75 && total <= 97.5)).toBe(true);
    },
  );

  it('lie far enough apart in 2025 for a careful policy to have something to say', () => {
    const [, round] = DEMONSTRATION_FINALISATIONS;
    const totals = FIXTURE_COUNTIES.map(({ id }) => (round ? totalOf(id, round) : 0));
    expect(Math.max(...totals) - Math.min(...totals)).toBeGreaterThan(15);
    expect(new Set(totals).size).toBe(9);
  });
});
