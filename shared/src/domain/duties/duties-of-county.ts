import type { CountyYearFacts, Stage } from '../metrics/facts';
import { firstMovementOn } from '../metrics/funds/earlier-link';
import { moneyChain } from '../monitoring/money-chain';
import type { IsoDate, YearMonth } from '../period/year-month';
import type { WorkingCalendar } from '../period/working-days';
import { basisInForce } from './duty-basis';
import { DUE_SOON_DAYS, dutyState, duesOfYear, type DutyRecord, type DutyState } from './duty-due';
import type { AskedRule, DutyRule } from './duty-rule';

/** One thing due, on its day, with its state. */
export interface Duty {
  readonly rule: DutyRule | AskedRule;
  readonly year: number;
  /** The evaluation round that asks for it; null: none does. */
  readonly round: string | null;
  /** Null for the duty of the whole city. */
  readonly county: string | null;
  readonly month: YearMonth | null;
  readonly dueOn: IsoDate;
  readonly doneOn: IsoDate | null;
  readonly state: DutyState;
  readonly assumed: boolean;
  /** Why it was given back to be done once more; null: it was not. */
  readonly returnReason: string | null;
}

/** A yearly form of a county: how far it is. */
export interface FormRecord {
  readonly kind: 'midYearMonitoring' | 'selfEvaluation';
  readonly county: string;
  readonly stage: 'open' | 'submitted' | 'returned' | 'approved';
  readonly submittedOn: IsoDate | null;
  readonly returnReason: string | null;
}

export interface DutySurroundings {
  readonly asOf: IsoDate;
  readonly calendar: WorkingCalendar;
  /** Days before its day from which on a duty is said to be due soon; absent: a week. */
  readonly soonDays?: number;
  /** Yearly forms of the counties in the year; absent: none is begun. */
  readonly forms?: readonly FormRecord[];
}

/** A rule can make something overdue in a year where a basis is in force and the program holds the record of it. */
export const isBinding = (rule: DutyRule | AskedRule, year: number): boolean =>
  'binding' in rule ? rule.binding : rule.recorded && basisInForce(rule.bases, year) !== null;

/** How a duty stands in what was gathered. */
interface Found extends DutyRecord {
  /** The day that its sheet says: that of the rules, or the one by which it was measured when it was handed in. */
  readonly dueOn?: IsoDate;
  readonly returnReason?: string | null;
}

const NOT_DONE: Found = { doneOn: null };

/** Stages in which a sheet is with who owes it. */
const UNDONE: readonly Stage[] = ['notDue', 'open', 'returned'];

/** What is due of one county in a year of a program, from what was gathered of it. */
export function dutiesOfCounty(
  facts: CountyYearFacts,
  rules: readonly DutyRule[],
  surroundings: DutySurroundings,
): readonly Duty[] {
  return rules
    .filter(({ each }) => each === 'county')
    .flatMap((rule) => dutiesOf(rule, facts.year, { ...surroundings, facts }));
}

/** What is due once for the city in a year: the program holds no record of it, so it reminds. */
export const dutiesOfCity = (
  year: number,
  rules: readonly DutyRule[],
  surroundings: DutySurroundings,
): readonly Duty[] =>
  rules
    .filter(({ each }) => each === 'city')
    .flatMap((rule) => dutiesOf(rule, year, { ...surroundings, facts: null }));

function dutiesOf(
  rule: DutyRule,
  year: number,
  {
    facts,
    asOf,
    calendar,
    soonDays = DUE_SOON_DAYS,
    forms = [],
  }: DutySurroundings & { readonly facts: CountyYearFacts | null },
): Duty[] {
  const receivedOn = facts && firstMovementOn(facts, 'receipt');
  const binding = isBinding(rule, year);
  return duesOfYear(rule.clock, year, { receivedOn, calendar }).flatMap(
    ({ month, dueOn: byRule, assumed }) => {
      const recorded = facts ? recordOf(rule, { facts, forms, month }) : NOT_DONE;
      const dueOn = recorded.dueOn ?? byRule;
      // A clock that has not started has no day in the calendar.
      if (dueOn === null) return [];
      return [
        {
          rule,
          year,
          round: null,
          county: facts?.county ?? null,
          month,
          dueOn,
          doneOn: recorded.doneOn,
          state: dutyState(dueOn, recorded, { asOf, binding, soonDays }),
          assumed,
          returnReason: recorded.returnReason ?? null,
        },
      ];
    },
  );
}

interface Gathered {
  readonly facts: CountyYearFacts;
  readonly forms: readonly FormRecord[];
  readonly month: YearMonth | null;
}

function recordOf({ kind }: DutyRule, { facts, forms, month }: Gathered): Found {
  switch (kind) {
    case 'issue':
      return { doneOn: firstMovementOn(facts, 'issue') };
    case 'passOn':
      return { doneOn: passedOnInFull(facts) };
    case 'filing':
      return { doneOn: allFiledOn(facts) };
    case 'inspection': {
      const sheet = facts.inspections.find((one) => one.month === month);
      if (!sheet) return NOT_DONE;
      const isDone = sheet.submittedOn !== null && !UNDONE.includes(sheet.stage);
      return { doneOn: isDone ? sheet.submittedOn : null, dueOn: sheet.dueOn };
    }
    case 'spending': {
      const sheet = facts.wageMonths.find((one) => one.month === month);
      if (!sheet) return NOT_DONE;
      const open: Found = { doneOn: null, dueOn: sheet.dueOn };
      if (UNDONE.includes(sheet.stage)) return open;
      if (sheet.state === 'late') return { ...open, undated: 'late' };
      return sheet.state === 'reported' ? { ...open, undated: 'inTime' } : open;
    }
    case 'workload':
      return facts.workload.some((one) => one.month === month)
        ? { doneOn: null, undated: 'inTime' }
        : NOT_DONE;
    case 'midYearMonitoring':
    case 'selfEvaluation': {
      const form = forms.find((one) => one.kind === kind && one.county === facts.county);
      return form ? recordOfForm(form) : NOT_DONE;
    }
    default:
      return NOT_DONE;
  }
}

/** Submitted it is done, whether or not it was reviewed; given back it is open again, and waited for. */
function recordOfForm({ stage, submittedOn, returnReason }: FormRecord): Found {
  if (stage === 'returned') return { doneOn: null, asked: true, returnReason };
  return { doneOn: stage === 'open' ? null : submittedOn };
}

/** The day on which all that was received had been passed on; null while some of it had not. */
function passedOnInFull(facts: CountyYearFacts): IsoDate | null {
  const { received, passedOn } = moneyChain(facts);
  return received.amount > 0 && passedOn.amount >= received.amount ? passedOn.on : null;
}

/** Both documents with both bureaus: the day of the last of the four; null while one is not there. */
function allFiledOn({ filings }: CountyYearFacts): IsoDate | null {
  const days = filings.flatMap(({ filedOn }) => (filedOn === null ? [] : [filedOn])).sort();
  return days.length === 4 ? (days.at(-1) ?? null) : null;
}
