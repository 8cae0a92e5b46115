import { bilingual } from '../../bilingual';
import type { Indicator } from '../method';
import { BY_ELEMENTS, elementsRule } from './elements-rule';
import { heading, leafUnder } from './leaf-under';

/** Project, goals and budget are set by the city: no county answers for them, and none of it enters the allocation. */
const judged = { source: 'evaluator', responsible: 'city', criteria: BY_ELEMENTS } as const;

/**
 * 决策, 15 marks, with the reference indicators of 财预〔2020〕10号 (rules.md section 4). The elements are worded after common
 * practice [K]: a setting.
 */
export const FRAMEWORK_DECISION: readonly Indicator[] = [
  heading('decision', bilingual('决策', 'Decision')),
  heading('projectDecision', bilingual('项目立项', 'Project'), 'decision'),
  leafUnder('projectDecision', '3', {
    ...judged,
    id: 'projectBasis',
    name: bilingual('立项依据充分性', 'Basis of the project'),
    rule: elementsRule(
      ['policy', '1', '符合国家法律法规和相关政策', 'it accords with laws and policies'],
      ['duty', '1', '与部门职责相符，属于部门履职所需', 'it belongs to the duties of the department'],
      [
        'publicFinance',
        '1',
        '属于公共财政支持范围，与同类项目不重复',
        'it is a matter for public money and repeats no similar project',
      ],
    ),
  }),
  leafUnder('projectDecision', '2', {
    ...judged,
    id: 'projectProcedure',
    name: bilingual('立项程序规范性', 'Procedure of the project'),
    rule: elementsRule(
      [
        'applied',
        '1',
        '按照规定的程序申请设立，审批文件齐全',
        'applied for as prescribed, all approvals there',
      ],
      [
        'appraised',
        '1',
        '事前经过必要的论证、绩效评估和集体决策',
        'appraised beforehand as needed and decided collectively',
      ],
    ),
  }),
  heading('goals', bilingual('绩效目标', 'Performance goals'), 'decision'),
  leafUnder('goals', '3', {
    ...judged,
    id: 'goalsReasonable',
    name: bilingual('绩效目标合理性', 'Goals are reasonable'),
    rule: elementsRule(
      [
        'relevant',
        '1',
        '设有绩效目标，与实际工作内容相关',
        'there are goals, and they concern the actual work',
      ],
      [
        'usualLevel',
        '1',
        '预期产出和效益符合正常的业绩水平',
        'expected output and benefit are of a usual level',
      ],
      ['matchesMoney', '1', '与预算确定的资金量相匹配', 'they match the money of the budget'],
    ),
  }),
  leafUnder('goals', '2', {
    ...judged,
    id: 'goalsClear',
    name: bilingual('绩效指标明确性', 'Indicators are clear'),
    rule: elementsRule(
      [
        'measurable',
        '1',
        '绩效目标细化为清晰、可衡量的绩效指标',
        'the goals are broken down into clear, measurable indicators',
      ],
      [
        'matchesTasks',
        '1',
        '指标值与目标任务数、计划数相对应',
        'their values correspond to the tasks planned',
      ],
    ),
  }),
  heading('funding', bilingual('资金投入', 'Funding'), 'decision'),
  leafUnder('funding', '3', {
    ...judged,
    id: 'budgetSound',
    name: bilingual('预算编制科学性', 'Budget is sound'),
    rule: elementsRule(
      ['reasoned', '1', '预算编制经过论证，内容与项目内容匹配', 'it was reasoned and matches the project'],
      [
        'byStandard',
        '1',
        '测算依据充分，按照标准编制',
        'it was computed on sufficient grounds, by standards',
      ],
      ['matchesWork', '1', '预算额度与工作任务相匹配', 'its amount matches the work'],
    ),
  }),
  leafUnder('funding', '2', {
    ...judged,
    id: 'distributionReasonable',
    name: bilingual('资金分配合理性', 'Distribution is reasonable'),
    rule: elementsRule(
      ['grounded', '1', '资金分配依据充分、方法明确', 'it rests on sufficient grounds and a stated method'],
      [
        'fitsCounty',
        '1',
        '分配额度合理，与县（市、区）工作量相适应',
        'amounts are reasonable and fit the workload of each county',
      ],
    ),
  }),
];
