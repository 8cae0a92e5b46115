import { bilingual } from '../../bilingual';
import type { Bilingual } from '../../bilingual';
import type { Method } from '../method';
import { DEPARTMENT_FRAMEWORK } from './department-framework';
import { INSPECTION_LED } from './inspection-led';
import type { MethodPresetId } from './preset-ids';
import { SELF_EVALUATION } from './self-evaluation';
import { SELF_EVALUATION_WITH_COST } from './self-evaluation-with-cost';

/** A method to begin with: complete, ready to be published or changed. */
export interface MethodPreset {
  readonly id: MethodPresetId;
  readonly name: Bilingual;
  readonly description: Bilingual;
  readonly method: Method;
}

/**
 * The methods that an officer may begin a new one from, for the assistants' fund, each of 100 marks. Which documents they
 * follow stands beside each; their marks and wording are defaults, never law.
 */
export const METHOD_PRESETS: readonly MethodPreset[] = [
  {
    id: 'selfEvaluation',
    name: bilingual('单位自评', 'Self-evaluation'),
    description: bilingual(
      '预算执行率10分、产出50分、效益30分、满意度10分，对照下达的绩效目标填报；参照财预〔2020〕10号的单位自评权重。',
      'Budget execution 10, output 50, benefit 30, satisfaction 10, reported against the issued goals; the weights of Caiyu [2020] No. 10 for self-evaluations.',
    ),
    method: SELF_EVALUATION,
  },
  {
    id: 'selfEvaluationWithCost',
    name: bilingual('单位自评（含成本指标）', 'Self-evaluation with cost'),
    description: bilingual(
      '成本20分、产出40分、效益20分、满意度10分、预算执行率10分，对照下达的绩效目标填报；参照财预〔2021〕101号。',
      'Cost 20, output 40, benefit 20, satisfaction 10, budget execution 10, reported against the issued goals; after Caiyu [2021] No. 101.',
    ),
    method: SELF_EVALUATION_WITH_COST,
  },
  {
    id: 'departmentFramework',
    name: bilingual('部门评价（决策、过程、产出、效益）', 'Department evaluation'),
    description: bilingual(
      '决策15分、过程20分、产出35分、效益30分，另设负面清单；参照财预〔2020〕10号的指标体系框架。决策和资金到位率由市级负责，不计入资金分配测算。',
      'Decision 15, process 20, output 35, benefit 30, and a veto; after the framework of Caiyu [2020] No. 10. The city answers for the decision and for the money received, which do not enter the allocation.',
    ),
    method: DEPARTMENT_FRAMEWORK,
  },
  {
    id: 'inspectionLed',
    name: bilingual('以月度督查为主', 'Led by the monthly inspection'),
    description: bilingual(
      '过程20分、产出60分、效益20分，其中80分取自月度督查的结论、完成情况和问题整改；适合以日常督查作为主要评价依据的年度。',
      'Process 20, output 60, benefit 20; 80 of the marks come from the conclusions of the monthly inspections, their completion and the rectification of findings. For a year that rests its evaluation on them.',
    ),
    method: INSPECTION_LED,
  },
];
