import { Injectable } from '@nestjs/common';
import type { ProgramId } from '@yuheng/shared/contract/values';
import { SATISFIED_FROM } from '@yuheng/shared/domain/evaluating/survey-result';
import type {
  CountyYearFacts,
  Filing,
  Finding,
  Inspection,
  InspectionItemResult,
  RecordReference,
  Stage,
  Survey,
  WageMonth,
} from '@yuheng/shared/domain/metrics/facts';
import { firstMovementOn } from '@yuheng/shared/domain/metrics/funds/earlier-link';
import { fen } from '@yuheng/shared/domain/money/fen';
import type { DueDays } from '@yuheng/shared/domain/duties/due-days';
import { stateOfDated, untouchedStage } from '@yuheng/shared/domain/period/duty-clock';
import { monthsOfYear, type IsoDate, type YearMonth } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';
import { DueDaysService } from '../duties/due-days.service';
import { asKnown } from './as-known';
import { FactsQueries, type FactsRow } from './facts.queries';
import { NO_CHANGES } from './later-changes';

export interface FactsWanted {
  readonly program: ProgramId;
  readonly year: number;
  /** One county, or every county of the scope. */
  readonly county?: string;
  /** Whose surveys belong to the facts: the working papers of one round are no facts of another, and none of everyday figures. */
  readonly round?: string;
  readonly asOf: IsoDate;
  /** Only what was known before this instant: what was handed in, corrected, reversed or closed later is not in the facts. */
  readonly knownBefore?: Date | null;
}

/** Turns gathered rows into the facts that the engine reads, with the states that follow from dates alone. */
@Injectable()
export class FactsService {
  constructor(
    private readonly queries: FactsQueries,
    private readonly dueDays: DueDaysService,
  ) {}

  /** One entry a county of the scope with gathered data in that year; none: nothing was to be gathered. */
  async read(
    tx: EntityManager,
    { program, year, county, round, asOf, knownBefore }: FactsWanted,
  ): Promise<CountyYearFacts[]> {
    const asked = { program, year, county: county ?? null, round: round ?? null };
    if (!knownBefore) return this.factsOf(tx, await this.queries.ofYear(tx, asked), { program, year, asOf });
    const rows = await this.queries.ofYear(tx, { ...asked, knownBefore });
    const later = await this.queries.changedSince(tx, asked, knownBefore);
    const known = rows.map((row) => asKnown(row, later.get(row.county) ?? NO_CHANGES, asOf));
    return this.factsOf(tx, known, { program, year, asOf });
  }

  /** Of every county of the scope, be they thousands. */
  async readAll(
    tx: EntityManager,
    { program, year, round, asOf }: Omit<FactsWanted, 'county' | 'knownBefore'>,
  ): Promise<CountyYearFacts[]> {
    const asked = { program, year, round: round ?? null };
    return this.factsOf(tx, await this.queries.ofYearInPortions(tx, asked), { program, year, asOf });
  }

  /** Years of which at least one month was reported by the day, ascending. */
  gatheredYears(tx: EntityManager, program: ProgramId, asOf: IsoDate): Promise<number[]> {
    return this.queries.gatheredYears(tx, program, asOf);
  }

  private async factsOf(
    tx: EntityManager,
    rows: readonly FactsRow[],
    { program, year, asOf }: Pick<FactsWanted, 'program' | 'year' | 'asOf'>,
  ): Promise<CountyYearFacts[]> {
    // A year of which nothing is gathered, as the years of a program without posts are, asks for no rules.
    if (rows.length === 0) return [];
    const due = (await this.dueDays.read(tx))(program, year);
    return rows.map((row) => toFacts(row, year, { asOf, due }));
  }
}

/** Both documents with both bureaus; one without a row is not filed, and due all the same. */
const FILINGS = (['implementationPlan', 'transferDocument'] as const).flatMap((document) =>
  (['cityFinance', 'cityJustice'] as const).map((recipient): Pick<Filing, 'document' | 'recipient'> => ({
    document,
    recipient,
  })),
);

/** The day asked about, and by when things of the year are due. */
interface Dates {
  readonly asOf: IsoDate;
  readonly due: DueDays;
}

