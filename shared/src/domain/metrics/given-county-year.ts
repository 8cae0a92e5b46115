import { ASSISTANTS_TEMPLATE } from '../monitoring/assistants-template';
import { fen } from '../money/fen';
import { filingDueOn, inspectionDueOn, stateOfDated, untouchedStage, wagesDueOn } from '../period/duty-clock';
import { addMonths, dayOfMonth, isoDate, monthOf, monthsOfYear, yearMonth } from '../period/year-month';
import type { IsoDate, YearMonth } from '../period/year-month';
import type {
  CountyYearFacts,
  Filing,
  Finding,
  Inspection,
  Movement,
  ReoffendingCount,
  Survey,
  TrainingQuarter,
  WageMonth,
  Workload,
} from './facts';
import { firstMovementOn } from './funds/earlier-link';

/**
 * Builds the facts of an invented county for specs: 15 posts, all filled, everything in time. Money is issued on 2025-04-18,
 * received on 04-20 and passed on on 05-06; January to March are advanced and settled on 05-10. 180 persons are supervised,
 * none reoffended, each quarter has 90 person-hours of training, and all of 60 answers to the survey are satisfied.
 * `months` and `sheets` change single months, the other options whole parts.
 */
export interface GivenCountyYear {
  readonly asOf?: string;
  readonly posts?: number;
  readonly movements?: readonly Movement[];
  readonly filedOn?: Partial<Record<`${Filing['document']}-${Filing['recipient']}`, string | null>>;
  readonly months?: Readonly<Record<string, Partial<WageMonth>>>;
  readonly sheets?: Readonly<Record<string, Partial<Inspection>>>;
  readonly findings?: readonly Finding[];
  readonly workload?: readonly Workload[];
  readonly trainings?: readonly TrainingQuarter[];
  readonly surveys?: readonly Survey[];
  readonly reoffending?: readonly ReoffendingCount[];
}

const YEAR = 2025;
const COUNTY = 'hongta';

export const givenMovement = (stage: Movement['stage'], date: string, amount = 18_000_000): Movement => ({
  record: { kind: 'movement', county: COUNTY, id: `${stage}-${date}` },
  stage,
  date: isoDate(date),
  amount: fen(amount),
  documentNumber: null,
});

export const givenFinding = (month: string, deadline: string, rest: Partial<Finding> = {}): Finding => ({
  record: { kind: 'finding', county: COUNTY, month: yearMonth(month), id: `${month}-filing` },
  month: yearMonth(month),
  item: 'filing',
  summary: '实施方案迟报',
  foundOn: isoDate(`${month}-08`),
  deadline: isoDate(deadline),
  rectifiedOn: null,
  closedOn: null,
  repeated: false,
  ...rest,
});

export const givenWorkload = (month: string, supervisedAtEnd: number): Workload => ({
  record: { kind: 'workload', county: COUNTY, month: yearMonth(month), id: month },
  month: yearMonth(month),
  supervisedAtStart: supervisedAtEnd,
  supervisedNew: 0,
  supervisedReleased: 0,
  supervisedAtEnd,
  resettled: 40,
  assessments: 6,
});

export const givenTraining = (quarter: TrainingQuarter['quarter'], personHours: number): TrainingQuarter => ({
  record: { kind: 'training', county: COUNTY, id: `${YEAR}-${quarter}` },
  quarter,
  reportedOn: dayOfMonth(addMonths(yearMonth(`${YEAR}-01`), quarter * 3), 5),
  personHours,
});

export const givenSurvey = (closedOn: string, satisfied: number, answered: number): Survey => ({
  record: { kind: 'survey', county: COUNTY, id: closedOn },
  closedOn: isoDate(closedOn),
  answered,
  satisfied,
});

export const givenReoffending = (year: number, reoffended: number, supervised: number): ReoffendingCount => ({
  record: { kind: 'reoffending', county: COUNTY, id: String(year) },
  year,
  reportedOn: isoDate(`${year + 1}-01-10`),
  supervised,
  reoffended,
});

