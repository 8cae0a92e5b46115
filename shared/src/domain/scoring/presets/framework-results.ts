import { bilingual } from '../../bilingual';
import type { Indicator } from '../method';
import { elementsRule } from './elements-rule';
import { ACHIEVEMENT_BANDS, heading, leafUnder } from './leaf-under';

const PERCENT = bilingual('%', '%');
const computed = { source: 'metric', responsible: 'countyJustice' } as const;
const judged = { source: 'evaluator', responsible: 'countyJustice' } as const;

/**
 * 产出, 35 marks, and 效益, 30 marks, with the reference indicators of 财预〔2020〕10号 (rules.md section 4). What can be computed from the
 * monthly facts is: 实际完成率 as the on-post rate, 质量达标率 as the city part that reached the persons, 完成及时性 as wages paid in
 * time. Wording after common practice [K]: a setting.
 */
export const FRAMEWORK_RESULTS: readonly Indicator[] = [
  heading('output', bilingual('产出', 'Output')),
  heading('outputQuantity', bilingual('产出数量', 'Quantity'), 'output'),
  leafUnder('outputQuantity', '10', {
    ...computed,
    id: 'onPostRate',
    name: bilingual('实际完成率（在岗率）', 'Completion: on-post rate'),
    unit: PERCENT,
    rule: { kind: 'proportional', target: '95', direction: 'atLeast' },
    criteria: bilingual(
      '各月在岗人数之和÷（核定名额×月数）。达到95%得满分，不足的按“实际值÷95%”的比例计分。',
      'Person-months on post ÷ approved person-months. Full marks at 95 %, below it in proportion to 95 %.',
    ),
  }),
  heading('outputQuality', bilingual('产出质量', 'Quality'), 'output'),
  leafUnder('outputQuality', '10', {
    ...computed,
    id: 'cityPartPassedOn',
    name: bilingual('质量达标率（市级补助足额到人率）', 'Quality: city part passed on in full'),
    unit: PERCENT,
    rule: { kind: 'proportional', target: '100', direction: 'atLeast' },
    criteria: bilingual(
      '实际到人的市级补助÷应发市级补助。达到100%得满分，不足的按比例计分；资金到位前由县级垫付的部分视同到人。',
      'City part that reached the persons ÷ city part due. Full marks at 100 %, below it in proportion; before the money arrives the county’s advance counts as reaching them.',
    ),
  }),
  heading('outputTimeliness', bilingual('产出时效', 'Timeliness'), 'output'),
  leafUnder('outputTimeliness', '10', {
    ...computed,
    id: 'wageTimeliness',
    name: bilingual('完成及时性（工资发放及时率）', 'Timeliness: wages paid in time'),
    unit: PERCENT,
    rule: { kind: 'proportional', target: '100', direction: 'atLeast' },
    criteria: bilingual(
      '各月按时发放工资的人数之和÷各月应发人数之和。达到100%得满分，不足的按比例计分；县级垫付按时发放的，视同按时；因资金到位迟延造成的不计入。',
      'Persons paid on time ÷ persons due, over all months. Full marks at 100 %, below it in proportion. Wages advanced by the county on time count as on time; what late money caused is left out.',
    ),
  }),
  heading('outputCost', bilingual('产出成本', 'Cost'), 'output'),
  leafUnder('outputCost', '5', {
    ...judged,
    id: 'costSaving',
    name: bilingual('成本节约率', 'Cost kept within the plan'),
    rule: elementsRule(
      ['withinBudget', '3', '市级补助支出不超过预算安排', 'the city part spent is within the budget'],
      [
        'surplusStated',
        '2',
        '空岗形成的结余如实说明金额、原因和后续安排；没有空岗的，视同符合',
        'a surplus left by vacancies is stated with amount, cause and intended use; met where no post was vacant',
      ],
    ),
    criteria: bilingual(
      '协勤经费按人按月定额补助，成本以是否控制在预算以内、结余是否如实说明评定：每符合一个要素得该要素的分值，不符合的不得分。',
      'The grant is a fixed sum a person a month, so cost is judged by whether it stayed within the budget and whether a surplus is explained: each element that is met gives its marks.',
    ),
  }),
  heading('benefit', bilingual('效益', 'Benefit')),
  heading('projectBenefit', bilingual('项目效益', 'Benefit of the project'), 'benefit'),
  leafUnder('projectBenefit', '20', {
    ...judged,
    id: 'implementationBenefit',
    name: bilingual('实施效益', 'Benefit of the work'),
    rule: ACHIEVEMENT_BANDS,
    criteria: bilingual(
      '对照绩效目标，评定协勤人员充实司法所工作力量、协助规范开展社区矫正和安置帮教的社会效益和可持续影响，写明事实、依据和佐证页码。达成的，得分值的80%（含）至100%；部分达成的，得60%（含）至80%；未达成的，得60%以下。',
      'The social benefit and lasting effect of the assistants for the justice offices, community correction and resettlement, against the goals, with facts, basis and page of evidence. Achieved: 80 % to 100 % of the marks; in part: 60 % to under 80 %; not achieved: under 60 %.',
    ),
  }),
  leafUnder('projectBenefit', '10', {
    ...computed,
    id: 'satisfaction',
    name: bilingual('满意度', 'Satisfaction'),
    unit: PERCENT,
    rule: {
      kind: 'steps',
      steps: [
        { atLeast: '90', ratio: '1' },
        { atLeast: '80', ratio: '0.8' },
        { atLeast: '60', ratio: '0.6' },
      ],
    },
    criteria: bilingual(
      '问卷中表示满意的份数÷收回的有效份数：达到90%的得满分，达到80%的得80%，达到60%的得60%，低于60%的不得分。问卷不记名，不收集社区矫正对象个人信息。',
      'Answers that say satisfied ÷ answers: from 90 % on full marks, from 80 % on 80 %, from 60 % on 60 %, below it none. Anonymous, and nothing about supervised persons.',
    ),
  }),
];
