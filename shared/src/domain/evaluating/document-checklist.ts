import type { IndicatorSource, Method } from '../scoring/method';
import { nameOf } from '../scoring/method';

/** One line of the 资料清单: a document, and the indicator whose facts it proves; null where it is asked of every county. */
export interface AskedDocument {
  readonly indicator: string | null;
  readonly title: string;
}

/** Asked of every county, whatever the method. */
const ALWAYS: readonly string[] = [
  '专项资金管理制度、财务管理制度',
  '绩效目标申报表和单位自评表',
  '本年度工作总结和有关会议纪要',
];

/** What proves the indicators of the presets. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  executionRateOfReceipts: ['专项资金明细账和支出凭证'],
  executionRateOfBudget: ['专项资金明细账和支出凭证'],
  earmarkedUse: ['专项资金银行账户流水'],
  filingTimeliness: ['实施方案、经费拨付文件及报备回执'],
  socialInsuranceCoverage: ['社会保险缴费凭证和参保人员名单'],
  onPostRate: ['协勤人员花名册、劳动合同（聘用协议）'],
  wageTimeliness: ['工资发放表和银行代发回单'],
  cityPartPassedOn: ['工资发放表和银行代发回单'],
  inspectionAverage: ['各月督查表及整改材料'],
  rectificationTimeliness: ['问题整改台账和销号材料'],
  implementationBenefit: ['协勤人员工作记录、培训记录'],
  satisfaction: ['满意度问卷原件和统计表'],
};

const BY_SOURCE: Readonly<Record<IndicatorSource, string>> = {
  metric: '数据来源凭证',
  inspection: '督查记录及整改材料',
  selfReport: '自报数据的佐证材料',
  evaluator: '有关工作记录和证明材料',
};

/**
 * The list that is proposed before a visit: what every county is asked for, then one document for each leaf of the method in
 * its order. A document that proves several indicators stands once, at the first of them.
 */
export function proposedDocuments({ indicators }: Method): readonly AskedDocument[] {
  const parents = new Set(indicators.map(({ parent }) => parent));
  const leaves = indicators.filter(({ id }) => !parents.has(id));
  const asked = leaves.flatMap((leaf) => {
    const titles = KNOWN[leaf.id] ?? [`“${nameOf(leaf).zh}”${BY_SOURCE[leaf.source ?? 'evaluator']}`];
    return titles.map((title) => ({ indicator: leaf.id, title }));
  });
  const all: AskedDocument[] = [...ALWAYS.map((title) => ({ indicator: null, title })), ...asked];
  return all.filter((one, place) => all.findIndex(({ title }) => title === one.title) === place);
}
