import { bilingual } from '../../bilingual';
import type { Indicator } from '../method';
import { BY_ELEMENTS, elementsRule } from './elements-rule';
import { heading, leafUnder } from './leaf-under';

/**
 * 过程, 20 marks, with the reference indicators of 财预〔2020〕10号 (rules.md section 4). Here 预算执行率 is spent ÷ received, unlike the
 * one of the self-evaluation. Wording after common practice [K]: a setting.
 */
export const FRAMEWORK_PROCESS: readonly Indicator[] = [
  heading('process', bilingual('过程', 'Process')),
  heading('moneyManagement', bilingual('资金管理', 'Management of the money'), 'process'),
  leafUnder('moneyManagement', '3', {
    id: 'receivedShare',
    name: bilingual('资金到位率', 'Share of the money received'),
    unit: bilingual('%', '%'),
    source: 'evaluator',
    responsible: 'city',
    rule: { kind: 'proportional', target: '100', direction: 'atLeast' },
    criteria: bilingual(
      '实际到位资金÷预算安排资金，以指标文件和到位凭证为准。达到100%得满分，不足的按比例计分。资金由市级下达，本项不计入县（市、区）的资金分配测算。',
      'Money received ÷ money budgeted, by the issuing documents and vouchers. Full marks at 100 %, below it in proportion. The city issues the money, so this does not enter the allocation.',
    ),
  }),
  leafUnder('moneyManagement', '5', {
    id: 'executionRateOfReceipts',
    name: bilingual('预算执行率', 'Execution rate of receipts'),
    unit: bilingual('%', '%'),
    source: 'metric',
    responsible: 'countyJustice',
    rule: { kind: 'proportional', target: '100', direction: 'atLeast' },
    criteria: bilingual(
      '已支出的市级补助（含已归垫的县级垫付）÷实际到位资金。达到100%得满分，不足的按比例计分；尚未归垫的垫付不计为支出。',
      'City part spent (settled advances included) ÷ money received. Full marks at 100 %, below it in proportion; an advance not yet settled is not spending.',
    ),
  }),
  leafUnder('moneyManagement', '5', {
    id: 'earmarkedUse',
    name: bilingual('资金使用合规性', 'Money used as the rules require'),
    source: 'metric',
    responsible: 'countyJustice',
    rule: { kind: 'yesNo' },
    criteria: bilingual(
      '资金单独核算，只用于协勤人员工资，没有截留、挤占、挪用、虚列支出。已审核的督查中“专款专用”均未判定不合格的，得满分；有不合格的，不得分。疑点未核实的不影响得分。',
      'The money is accounted for apart, used for the assistants’ wages only, and none is withheld, encroached on, diverted or falsely booked. Full marks unless the item failed in an approved inspection; a doubt that is not verified moves no mark.',
    ),
  }),
  heading('organisation', bilingual('组织实施', 'Organisation'), 'process'),
  leafUnder('organisation', '3', {
    id: 'rulesInPlace',
    name: bilingual('管理制度健全性', 'Rules are in place'),
    source: 'evaluator',
    responsible: 'countyJustice',
    rule: elementsRule(
      [
        'moneyRules',
        '1.5',
        '制定或者具有资金管理制度，内容合法、完整',
        'there are lawful and complete rules for the money',
      ],
      [
        'staffRules',
        '1.5',
        '制定或者具有协勤人员招聘、考勤、培训和考核制度',
        'there are rules for hiring, attendance, training and appraisal of assistants',
      ],
    ),
    criteria: BY_ELEMENTS,
  }),
  leafUnder('organisation', '4', {
    id: 'rulesFollowed',
    name: bilingual('制度执行有效性', 'Rules are followed'),
    source: 'evaluator',
    responsible: 'countyJustice',
    rule: elementsRule(
      ['filed', '1', '实施方案和经费拨付文件按规定备案', 'plan and transfer document were filed as required'],
      [
        'contracts',
        '1',
        '与协勤人员签订劳动合同（协议）并在有效期内',
        'every assistant has a contract in force',
      ],
      [
        'records',
        '1',
        '花名册、工资发放和考勤培训资料齐全并归档',
        'rosters, wage and training records are complete and archived',
      ],
      ['rectified', '1', '督查发现的问题按期整改', 'findings of inspections were rectified in time'],
    ),
    criteria: BY_ELEMENTS,
  }),
];
