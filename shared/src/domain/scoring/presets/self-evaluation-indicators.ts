import { bilingual } from '../../bilingual';
import type { ProportionalRule } from '../method';
import type { UnplacedIndicator } from './leaf-under';

/**
 * What a county reports on the assistants' fund against the goals issued to it, in the official groups 数量 质量 时效 成本 社会效益
 * 可持续影响 满意度. Wording is general professional practice, a default that each year's method may change.
 */

const GOAL_AT_LEAST: ProportionalRule = {
  kind: 'proportional',
  target: 'goal',
  direction: 'atLeast',
  // rules.md section 4: far above the target (130 percent by default) asks for an explanation.
  overAchievement: { threshold: '1.3' },
};
/** A rate cannot pass 100 percent, so there is nothing to explain above its target. */
const RATE_AT_LEAST: ProportionalRule = { kind: 'proportional', target: 'goal', direction: 'atLeast' };

const PERCENT = bilingual('%', '%');
const reported = { source: 'selfReport', responsible: 'countyJustice' } as const;

const SHORTFALL_ZH = '达到下达的绩效目标得满分，未达到的按“实际值÷目标值×分值”计分。';
const SHORTFALL_EN = 'Full marks when the issued goal is met, short of it actual ÷ target × marks.';

export const BUDGET_EXECUTION: UnplacedIndicator = {
  id: 'executionRateOfBudget',
  name: bilingual('预算执行率', 'Budget execution rate'),
  unit: PERCENT,
  source: 'metric',
  responsible: 'countyJustice',
  rule: { kind: 'proportional', target: '100', direction: 'atLeast' },
  criteria: bilingual(
    '全年已支出的市级补助÷调整后预算。达到100%得满分，不足的按比例计分；支出超过预算的按满分封顶并说明原因；预算和支出均为0元的，不适用。',
    'City part spent in the year ÷ adjusted budget. Full marks at 100 %, below it in proportion; spending above the budget is capped at full marks and explained; not applicable where both are 0.',
  ),
};

export const ASSISTANTS_ON_POST: UnplacedIndicator = {
  ...reported,
  id: 'assistantsOnPost',
  name: bilingual('在岗协勤人员数', 'Assistants on post'),
  unit: bilingual('人', 'persons'),
  rule: GOAL_AT_LEAST,
  criteria: bilingual(
    `全年各月在岗协勤人员的平均人数，以花名册和工资发放名册为准。${SHORTFALL_ZH}`,
    `The mean number of assistants on post over the months of the year, by roster and wage lists. ${SHORTFALL_EN}`,
  ),
};

export const TRAINING_PER_ASSISTANT: UnplacedIndicator = {
  ...reported,
  id: 'trainingPerAssistant',
  name: bilingual('协勤人员人均培训学时', 'Training hours per assistant'),
  unit: bilingual('学时', 'hours'),
  rule: GOAL_AT_LEAST,
  criteria: bilingual(
    `全年协勤人员培训总学时÷各月平均在岗人数，以培训签到记录为准。${SHORTFALL_ZH}`,
    `Training hours of all assistants in the year ÷ their mean number on post, by the sign-in lists. ${SHORTFALL_EN}`,
  ),
};

export const CITY_PART_IN_FULL: UnplacedIndicator = {
  ...reported,
  id: 'cityPartInFull',
  name: bilingual('市级补助足额到人率', 'City part paid in full'),
  unit: PERCENT,
  rule: RATE_AT_LEAST,
  criteria: bilingual(
    `实际到人的市级补助÷应发市级补助；资金到位前由县级垫付的部分视同到人。${SHORTFALL_ZH}`,
    `City part that reached the persons ÷ city part due; what the county advanced before the money arrived counts as reaching them. ${SHORTFALL_EN}`,
  ),
};

export const INSURED_SHARE: UnplacedIndicator = {
  ...reported,
  id: 'insuredShare',
  name: bilingual('社会保险参保率', 'Social insurance coverage'),
  unit: PERCENT,
  rule: RATE_AT_LEAST,
  criteria: bilingual(
    `各月参保人数之和÷各月在岗人数之和，以社会保险缴费记录为准。${SHORTFALL_ZH}`,
    `Insured person-months ÷ person-months on post, by the contribution records. ${SHORTFALL_EN}`,
  ),
};

export const WAGES_IN_TIME: UnplacedIndicator = {
  ...reported,
  id: 'wagesInTime',
  name: bilingual('工资按时发放率', 'Wages paid in time'),
  unit: PERCENT,
  rule: RATE_AT_LEAST,
  criteria: bilingual(
    `各月按时发放工资的人数之和÷各月应发人数之和；县级垫付按时发放的，视同按时。${SHORTFALL_ZH}`,
    `Persons paid on time ÷ persons due, over all months; wages that the county advanced on time count as on time. ${SHORTFALL_EN}`,
  ),
};

