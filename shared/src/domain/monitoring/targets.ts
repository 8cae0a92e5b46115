import { bilingual, type Bilingual } from '../bilingual';
import type { GoalIndicator } from '../goals/goal';
import { compare, parseDecimal, printRounded, type Rational } from '../numbers/rational';
import type { IsoDate } from '../period/year-month';
import type { LightSettings, TargetedRate } from './light';

/** The goal values of one county and year as a version was issued; a later version is an approved adjustment. */
export interface IssuedGoals {
  readonly version: number;
  /** Of the document with which it was issued. */
  readonly documentNumber: string;
  readonly issuedOn: IsoDate;
  readonly indicators: readonly GoalIndicator[];
}

/** What a rate is held against, and what says so. */
export interface Target {
  /** In percent. */
  readonly percent: Rational;
  /** null: no value was issued for this rate, and the template's default counts. */
  readonly issued: Pick<IssuedGoals, 'version' | 'documentNumber' | 'issuedOn'> | null;
}

/**
 * The version in force on a day, as known on the day of the facts: the latest that was issued by then. The first one is issued
 * with the money and is of its whole year, so it also counts for the months before it; an adjustment counts from its own day on,
 * so one issued after the year's end changes nothing of the year. null: nothing was issued yet.
 * Example: version 1 of 15 April, version 2 of 10 September: January to August go by 1, September on by 2.
 */
export function goalsInForce(goals: readonly IssuedGoals[], day: IsoDate, asOf: IsoDate): IssuedGoals | null {
  const issued = goals
    .filter(({ issuedOn }) => issuedOn <= asOf)
    .sort((one, other) => one.version - other.version);
  return issued.filter(({ issuedOn }) => issuedOn <= day).at(-1) ?? issued[0] ?? null;
}

/**
 * The target of a rate under the goals in force: the value issued for it, the highest where several lines name it, else the
 * template's default (rules.md section 7). A line that is no lower bound (≤, 定性) sets no target for a rate.
 */
export function targetOf(rate: TargetedRate, goals: IssuedGoals | null, settings: LightSettings): Target {
  const values = (goals?.indicators ?? []).flatMap(({ metric, relation, value }) => {
    const percent =
      metric === rate && (relation === 'atLeast' || relation === 'exactly') && parseDecimal(value);
    return percent ? [percent] : [];
  });
  const [first, ...others] = values;
  if (!goals || !first) return { percent: settings.targets[rate], issued: null };
  const percent = others.reduce((most, one) => (compare(one, most) > 0 ? one : most), first);
  const { version, documentNumber, issuedOn } = goals;
  return { percent, issued: { version, documentNumber, issuedOn } };
}

/** What says that this is the target: the document of the issue, with its version where it was adjusted, or the default. */
export function basisOfTarget({ issued }: Target): Bilingual {
  if (!issued) return bilingual('未下达绩效目标，按模板默认值', 'no value issued, default of the template');
  const { documentNumber, version } = issued;
  return version > 1
    ? bilingual(`${documentNumber}，第 ${version} 版`, `${documentNumber}, version ${version}`)
    : bilingual(documentNumber, documentNumber);
}

/** Example: 低于目标 95.00%（演示财行〔2025〕12号）. */
export function underTargetInWords(target: Target): Bilingual {
  const [asked, basis] = [printRounded(target.percent, 2), basisOfTarget(target)];
  return bilingual(`低于目标 ${asked}%（${basis.zh}）`, `under the target of ${asked}% (${basis.en})`);
}
