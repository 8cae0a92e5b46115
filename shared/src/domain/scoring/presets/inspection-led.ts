import { bilingual } from '../../bilingual';
import type { Indicator, Method } from '../method';
import { heading, leafUnder } from './leaf-under';

const PERCENT = bilingual('%', '%');
const computed = {
  source: 'metric',
  responsible: 'countyJustice',
  unit: PERCENT,
  rule: { kind: 'proportional', target: '100', direction: 'atLeast' },
} as const;

interface InspectedItem {
  /** Id in the inspection template. */
  readonly item: string;
  readonly zh: string;
  readonly en: string;
  readonly marks: string;
  /** Marks off each time the item fails. */
  readonly each: string;
}

/** An item of the monthly inspection as an indicator: marks are deducted each time it was found to fail. */
const inspected = (parent: string, { item, zh, en, marks, each }: InspectedItem): Indicator =>
  leafUnder(parent, marks, {
    id: `inspected-${item}`,
    name: bilingual(zh, en),
    source: 'inspection',
    inspectionItem: item,
    responsible: 'countyJustice',
    rule: { kind: 'deduction', perOccurrence: each },
    criteria: bilingual(
      `已审核的督查表中“${zh}”每判定不合格一次，扣${each}分，扣完为止。不适用的不扣分，沿用以前月份结论的不重复扣分；疑点未核实的不影响得分。`,
      `Each time "${en}" failed in an approved inspection costs ${each} marks. Not applicable costs nothing, a conclusion carried from an earlier month is not counted again, a doubt that is not verified moves no mark.`,
    ),
  });

const PROCESS: readonly Indicator[] = [
  heading('process', bilingual('过程', 'Process')),
  leafUnder('process', '10', {
    ...computed,
    id: 'executionRateOfReceipts',
    name: bilingual('预算执行率（按到位资金）', 'Execution rate of receipts'),
    criteria: bilingual(
      '已支出的市级补助（含已归垫的县级垫付）÷实际到位资金。达到100%得满分，不足的按比例计分；尚未归垫的垫付不计为支出。',
      'City part spent (settled advances included) ÷ money received. Full marks at 100 %, below it in proportion; an advance not yet settled is not spending.',
    ),
  }),
  leafUnder('process', '5', {
    id: 'filingTimeliness',
    name: bilingual('备案及时性', 'Filing in time'),
    source: 'metric',
    responsible: 'countyJustice',
    rule: { kind: 'deduction', perOccurrence: '1.25' },
    criteria: bilingual(
      '收到资金后1个月内，将实施方案、经费拨付文件分别报市司法局、市财政局备案，共四项；每有一项迟报或者未报，扣1.25分，扣完为止。因上一环节延误造成的不扣分。',
      'Within one month of receipt the implementation plan and the transfer document are filed with both city bureaus, four filings in all; each one late or missing costs 1.25 marks. A delay caused by an earlier link costs nothing.',
    ),
  }),
  leafUnder('process', '5', {
    ...computed,
    id: 'inspectionCompletion',
    responsible: 'city',
    name: bilingual('督查完成率', 'Inspections carried out'),
    criteria: bilingual(
      '已完成督查的月数÷应完成督查的月数。达到100%得满分，不足的按比例计分。督查由市级组织，本项不计入县（市、区）的资金分配测算。',
      'Months inspected ÷ months due. Full marks at 100 %, below it in proportion. The city runs the inspections, so this does not enter the allocation.',
    ),
  }),
];

const OUTPUT: readonly Indicator[] = [
  heading('output', bilingual('产出', 'Output')),
  heading('inspectedItems', bilingual('督查重点事项', 'Main items of the inspection'), 'output'),
  inspected('inspectedItems', {
    item: 'staffOnPost',
    zh: '在岗人数',
    en: 'Staff on post',
    marks: '8',
    each: '1',
  }),
  inspected('inspectedItems', {
    item: 'laborContracts',
    zh: '劳动合同',
    en: 'Labour contracts',
    marks: '4',
    each: '1',
  }),
  inspected('inspectedItems', {
    item: 'wagesOnTime',
    zh: '工资按时发放',
    en: 'Wages paid on time',
    marks: '10',
    each: '1',
  }),
  inspected('inspectedItems', {
    item: 'cityPartInFull',
    zh: '市级补助足额到人',
    en: 'City part reaches each person in full',
    marks: '8',
    each: '2',
  }),
  inspected('inspectedItems', {
    item: 'socialInsurance',
    zh: '社会保险',
    en: 'Social insurance',
    marks: '5',
    each: '1.25',
  }),
  inspected('inspectedItems', {
    item: 'earmarkedUse',
    zh: '专款专用',
    en: 'Earmarked use',
    marks: '10',
    each: '5',
  }),
  heading('wholeInspection', bilingual('督查总体情况', 'The inspection as a whole'), 'output'),
  leafUnder('wholeInspection', '15', {
    ...computed,
    id: 'inspectionAverage',
    name: bilingual('督查合格率', 'Inspection pass rate'),
    criteria: bilingual(
      '各月督查合格项数之和÷适用项数之和。不适用的项目不计入；非每月检查的项目沿用最近一次结论。达到100%得满分，不足的按比例计分。',
      'Items passed ÷ applicable items, over all months. Items not applicable are left out; items not checked every month keep their last conclusion. Full marks at 100 %, below it in proportion.',
    ),
  }),
];

const BENEFIT: readonly Indicator[] = [
  heading('benefit', bilingual('效益', 'Benefit')),
  leafUnder('benefit', '10', {
    ...computed,
    id: 'rectificationTimeliness',
    name: bilingual('问题整改及时率', 'Findings rectified in time'),
    criteria: bilingual(
      '在期限内整改或者销号的问题数÷到期问题数。达到100%得满分，不足的按比例计分；全年没有到期问题的，不适用。',
      'Findings rectified or closed by their deadline ÷ findings that fell due. Full marks at 100 %, below it in proportion; not applicable where none fell due.',
    ),
  }),
  inspected('benefit', {
    item: 'supervisionGaps',
    zh: '脱管漏管',
    en: 'Gaps in supervision',
    marks: '5',
    each: '1',
  }),
  leafUnder('benefit', '5', {
    id: 'satisfaction',
    name: bilingual('满意度', 'Satisfaction'),
    source: 'evaluator',
    responsible: 'countyJustice',
    rule: { kind: 'evaluator', aggregate: 'mean' },
    criteria: bilingual(
      '评价人员根据司法所和协勤人员的满意度问卷结果打分（0至5分），取平均分；问卷不记名，不收集社区矫正对象个人信息。',
      'Each evaluator marks (0 to 5) on the survey of justice offices and assistants; the mean counts. The survey is anonymous and asks nothing about supervised persons.',
    ),
  }),
];

/**
 * A method led by the monthly inspections (一月一督查, which both program texts name as a basis of next year's split): 过程 20, 产出 60,
 * 效益 20; 80 marks come from the inspections, their completion and the rectification of what they found. Marks are general
 * practice, a setting.
 */
export const INSPECTION_LED: Method = {
  scoreDecimals: 2,
  indicators: [...PROCESS, ...OUTPUT, ...BENEFIT],
};