export const CITY_PART_PER_POST: UnplacedIndicator = {
  ...reported,
  id: 'cityPartPerPost',
  name: bilingual('市级补助人均月标准', 'City part per person and month'),
  unit: bilingual('元/人·月', 'yuan a person a month'),
  rule: { kind: 'proportional', target: 'goal', direction: 'exactly' },
  criteria: bilingual(
    '实际发放的市级补助÷各月发放人数之和。等于下达的绩效目标得满分，高于或者低于目标值的按两者之比（小÷大）×分值计分。',
    'City part paid ÷ person-months paid. Full marks at the issued goal; above or below it the smaller ÷ the larger × marks.',
  ),
};

export const CITY_PART_TOTAL: UnplacedIndicator = {
  ...reported,
  id: 'cityPartTotal',
  name: bilingual('市级补助支出总额', 'City part spent in all'),
  unit: bilingual('元', 'yuan'),
  rule: { kind: 'proportional', target: 'goal', direction: 'atMost' },
  criteria: bilingual(
    '全年支出的市级补助总额。不超过下达的绩效目标得满分，超过的按“目标值÷实际值×分值”计分。',
    'City part spent in the year. Full marks at or under the issued goal, above it target ÷ actual × marks.',
  ),
};

export const OFFICES_COVERED: UnplacedIndicator = {
  ...reported,
  id: 'officesCovered',
  name: bilingual('司法所协勤力量覆盖率', 'Justice offices with an assistant'),
  unit: PERCENT,
  rule: RATE_AT_LEAST,
  criteria: bilingual(
    `年末有协勤人员在岗或者定点服务的司法所数÷司法所总数，反映协勤人员缓解司法所工作力量不足的效果。${SHORTFALL_ZH}`,
    `Justice offices with an assistant on post or serving them regularly at the end of the year ÷ all justice offices: how far the assistants relieve them. ${SHORTFALL_EN}`,
  ),
};

export const GAPS_NOT_HANDLED: UnplacedIndicator = {
  ...reported,
  id: 'gapsNotHandled',
  name: bilingual('脱管漏管未及时报告处置件数', 'Gaps in supervision not reported and handled in time'),
  unit: bilingual('件', 'cases'),
  rule: {
    kind: 'steps',
    steps: [
      { atLeast: '0', ratio: '1' },
      { atLeast: '1', ratio: '0.8' },
      { atLeast: '2', ratio: '0.5' },
      { atLeast: '3', ratio: '0' },
    ],
  },
  criteria: bilingual(
    '全年社区矫正对象脱管、漏管，未按规定及时报告、处置的件数：没有的得满分，1件的得80%，2件的得50%，3件以上的不得分；及时报告、处置的不计入。只报件数，不报个人信息。',
    'Gaps in supervision in the year that were not reported and handled in time as the rules require: none gives full marks, one 80 %, two 50 %, three or more nothing; one that was handled in time is not counted. Counts only, nothing about a person.',
  ),
};

export const STABLE_STAFF: UnplacedIndicator = {
  ...reported,
  id: 'stableStaff',
  name: bilingual('协勤队伍稳定率', 'Assistants who stayed'),
  unit: PERCENT,
  rule: RATE_AT_LEAST,
  criteria: bilingual(
    `年初在岗且年末仍在岗的协勤人员数÷年初在岗人数。${SHORTFALL_ZH}`,
    `Assistants on post at the beginning of the year who still are at its end ÷ those at its beginning. ${SHORTFALL_EN}`,
  ),
};

export const SATISFACTION_OF_OFFICES: UnplacedIndicator = {
  ...reported,
  id: 'satisfactionOfOffices',
  name: bilingual('司法所满意度', 'Satisfaction of justice offices'),
  unit: PERCENT,
  rule: RATE_AT_LEAST,
  criteria: bilingual(
    `司法所对协勤人员工作的满意度问卷结果；问卷不记名，不收集社区矫正对象个人信息。${SHORTFALL_ZH}`,
    `Survey of the justice offices on the work of the assistants; anonymous, and nothing about supervised persons. ${SHORTFALL_EN}`,
  ),
};

export const SATISFACTION_OF_ASSISTANTS: UnplacedIndicator = {
  ...reported,
  id: 'satisfactionOfAssistants',
  name: bilingual('协勤人员满意度', 'Satisfaction of assistants'),
  unit: PERCENT,
  rule: RATE_AT_LEAST,
  criteria: bilingual(
    `协勤人员对工资发放、参保和管理的满意度问卷结果；问卷不记名。${SHORTFALL_ZH}`,
    `Survey of the assistants on wages, insurance and management; anonymous. ${SHORTFALL_EN}`,
  ),
};
