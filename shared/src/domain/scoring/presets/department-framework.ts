import { bilingual } from '../../bilingual';
import type { Indicator, Method } from '../method';
import { FRAMEWORK_DECISION } from './framework-decision';
import { FRAMEWORK_PROCESS } from './framework-process';
import { FRAMEWORK_RESULTS } from './framework-results';

/** 负面清单（重大违规降档）: without the document number of audit, finance supervision or discipline it is a doubt and moves no mark. */
const SERIOUS_VIOLATION: Indicator = {
  id: 'seriousViolation',
  name: bilingual('负面清单（重大违规降档）', 'Serious violation'),
  marks: '0',
  source: 'evaluator',
  responsible: 'countyJustice',
  rule: { kind: 'veto', capTotal: '59.99' },
  criteria: bilingual(
    '经审计、财政监督、纪检监察等机关出具文书（须载明文号）认定存在截留、挤占、挪用、骗取资金等重大违规的，总得分最高为59.99分。未经认定的列为疑点，不影响得分。',
    'Where a document of audit, finance supervision or discipline (with its number) finds money withheld, encroached on, diverted or obtained by deceit, the total is 59.99 at most. Without such a document it is a doubt and moves no mark.',
  ),
};

/**
 * 部门评价 in the reference framework of 财预〔2020〕10号 (rules.md section 4): 决策 15, 过程 20, 产出 35, 效益 30, so that 产出+效益 weigh 65
 * percent, and 82 marks are on what the county justice bureau controls. Marks are general practice, a setting.
 */
export const DEPARTMENT_FRAMEWORK: Method = {
  scoreDecimals: 2,
  indicators: [...FRAMEWORK_DECISION, ...FRAMEWORK_PROCESS, ...FRAMEWORK_RESULTS, SERIOUS_VIOLATION],
};
