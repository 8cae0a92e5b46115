import { draftGoal } from '@yuheng/shared/domain/goals/draft-goal';
import type { GoalAct } from '@yuheng/shared/domain/goals/goal-stages';
import {
  fillMidYear,
  midYearRefusals,
  type MidYearAnswer,
} from '@yuheng/shared/domain/goals/mid-year-monitoring';
import type { CountyYearFacts } from '@yuheng/shared/domain/metrics/facts';
import { fen } from '@yuheng/shared/domain/money/fen';
import { DEFAULT_LIGHT_SETTINGS } from '@yuheng/shared/domain/monitoring/light';
import { isoDate } from '@yuheng/shared/domain/period/year-month';
import { afterFormAct, EMPTY_FORM, type FormStep } from '../goals/county-form';
import type { GoalEventEntity } from '../goals/goal-event.entity';
import type { MidYearFormEntity } from '../goals/mid-year-form.entity';
import type { PerformanceGoalEntity } from '../goals/performance-goal.entity';
import { newGoalVersion, steppedGoal, type GoalStep } from '../goals/stepped-goal';
import type { CountyKey } from './demonstration-county';
import { DEMONSTRATION_PROGRAM } from './demonstration-day';
import { ISSUED } from './demonstration-money';
import { nameBasedUuid } from './name-based-uuid';

/** The last full year: its targets were issued with its money, and its mid-year forms are approved. */
export const GOAL_YEAR = 2025;
/** What was known when the forms were written. */
export const MID_YEAR_FIGURES_UNTIL = isoDate(`${GOAL_YEAR}-08-31`);

const MONTHS = 12;

/** Where no county is named, no name has to be hidden (演示甲县 …). */
const COUNTY_IN_WORDS = '本县（市、区）';

/** The county's draft as it stands, gone the whole way: written in March, issued with the money of the year. */
export function demonstrationGoal({ cityId, county }: CountyKey): {
  readonly goal: PerformanceGoalEntity;
  readonly events: readonly GoalEventEntity[];
} {
  const key = { cityId, countyId: county.id, programId: DEMONSTRATION_PROGRAM, year: GOAL_YEAR };
  const table = draftGoal({
    countyName: COUNTY_IN_WORDS,
    year: GOAL_YEAR,
    posts: county.posts,
    perPostMonth: fen(county.amount / (county.posts * MONTHS)),
    targets: DEFAULT_LIGHT_SETTINGS.targets,
  });
  const steps: readonly (readonly [step: GoalStep, by: string, on: string])[] = [
    [{ name: 'submit' }, `county-${county.id}`, '2025-03-24'],
    [{ name: 'review' }, 'officer-1', '2025-03-28'],
    [{ name: 'agree' }, 'finance', '2025-04-03'],
    [{ name: 'issue', apply: issueWith(ISSUED[GOAL_YEAR]) }, 'officer-2', ISSUED[GOAL_YEAR].on],
  ];
  const goal = steps.reduce(
    (before, [step, by]) => steppedGoal(before, step, by),
    newGoalVersion(key, 1, table),
  );
  const event = (act: GoalAct, byUsername: string, on: string): GoalEventEntity => ({
    ...key,
    eventId: nameBasedUuid(`goal/${county.id}/${GOAL_YEAR}/${act}`),
    version: 1,
    act,
    byUsername,
    at: new Date(`${on}T02:00:00Z`),
    reason: null,
  });
  return { goal, events: steps.map(([{ name }, by, on]) => event(name, by, on)) };
}

const issueWith =
  ({ documentNumber, on }: (typeof ISSUED)[typeof GOAL_YEAR]): GoalStep['apply'] =>
  (goal) => {
    goal.documentNumber = documentNumber;
    goal.issuedOn = on;
  };

/**
 * The county's mid-year form, filled from what was gathered of its January to July: what is short is put down to what the
 * demonstration tells of the county, and what no figure tells is answered in words.
 */
export function demonstrationMidYear(
  { content, cityId, countyId, programId, year }: PerformanceGoalEntity,
  facts: CountyYearFacts,
): MidYearFormEntity {
  const figures = fillMidYear(content, facts);
  const answers = content.indicators.map(({ id }): MidYearAnswer => {
    const isShort = figures.lines.some(({ indicator, needsReason }) => indicator === id && needsReason);
    return {
      indicator: id,
      actual: SAID[id] ?? null,
      reason: isShort ? (REASONS[id] ?? OTHER_REASON) : '',
      likelihood: isShort ? 'possible' : 'certain',
      measures: isShort ? MEASURES : '',
    };
  });
  const steps: readonly (readonly [step: FormStep<MidYearAnswer>, by: string, today: string])[] = [
    [{ name: 'save', answers }, `county-${countyId}`, '2025-08-20'],
    [{ name: 'submit' }, `county-${countyId}`, '2025-08-20'],
    [{ name: 'approve' }, 'officer-1', '2025-08-27'],
  ];
  const form: MidYearFormEntity = { ...EMPTY_FORM, cityId, countyId, programId, year };
  return steps.reduce((stored, [step, by, today]) => {
    const refusals = midYearRefusals(content, figures, stored.answers);
    return {
      ...stored,
      ...afterFormAct({ stored, figures, refusals }, step, { by, today }),
      lock: stored.lock + 1,
    };
  }, form);
}

/** What was reached of what no figure tells. */
const SAID: Readonly<Record<string, string>> = {
  'lost-track': '0',
  rules: '制度健全，执行有效',
  satisfied: '年底开展满意度调查',
};

const VACANCY = '年内有岗位空缺，正在公开招录，空缺期间未使用市级补助';
const REASONS: Readonly<Record<string, string>> = {
  'person-months': VACANCY,
  'on-post-rate': VACANCY,
  'wages-in-time': '个别月份工资发放晚于规定日期，现已全部发放',
  'passed-on': '县级财政拨付晚于规定时限，现已全部拨付到位',
  'inspections-passed': '督查发现的问题已按期整改',
};
const OTHER_REASON = '上半年未达到序时目标，已列入下半年工作安排';
const MEASURES = '按月核对进度，下半年按计划完成';