function toFacts(row: FactsRow, year: number, dates: Dates): CountyYearFacts {
  const { asOf, due } = dates;
  const refer = (kind: RecordReference['kind'], id: string, month?: YearMonth): RecordReference => ({
    kind,
    county: row.county,
    id,
    ...(month ? { month } : {}),
  });
  const movements = row.movements
    .filter((one) => one.date <= asOf)
    .map(({ id, stage, date, fen: amount, documentNumber }) => ({
      record: refer('movement', id),
      stage,
      date,
      amount: fen(amount),
      documentNumber,
      ...(stage === 'receipt' ? { passOnBy: due.ofPassOn(date) } : {}),
    }));
  const issueBy = due.ofIssue(year);
  const receivedOn = firstMovementOn({ movements, asOf }, 'receipt');
  return {
    county: row.county,
    year,
    asOf,
    posts: row.posts,
    initialBudget: fen(row.initialBudget),
    adjustedBudget: fen(row.adjustedBudget),
    movements,
    ...(issueBy ? { issueBy } : {}),
    workloadBy: Object.fromEntries(
      monthsOfYear(year).map((month) => [month, due.ofSheet('workload', month)]),
    ),
    wageMonths: wageMonths(row, year, dates, refer),
    filings: FILINGS.map(({ document, recipient }) => {
      const found = row.filings.find((one) => one.document === document && one.recipient === recipient);
      return {
        record: refer('filing', `${document}-${recipient}`),
        document,
        recipient,
        dueOn: due.ofFiling(receivedOn),
        filedOn: known(found?.filedOn ?? null, asOf),
      };
    }),
    inspections: inspections(row, year, dates, refer),
    findings: row.findings
      .filter((one) => one.foundOn <= asOf)
      .map((one): Finding => ({
        ...one,
        record: refer('finding', `${one.month}-${one.item}`, one.month),
        rectifiedOn: known(one.rectifiedOn, asOf),
        closedOn: known(one.closedOn, asOf),
      })),
    workload: row.workload.map(
      ({ month, counts: [start, added, released, end, resettled, assessments] }) => ({
        record: refer('workload', month, month),
        month,
        supervisedAtStart: start,
        supervisedNew: added,
        supervisedReleased: released,
        supervisedAtEnd: end,
        resettled,
        assessments,
      }),
    ),
    // No table holds these yet: nothing was reported, which their metrics state as missing once it is due.
    trainings: [],
    reoffending: [],
    surveys: closedSurveys(row, asOf, refer),
  };
}

/** A date that lies after the day asked about is not known yet on that day. */
const known = (day: IsoDate | null, asOf: IsoDate): IsoDate | null =>
  day !== null && day <= asOf ? day : null;

/** One on line takes answers on its last day too; what may still change is no fact. */
const closedSurveys = (row: FactsRow, asOf: IsoDate, refer: Refer): Survey[] =>
  row.surveys
    .filter(({ kind, closesOn }) => (kind === 'paper' ? closesOn <= asOf : closesOn < asOf))
    .map(({ id, closesOn, valid, satisfied, choices }) => {
      const answers = Object.entries(choices).map(([choice, count]) => ({ choice: Number(choice), count }));
      const total = (those: typeof answers): number => those.reduce((sum, { count }) => sum + count, 0);
      return {
        record: refer('survey', id),
        closedOn: closesOn,
        answered: valid ?? total(answers),
        satisfied: satisfied ?? total(answers.filter(({ choice }) => choice >= SATISFIED_FROM)),
      };
    });

type Refer = (kind: RecordReference['kind'], id: string, month?: YearMonth) => RecordReference;

/** All twelve months: a month without a row is not left out, it is open, missing or not due. */
function inspections(row: FactsRow, year: number, { asOf, due }: Dates, refer: Refer): Inspection[] {
  return monthsOfYear(year).map((month) => {
    const found = row.inspections.find((one) => one.month === month);
    const dueOn = found?.dueOn ?? due.ofSheet('inspection', month);
    const submittedOn = known(found?.submittedOn ?? null, asOf);
    return {
      record: refer('inspection', month, month),
      month,
      stage: (found?.stage as Stage | undefined) ?? untouchedStage(month, asOf),
      state: stateOfDated(dueOn, submittedOn, asOf),
      dueOn,
      submittedOn,
      results: (row.results[month] ?? []).map(([item, conclusion, carriedFrom]) => ({
        item,
        conclusion: conclusion as InspectionItemResult['conclusion'],
        carriedFrom,
      })),
    };
  });
}

function wageMonths(row: FactsRow, year: number, { asOf, due }: Dates, refer: Refer): WageMonth[] {
  return monthsOfYear(year).map((month) => {
    const found = row.wages.find((one) => one.month === month);
    const dueOn = found?.dueOn ?? due.ofSheet('spending', month);
    const [personsOnPost, personsPaid, personsPaidOnTime, personsInsured] = found?.persons ?? [0, 0, 0, 0];
    const [cityPartDue, cityPartPaid, countyPart, grossWage, socialInsurance, countyAdvance] = found?.fen ?? [
      0, 0, 0, 0, 0, 0,
    ];
    return {
      record: refer('wageMonth', month, month),
      month,
      state: stateOfDated(dueOn, known(found?.reportedOn ?? null, asOf), asOf),
      stage: (found?.stage as Stage | undefined) ?? untouchedStage(month, asOf),
      dueOn,
      paidOn: known(found?.paidOn ?? null, asOf),
      personsOnPost,
      personsPaid,
      personsPaidOnTime,
      personsInsured,
      cityPartDue: fen(cityPartDue),
      cityPartPaid: fen(cityPartPaid),
      countyPart: fen(countyPart),
      grossWage: fen(grossWage),
      socialInsurance: fen(socialInsurance),
      countyAdvance: fen(countyAdvance),
      advanceSettledOn: known(found?.advanceSettledOn ?? null, asOf),
    };
  });
}
