import type { DutyBasis } from './duty-rule';

/** Clauses of the two published texts, word for word. A year's text is the basis from that year on. */
const OF_2022 = { document: '玉溪市司法局2022年预算重点领域财政项目文本', year: 2022, until: null } as const;
const OF_2025 = { document: '玉溪市司法局2025年预算重点领域财政项目文本', year: 2025, until: null } as const;

/** Years of the texts that are known: a basis of an older one says that the newer ones do not repeat it. */
export const TEXT_YEARS: readonly number[] = [OF_2022.year, OF_2025.year];

export const ISSUE_2022: DutyBasis = {
  ...OF_2022,
  clause: '五、项目实施内容',
  quotation: '由玉溪市财政局每年年初根据申报情况将经费直接下达到各县（市、区）',
  statesTerm: false,
};
export const ISSUE_2025: DutyBasis = {
  ...OF_2025,
  clause: '五、项目实施内容（一）2',
  quotation: '由玉溪市财政局每年年初根据申报情况将经费直接下达到各县（市、区）',
  statesTerm: false,
};
export const PASS_ON_2022: DutyBasis = {
  ...OF_2022,
  clause: '三、项目实施单位',
  quotation: '各县区财政局在收到市对下专项转移支付资金时，及时将资金拨付到县区司法局',
  statesTerm: false,
};
export const PASS_ON_2025: DutyBasis = {
  ...OF_2025,
  clause: '七、项目实施计划（一）',
  quotation: '各县（市、区）财政局在收到项目资金后，及时将资金拨付到司法局',
  statesTerm: false,
};
export const FILING_2022: DutyBasis = {
  ...OF_2022,
  clause: '五、项目实施内容',
  quotation:
    '县区财政局及县区司法局在收到上级资金1个月内，将实施方案和经费拨付文件分别报市司法局和市财政局备案',
  statesTerm: true,
};
export const INSPECTION_2022: DutyBasis = {
  ...OF_2022,
  clause: '五、项目实施内容',
  quotation:
    '从2016年5月开始实行一月一督查管理制度，对各县（市、区）的资金使用情况进行跟踪监控和监督检查，确保专项资金专项使用',
  statesTerm: false,
};
export const MONITORING_2025: DutyBasis = {
  ...OF_2025,
  clause: '五、项目实施内容（一）3',
  quotation: '对各县（市、区）的资金使用情况进行跟踪监控和监督检查，确保资金专项使用',
  statesTerm: false,
};
export const METHOD_2022: DutyBasis = {
  ...OF_2022,
  clause: '五、项目实施内容',
  quotation: '年终，由玉溪市财政局、市司法局研究制定专项资金绩效评价办法',
  statesTerm: false,
};
export const METHOD_2025: DutyBasis = {
  ...OF_2025,
  clause: '五、项目实施内容（一）4',
  quotation: '年终，由玉溪市财政局、市司法局研究制定专项资金绩效评价办法',
  statesTerm: false,
};
export const CLAIMS_2025: DutyBasis = {
  ...OF_2025,
  clause: '五、项目实施内容（二）2',
  quotation: '各人民调解委员会在每季度第三个月底前，将调解案卷及《人民调解个案补贴申报表》报辖区司法所',
  statesTerm: true,
};
export const PAYOUT_2025: DutyBasis = {
  ...OF_2025,
  clause: '五、项目实施内容（二）2',
  quotation: '案件补贴经审核认定后，由县(市、区)司法行政部门分别在当年的6月底前和12月底前发放',
  statesTerm: true,
};
