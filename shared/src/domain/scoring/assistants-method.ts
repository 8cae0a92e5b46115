import { bilingual } from '../bilingual';
import type { Indicator, Method } from './method';

const PERCENT = '%';

const PROCESS: readonly Indicator[] = [
  { id: 'process', name: bilingual('过程', 'Process') },
  {
    id: 'executionRateOfReceipts',
    parent: 'process',
    name: bilingual('预算执行率（按到位资金）', 'Execution rate of receipts'),
    marks: '10',
    unit: PERCENT,
    source: 'metric',
    responsible: 'countyJustice',
    rule: { kind: 'proportional', target: '100', direction: 'atLeast' },
    criteria: bilingual(
      '已支出的市级补助（含已归垫的县级垫付）÷实际到位资金。达到100%得满分，不足的按比例计分；尚未归垫的垫付不计为支出。',
      'City part spent (advances that were settled included) ÷ money received. Full marks at 100 %, below it in proportion; an advance not yet settled is not spending.',
    ),
  },
  {
    id: 'earmarkedUse',
    parent: 'process',
    name: bilingual('专款专用', 'Earmarked use'),
    marks: '10',
    source: 'metric',
    responsible: 'countyJustice',
    rule: { kind: 'yesNo' },
    criteria: bilingual(
      '资金单独核算，只用于协勤人员工资。已审核的督查中该项均未判定不合格的，得满分；有不合格的，不得分。疑点未核实的不影响得分。',
      'The money is accounted for apart and used for the assistants’ wages only. Full marks unless the item failed in an approved inspection; a doubt that is not verified moves no mark.',
    ),
  },
  {
    id: 'filingTimeliness',
    parent: 'process',
    name: bilingual('备案及时性', 'Filing in time'),
    marks: '5',
    source: 'metric',
    responsible: 'countyJustice',
    rule: { kind: 'deduction', perOccurrence: '1.25' },
    criteria: bilingual(
      '收到资金后1个月内，将实施方案、经费拨付文件分别报市司法局、市财政局备案，共四项；每有一项迟报或者未报，扣1.25分，扣完为止。因上一环节延误造成的不扣分。',
      'Within one month of receipt the implementation plan and the transfer document are filed with both city bureaus, four filings in all; each one late or missing costs 1.25 marks. A delay caused by an earlier link costs nothing.',
    ),
  },
  {
    id: 'socialInsuranceCoverage',
    parent: 'process',
    name: bilingual('社会保险参保率', 'Social insurance coverage'),
    marks: '5',
    unit: PERCENT,
    source: 'metric',
    responsible: 'countyJustice',
    rule: { kind: 'proportional', target: '100', direction: 'atLeast' },
    criteria: bilingual(
      '各月参保人数之和÷各月在岗人数之和。达到100%得满分，不足的按比例计分。',
      'Insured person-months ÷ person-months on post. Full marks at 100 %, below it in proportion.',
    ),
  },
];