function givenMonth(month: YearMonth, posts: number, asOf: IsoDate, changes: Partial<WageMonth>): WageMonth {
  const dueOn = wagesDueOn(month);
  const paidOn = dayOfMonth(monthOf(dueOn), 10);
  const onPost = changes.personsOnPost ?? posts;
  const state = stateOfDated(dueOn, paidOn <= asOf ? paidOn : null, asOf);
  const advance = month < '2025-04' ? onPost * 100_000 : 0;
  return {
    record: { kind: 'wageMonth', county: COUNTY, month, id: month },
    month,
    state,
    stage: state === 'reported' ? 'approved' : untouchedStage(month, asOf),
    dueOn,
    paidOn: state === 'reported' ? paidOn : null,
    personsOnPost: onPost,
    personsPaid: onPost,
    personsPaidOnTime: onPost,
    personsInsured: onPost,
    cityPartDue: fen(onPost * 100_000),
    cityPartPaid: fen(onPost * 100_000),
    countyPart: fen(onPost * 120_000),
    grossWage: fen(onPost * 220_000),
    socialInsurance: fen(onPost * 60_000),
    countyAdvance: fen(advance),
    advanceSettledOn: advance > 0 && asOf >= '2025-05-10' ? isoDate('2025-05-10') : null,
    ...changes,
  };
}

function givenSheet(month: YearMonth, asOf: IsoDate, changes: Partial<Inspection>): Inspection {
  const dueOn = inspectionDueOn(month);
  const submittedOn = dayOfMonth(monthOf(dueOn), 6);
  const state = stateOfDated(dueOn, submittedOn <= asOf ? submittedOn : null, asOf);
  return {
    record: { kind: 'inspection', county: COUNTY, month, id: month },
    month,
    stage: state === 'reported' ? 'approved' : untouchedStage(month, asOf),
    state,
    dueOn,
    submittedOn: state === 'reported' ? submittedOn : null,
    results:
      state === 'reported'
        ? ASSISTANTS_TEMPLATE.map((item) => ({ item: item.id, conclusion: 'pass', carriedFrom: null }))
        : [],
    ...changes,
  };
}

type Counts = Pick<CountyYearFacts, 'workload' | 'trainings' | 'surveys' | 'reoffending'>;

function givenCounts(given: GivenCountyYear, asOf: IsoDate): Counts {
  const trainings = given.trainings ?? ([1, 2, 3, 4] as const).map((quarter) => givenTraining(quarter, 90));
  const surveys = given.surveys ?? [givenSurvey('2025-12-20', 60, 60)];
  const reoffending = given.reoffending ?? [givenReoffending(YEAR, 0, 180)];
  return {
    workload:
      given.workload ??
      monthsOfYear(YEAR)
        .filter((month) => inspectionDueOn(month) <= asOf)
        .map((month) => givenWorkload(month, 180)),
    trainings: trainings.filter((one) => one.reportedOn <= asOf),
    surveys: surveys.filter((one) => one.closedOn <= asOf),
    reoffending: reoffending.filter((one) => one.reportedOn <= asOf),
  };
}

export function givenCountyYear(given: GivenCountyYear = {}): CountyYearFacts {
  const asOf = isoDate(given.asOf ?? '2026-03-20');
  const posts = given.posts ?? 15;
  const movements = (
    given.movements ?? [
      givenMovement('issue', '2025-04-18'),
      givenMovement('receipt', '2025-04-20'),
      givenMovement('passOn', '2025-05-06'),
    ]
  ).filter((one) => one.date <= asOf);
  const receivedOn = firstMovementOn({ movements, asOf }, 'receipt');
  const filings = (['implementationPlan', 'transferDocument'] as const).flatMap((document) =>
    (['cityJustice', 'cityFinance'] as const).map((recipient): Filing => {
      const id = `${document}-${recipient}` as const;
      const changed = given.filedOn?.[id];
      const filedOn = changed === undefined ? (receivedOn ? isoDate('2025-05-12') : null) : changed;
      return {
        record: { kind: 'filing', county: COUNTY, id },
        document,
        recipient,
        dueOn: filingDueOn(receivedOn),
        filedOn: filedOn !== null && filedOn <= asOf ? isoDate(filedOn) : null,
      };
    }),
  );
  return {
    county: COUNTY,
    year: YEAR,
    asOf,
    posts,
    initialBudget: fen(posts * 1_200_000),
    adjustedBudget: fen(posts * 1_200_000),
    movements,
    wageMonths: monthsOfYear(YEAR).map((month) =>
      givenMonth(month, posts, asOf, given.months?.[month] ?? {}),
    ),
    filings,
    inspections: monthsOfYear(YEAR).map((month) => givenSheet(month, asOf, given.sheets?.[month] ?? {})),
    findings: given.findings ?? [],
    ...givenCounts(given, asOf),
  };
}
