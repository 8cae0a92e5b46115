import type { Bilingual } from '../bilingual';
import { firstMovementOn } from '../metrics/funds/earlier-link';
import type { CountyYearFacts, Inspection, Stage, ValueState, WageMonth } from '../metrics/facts';
import { filingState, fourFilings } from '../metrics/funds/filing-timeliness';
import { countConclusions } from '../metrics/inspections/inspection-average';
import type { InspectionCount } from '../metrics/inspections/inspection-average';
import { isOverdue, settledOn } from '../metrics/inspections/rectification-timeliness';
import type { Fen } from '../money/fen';
import { daysBetween, lastDay } from '../period/year-month';
import type { IsoDate, YearMonth } from '../period/year-month';
import { lightOf } from './light';
import type { Light, LightReason } from './light';
import {
  inspectionPart,
  inspectionSheetReason,
  overdueReason,
  rateReason,
  unpaidPersons,
  unpaidReason,
  wageParts,
  wageSheetReason,
} from './month-reasons';
import { DEFAULT_MONITORING_SETTINGS } from './monitoring-settings';
import type { MonitoringSettings } from './monitoring-settings';

export interface MonthWages {
  readonly state: ValueState;
  readonly stage: Stage;
  readonly dueOn: IsoDate | null;
  readonly paidOn: IsoDate | null;
  /** Days from the due day to payment, or to the day of the facts where anybody is unpaid; 0 in time. */
  readonly daysLate: number;
  /** Figures are null while the sheet is not handed in. */
  readonly personsOnPost: number | null;
  readonly personsPaid: number | null;
  readonly personsUnpaid: number | null;
  readonly posts: number;
  readonly cityPart: Fen | null;
  readonly countyPart: Fen | null;
  /** County money advanced for the city part (垫付): normal before the April issue, never a fault. */
  readonly advanced: Fen | null;
}

export interface MonthInspection extends InspectionCount {
  readonly state: ValueState;
  readonly stage: Stage;
  readonly dueOn: IsoDate | null;
  readonly submittedOn: IsoDate | null;
}

/** The state of one county in one month, as of the day of its facts. It knows neither grade nor rank. */
export interface CountyMonthState {
  readonly county: string;
  readonly month: YearMonth;
  /** Both sheets are approved. */
  readonly approved: boolean;
  /** The day the money arrived at county finance, if it had by the month's end; null before. */
  readonly moneyArrivedOn: IsoDate | null;
  readonly wages: MonthWages;
  readonly inspection: MonthInspection;
  /** Of the findings of this month. */
  readonly findings: { readonly open: number; readonly overdue: number; readonly repeated: number };
  /** Of the year's four filings, those due in this month. */
  readonly filings: { readonly due: number; readonly filed: number };
  readonly light: Light;
  readonly reasons: readonly Bilingual[];
}

const isKnown = (state: ValueState): boolean => state === 'reported' || state === 'late';

function wagesOf(wage: WageMonth | undefined, facts: CountyYearFacts): MonthWages {
  const known = wage !== undefined && isKnown(wage.state);
  const unpaid = known ? unpaidPersons(wage, facts.asOf) : 0;
  const last = unpaid > 0 ? facts.asOf : known ? wage.paidOn : null;
  return {
    state: wage?.state ?? 'notDue',
    stage: wage?.stage ?? 'notDue',
    dueOn: wage?.dueOn ?? null,
    paidOn: wage?.paidOn ?? null,
    daysLate: wage && last !== null ? Math.max(0, daysBetween(wage.dueOn, last)) : 0,
    personsOnPost: known ? wage.personsOnPost : null,
    personsPaid: known ? wage.personsPaid : null,
    personsUnpaid: known ? unpaid : null,
    posts: facts.posts,
    cityPart: known ? wage.cityPartPaid : null,
    countyPart: known ? wage.countyPart : null,
    advanced: known ? wage.countyAdvance : null,
  };
}

function inspectionOf(sheet: Inspection | undefined): MonthInspection {
  const none = { passed: 0, failed: 0, notApplicable: 0, open: 0, carried: 0 };
  return {
    state: sheet?.state ?? 'notDue',
    stage: sheet?.stage ?? 'notDue',
    dueOn: sheet?.dueOn ?? null,
    submittedOn: sheet?.submittedOn ?? null,
    ...(sheet ? countConclusions(sheet) : none),
  };
}

function reasonsOf(
  facts: CountyYearFacts,
  wage: WageMonth | undefined,
  sheet: Inspection | undefined,
  settings: MonitoringSettings,
): LightReason[] {
  const reasons: LightReason[] = [];
  const rates = [
    ...(wage && isKnown(wage.state) ? wageParts(facts, wage, settings.metrics) : []),
    ...(sheet && isKnown(sheet.state) ? [inspectionPart(sheet)] : []),
  ];
  const month = (wage ?? sheet)?.month;
  if (month === undefined) return [];
  if (wage) reasons.push(...unpaidReason(wage, facts.asOf), ...wageSheetReason(wage));
  if (sheet) reasons.push(...inspectionSheetReason(sheet, facts.asOf));
  for (const rate of rates) reasons.push(...rateReason(rate, { month, asOf: facts.asOf }, settings));
  for (const finding of facts.findings) {
    if (finding.month === month) reasons.push(...overdueReason(finding, facts.asOf));
  }
  return reasons;
}

function filingsDueIn(facts: CountyYearFacts, month: YearMonth, settings: MonitoringSettings) {
  const due = fourFilings(facts, settings.metrics).filter((one) => one.dueOn?.startsWith(month));
  const filed = due.filter((one) => {
    const state = filingState(one, facts.asOf);
    return state === 'inTime' || state === 'late';
  });
  return { due: due.length, filed: filed.length };
}

/**
 * One county in one month. The light is that of rules.md section 7: 预警 for wages unpaid after their day, a finding overdue or
 * a value under 90 percent of its target; 关注 for a value under its target or a sheet late or missing; else 正常, and none
 * while nothing of the month is due.
 */
export function countyMonth(
  facts: CountyYearFacts,
  month: YearMonth,
  settings: MonitoringSettings = DEFAULT_MONITORING_SETTINGS,
): CountyMonthState {
  const wage = facts.wageMonths.find((one) => one.month === month);
  const sheet = facts.inspections.find((one) => one.month === month);
  const reasons = reasonsOf(facts, wage, sheet, settings);
  const findings = facts.findings.filter((one) => one.month === month);
  const due = [wage?.state, sheet?.state].some((state) => state !== undefined && state !== 'notDue');
  const end = lastDay(month) < facts.asOf ? lastDay(month) : facts.asOf;
  return {
    county: facts.county,
    month,
    approved: wage?.stage === 'approved' && sheet?.stage === 'approved',
    moneyArrivedOn: firstMovementOn(facts, 'receipt', end),
    wages: wagesOf(wage, facts),
    inspection: inspectionOf(sheet),
    findings: {
      open: findings.filter((one) => settledOn(one, facts.asOf) === null).length,
      overdue: findings.filter((one) => isOverdue(one, facts.asOf)).length,
      repeated: findings.filter((one) => one.repeated).length,
    },
    filings: filingsDueIn(facts, month, settings),
    light: lightOf(reasons, due),
    reasons: reasons.map((one) => one.text),
  };
}
