import type { Bilingual } from '../bilingual';
import { bilingual } from '../bilingual';
import type { CountyYearFacts, Inspection, WageMonth } from '../metrics/facts';
import { filingName, filingState, fourFilings } from '../metrics/funds/filing-timeliness';
import { isHandedIn } from '../metrics/inspections/inspection-average';
import { isOverdue, settledOn } from '../metrics/inspections/rectification-timeliness';
import { lightOf } from './light';
import type { Light, LightReason } from './light';
import { moneyChain } from './money-chain';
import type { MoneyChain } from './money-chain';
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
import { ladderReasons } from './spending-ladder';

/** How one county stands on the day of its facts. It knows neither grade nor rank. */
export interface CountyStanding {
  readonly county: string;
  readonly chain: MoneyChain;
  /** The latest month whose wage list is due and handed in; null before the first. */
  readonly latestWages: WageMonth | null;
  readonly latestInspection: Inspection | null;
  /** Over all months due: persons still unpaid after their day. */
  readonly unpaidPersons: number;
  readonly findings: { readonly open: number; readonly overdue: number; readonly repeated: number };
  readonly missingSheets: number;
  readonly light: Light;
  readonly reasons: readonly Bilingual[];
}

const isKnown = (one: { readonly state: string; readonly dueOn: string }, asOf: string): boolean =>
  one.dueOn <= asOf && (one.state === 'reported' || one.state === 'late');

const latestOf = <Sheet extends { readonly month: string }>(sheets: readonly Sheet[]): Sheet | null =>
  sheets.reduce<Sheet | null>(
    (latest, one) => (latest === null || one.month > latest.month ? one : latest),
    null,
  );

function filingReasons(facts: CountyYearFacts, settings: MonitoringSettings): LightReason[] {
  return fourFilings(facts, settings.metrics)
    .filter((one) => filingState(one, facts.asOf) === 'missing')
    .map((one) => {
      const name = filingName(one);
      return {
        light: 'attention',
        text: bilingual(
          `${name.zh}应于 ${one.dueOn} 前备案，尚未报送`,
          `${name.en} was due on ${one.dueOn} and is not filed`,
        ),
      };
    });
}

/**
 * What still stands against a county today: wages unpaid after their day and findings overdue of any month, sheets and
 * filings that are missing, and the latest month's values against their targets. What was late and is settled counts in its
 * own month only, so that a county that recovered is 正常 again.
 */
export function countyStanding(
  facts: CountyYearFacts,
  settings: MonitoringSettings = DEFAULT_MONITORING_SETTINGS,
): CountyStanding {
  const { asOf } = facts;
  const { ladder } = settings;
  const chain = moneyChain(facts, settings.metrics);
  const latestWages = latestOf(facts.wageMonths.filter((one) => isKnown(one, asOf)));
  const latestInspection = latestOf(facts.inspections.filter((one) => isKnown(one, asOf) && isHandedIn(one)));
  const reasons: LightReason[] = [
    ...facts.wageMonths.flatMap((one) => unpaidReason(one, asOf)),
    ...facts.findings.flatMap((one) => overdueReason(one, asOf)),
    ...facts.wageMonths
      .filter((one) => one.state === 'missing' || one === latestWages)
      .flatMap(wageSheetReason),
    ...facts.inspections
      .filter((one) => one === latestInspection || !isHandedIn(one))
      .flatMap((one) => inspectionSheetReason(one, asOf)),
    ...filingReasons(facts, settings),
    ...(ladder ? ladderReasons(facts, chain.spent, { ladder, light: settings.light }) : []),
  ];
  const parts = [
    ...(latestWages
      ? wageParts(facts, latestWages, settings.metrics).map((one) => [latestWages.month, one] as const)
      : []),
    ...(latestInspection ? [[latestInspection.month, inspectionPart(latestInspection)] as const] : []),
  ];
  for (const [month, part] of parts) reasons.push(...rateReason(part, { month, asOf }, settings));
  const due = [...facts.wageMonths, ...facts.inspections].some((one) => one.state !== 'notDue');
  const missing = [...facts.wageMonths, ...facts.inspections].filter((one) => one.state === 'missing');
  return {
    county: facts.county,
    chain,
    latestWages,
    latestInspection,
    unpaidPersons: facts.wageMonths.reduce((sum, one) => sum + unpaidPersons(one, asOf), 0),
    findings: {
      open: facts.findings.filter((one) => settledOn(one, asOf) === null).length,
      overdue: facts.findings.filter((one) => isOverdue(one, asOf)).length,
      repeated: facts.findings.filter((one) => one.repeated && settledOn(one, asOf) === null).length,
    },
    missingSheets: missing.length,
    light: lightOf(reasons, due),
    reasons: reasons.map((one) => one.text),
  };
}
