import type { EvaluatorRule, IndicatorSource, ProportionalRule, ResponsibleOffice, Rule } from '../method';

/** The words that stand for a rule, a source and an office in the official table; each is read back by the same word. */
export const RULE_WORDS: Readonly<Record<Rule['kind'], string>> = {
  proportional: '比例计分',
  steps: '分档计分',
  bands: '等级评定',
  elements: '要素计分',
  yesNo: '是否条件',
  deduction: '扣分',
  evaluator: '评价人员打分',
  veto: '负面清单',
};

export const DIRECTION_WORDS: Readonly<Record<ProportionalRule['direction'], string>> = {
  atLeast: '≥',
  atMost: '≤',
  exactly: '=',
};

export const AGGREGATE_WORDS: Readonly<Record<EvaluatorRule['aggregate'], string>> = {
  mean: '取平均分',
  median: '取中位数',
  trimmedMean: '去掉最高分和最低分后取平均分',
};

export const SOURCE_CELLS: Readonly<Record<IndicatorSource, string>> = {
  metric: '系统取数',
  inspection: '督查结论',
  selfReport: '单位自报',
  evaluator: '评价人员',
};

export const OFFICE_CELLS: Readonly<Record<ResponsibleOffice, string>> = {
  city: '市级',
  countyFinance: '县级财政局',
  countyJustice: '县级司法局',
  thirdParty: '第三方',
};

/** 指标值 of a rule that takes the target issued to the county. */
export const GOAL_WORD = '下达的绩效目标';

/** Which key of a record has this word; null: none. */
export function keyOf<Key extends string>(words: Readonly<Record<Key, string>>, word: string): Key | null {
  const keys = Object.keys(words) as Key[];
  return keys.find((key) => words[key] === word) ?? null;
}
