import { bilingual } from '../bilingual';
import type { Bilingual } from '../bilingual';
import type { CountyYearFacts, Finding, Inspection, WageMonth } from '../metrics/facts';
import { countConclusions, isHandedIn } from '../metrics/inspections/inspection-average';
import type { MetricSettings } from '../metrics/metric';
import { isOverdue } from '../metrics/inspections/rectification-timeliness';
import { excuseOf } from '../metrics/persons/wage-timeliness';
import { printRounded, rational } from '../numbers/rational';
import { daysBetween, lastDay } from '../period/year-month';
import type { IsoDate, YearMonth } from '../period/year-month';
import { lightOfValue } from './light';
import type { LightReason, WatchedRate } from './light';
import type { MonitoringSettings } from './monitoring-settings';
import { goalsInForce, targetOf, underTargetInWords } from './targets';

const RATE_NAMES: Readonly<Record<WatchedRate, Bilingual>> = {
  onPostRate: bilingual('在岗率', 'on-post rate'),
  wageTimeliness: bilingual('工资发放及时率', 'wages paid in time'),
  socialInsuranceCoverage: bilingual('社会保险参保率', 'social insurance coverage'),
  inspectionAverage: bilingual('督查合格率', 'inspection pass rate'),
};

export interface MonthPart {
  readonly rate: WatchedRate;
  readonly part: number;
  readonly whole: number;
}

/** Of which month and county a rate is: its target is the one in force at the month's end. */
export interface RateOf {
  readonly month: YearMonth;
  readonly asOf: IsoDate;
}

/** A reason where a month's rate is under its target, and whose target that is; 0 of 0 is not applicable and gives none. */
export function rateReason(
  one: MonthPart,
  { month, asOf }: RateOf,
  { light: settings, goals }: MonitoringSettings,
): readonly LightReason[] {
  if (one.whole <= 0) return [];
  const percent = rational(BigInt(one.part) * 100n, BigInt(one.whole));
  const target = targetOf(one.rate, goalsInForce(goals, lastDay(month), asOf), settings);
  const light = lightOfValue(percent, target.percent, settings);
  if (light !== 'attention' && light !== 'warning') return [];
  const [reached, under] = [printRounded(percent, 2), underTargetInWords(target)];
  const name = RATE_NAMES[one.rate];
  return [
    {
      light,
      text: bilingual(
        `${month} ${name.zh} ${reached}%（${one.part}/${one.whole}），${under.zh}`,
        `${month}: ${name.en} ${reached}% (${one.part} of ${one.whole}), ${under.en}`,
      ),
    },
  ];
}

/** Persons whose wages of a month are still unpaid although their day has passed; 0 while the sheet is not handed in. */
export function unpaidPersons(wage: WageMonth, asOf: IsoDate): number {
  const known = wage.state === 'reported' || wage.state === 'late';
  return known && wage.dueOn < asOf ? wage.personsOnPost - wage.personsPaid : 0;
}

export const unpaidReason = (wage: WageMonth, asOf: IsoDate): readonly LightReason[] => {
  const persons = unpaidPersons(wage, asOf);
  if (persons <= 0) return [];
  const days = daysBetween(wage.dueOn, asOf);
  return [
    {
      light: 'warning',
      text: bilingual(
        `${wage.month} 工资有 ${persons} 人到期未发，已超过 ${days} 天`,
        `${wage.month}: the wages of ${persons} persons are ${days} days overdue`,
      ),
    },
  ];
};

const sheetReason = (month: string, sheet: Bilingual, state: 'late' | 'missing'): LightReason => ({
  light: 'attention',
  text:
    state === 'late'
      ? bilingual(`${month} ${sheet.zh}迟报`, `${month}: the ${sheet.en} was handed in late`)
      : bilingual(`${month} ${sheet.zh}缺报`, `${month}: the ${sheet.en} is missing`),
});

/** A sheet late or missing asks for attention. */
export function wageSheetReason(wage: WageMonth): readonly LightReason[] {
  if (wage.state !== 'late' && wage.state !== 'missing') return [];
  return [sheetReason(wage.month, bilingual('工资发放表', 'wage sheet'), wage.state)];
}

export function inspectionSheetReason(sheet: Inspection, asOf: IsoDate): readonly LightReason[] {
  const words = bilingual('督查表', 'inspection sheet');
  if (sheet.state === 'missing') return [sheetReason(sheet.month, words, 'missing')];
  if (sheet.state === 'notDue' || sheet.state === 'notApplicable') return [];
  if (sheet.dueOn < asOf && !isHandedIn(sheet)) return [sheetReason(sheet.month, words, 'missing')];
  return sheet.state === 'late' ? [sheetReason(sheet.month, words, 'late')] : [];
}

/** The rates of a month's wage list, without late payments that an earlier link caused. */
export function wageParts(
  facts: CountyYearFacts,
  wage: WageMonth,
  settings: MetricSettings,
): readonly MonthPart[] {
  const late = wage.personsOnPost - wage.personsPaidOnTime;
  const excused = late > 0 && excuseOf(facts, wage, settings) !== null ? late : 0;
  return [
    { rate: 'onPostRate', part: wage.personsOnPost, whole: facts.posts },
    { rate: 'wageTimeliness', part: wage.personsPaidOnTime, whole: wage.personsOnPost - excused },
    { rate: 'socialInsuranceCoverage', part: wage.personsInsured, whole: wage.personsOnPost },
  ];
}

export function inspectionPart(sheet: Inspection): MonthPart {
  const { passed, failed } = countConclusions(sheet);
  return { rate: 'inspectionAverage', part: passed, whole: passed + failed };
}

export const overdueReason = (finding: Finding, asOf: IsoDate): readonly LightReason[] =>
  isOverdue(finding, asOf)
    ? [
        {
          light: 'warning',
          text: bilingual(
            `${finding.month} 问题“${finding.summary}”超期 ${daysBetween(finding.deadline, asOf)} 天未整改`,
            `${finding.month}: the finding "${finding.summary}" is ${daysBetween(finding.deadline, asOf)} days overdue`,
          ),
        },
      ]
    : [];