const OUTPUT: readonly Indicator[] = [
  { id: 'output', name: bilingual('产出', 'Output') },
  {
    id: 'onPostRate',
    parent: 'output',
    name: bilingual('在岗率', 'On-post rate'),
    marks: '15',
    unit: PERCENT,
    source: 'metric',
    responsible: 'countyJustice',
    rule: { kind: 'proportional', target: '95', direction: 'atLeast' },
    criteria: bilingual(
      '各月在岗人数之和÷（核定名额×月数）。达到95%得满分，不足的按“实际值÷95%”的比例计分。',
      'Person-months on post ÷ approved person-months. Full marks at 95 %, below it in proportion to 95 %.',
    ),
  },
  {
    id: 'wageTimeliness',
    parent: 'output',
    name: bilingual('工资发放及时率', 'Wages paid in time'),
    marks: '15',
    unit: PERCENT,
    source: 'metric',
    responsible: 'countyJustice',
    rule: { kind: 'proportional', target: '100', direction: 'atLeast' },
    criteria: bilingual(
      '各月按时发放工资的人数之和÷各月应发人数之和。达到100%得满分，不足的按比例计分；县级垫付按时发放的，视同按时；因资金到位迟延造成的不计入。',
      'Persons paid on time ÷ persons due, over all months. Full marks at 100 %, below it in proportion. Wages advanced by the county on time count as on time; what late money caused is left out.',
    ),
  },
  {
    id: 'cityPartPassedOn',
    parent: 'output',
    name: bilingual('市级补助足额到人率', 'City part passed on in full'),
    marks: '10',
    unit: PERCENT,
    source: 'metric',
    responsible: 'countyJustice',
    rule: { kind: 'proportional', target: '100', direction: 'atLeast' },
    criteria: bilingual(
      '实际到人的市级补助÷应发市级补助。达到100%得满分，不足的按比例计分；资金到位前由县级垫付的部分视同到人。',
      'City part that reached the persons ÷ city part due. Full marks at 100 %, below it in proportion; before the money arrives the county’s advance counts as reaching them.',
    ),
  },
  {
    id: 'inspectionAverage',
    parent: 'output',
    name: bilingual('督查合格率', 'Inspection pass rate'),
    marks: '10',
    unit: PERCENT,
    source: 'metric',
    responsible: 'countyJustice',
    rule: { kind: 'proportional', target: '100', direction: 'atLeast' },
    criteria: bilingual(
      '各月督查合格项数之和÷适用项数之和。不适用的项目不计入；非每月检查的项目沿用最近一次结论。达到100%得满分，不足的按比例计分。',
      'Items passed ÷ applicable items, over all months. Items not applicable are left out; items not checked every month keep their last conclusion. Full marks at 100 %, below it in proportion.',
    ),
  },
];

const BENEFIT: readonly Indicator[] = [
  { id: 'benefit', name: bilingual('效益', 'Benefit') },
  {
    id: 'rectificationTimeliness',
    parent: 'benefit',
    name: bilingual('问题整改及时率', 'Findings rectified in time'),
    marks: '10',
    unit: PERCENT,
    source: 'metric',
    responsible: 'countyJustice',
    rule: { kind: 'proportional', target: '100', direction: 'atLeast' },
    criteria: bilingual(
      '在期限内整改或者销号的问题数÷到期问题数。达到100%得满分，不足的按比例计分；全年没有到期问题的，不适用。',
      'Findings rectified or closed by their deadline ÷ findings that fell due. Full marks at 100 %, below it in proportion; not applicable where none fell due.',
    ),
  },
  {
    id: 'implementationBenefit',
    parent: 'benefit',
    name: bilingual('实施效益', 'Benefit of the work'),
    marks: '5',
    source: 'evaluator',
    responsible: 'countyJustice',
    rule: { kind: 'evaluator', aggregate: 'trimmedMean' },
    criteria: bilingual(
      '评价人员查阅资料后，对协勤队伍缓解司法所人手不足、协助规范开展社区矫正和安置帮教的实际作用打分（0至5分），写明扣分点、事实、依据和佐证页码；去掉一个最高分和一个最低分后取平均分。',
      'Having read the material, each evaluator marks (0 to 5) how far the assistants relieved the justice offices and helped to carry out community correction and resettlement properly, stating what costs marks, the facts, the basis and the page of evidence; the mean without one highest and one lowest mark counts.',
    ),
  },
  {
    id: 'satisfaction',
    parent: 'benefit',
    name: bilingual('满意度', 'Satisfaction'),
    marks: '5',
    source: 'evaluator',
    responsible: 'countyJustice',
    rule: { kind: 'evaluator', aggregate: 'mean' },
    criteria: bilingual(
      '评价人员根据司法所和协勤人员的满意度问卷结果打分（0至5分），取平均分；问卷不记名，不收集社区矫正对象个人信息。',
      'Each evaluator marks (0 to 5) on the survey of justice offices and assistants; the mean counts. The survey is anonymous and asks nothing about supervised persons.',
    ),
  },
];

/**
 * The default method for 协勤 money, 100 marks: 过程 30, 产出 50, 效益 20, so that output and benefit weigh 70 percent (at least 60
 * is advised). The id of a leaf with the source `metric` is the code of its metric. A setting, versioned by year.
 */
export const ASSISTANTS_METHOD: Method = {
  indicators: [...PROCESS, ...OUTPUT, ...BENEFIT],
  scoreDecimals: 2,
};
