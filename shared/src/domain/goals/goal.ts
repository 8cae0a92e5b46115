import type { Bilingual } from '../bilingual';
import type { RateCode } from '../metrics/metric';
import type { Fen } from '../money/fen';

/** 二级指标 of the official 项目支出绩效目标表, each under its 一级指标. */
export const GOAL_KINDS = {
  quantity: 'output',
  quality: 'output',
  timeliness: 'output',
  cost: 'cost',
  economic: 'benefit',
  social: 'benefit',
  ecological: 'benefit',
  sustainable: 'benefit',
  satisfaction: 'satisfaction',
} as const;
export type GoalKind = keyof typeof GOAL_KINDS;
export type GoalGroup = (typeof GOAL_KINDS)[GoalKind];

/** 指标性质: ≥, ≤, =, or 定性, which says in words what is to be reached. */
export type GoalRelation = 'atLeast' | 'atMost' | 'exactly' | 'qualitative';

/** One line of the table (三级指标). */
export interface GoalIndicator {
  /** Letters, digits and hyphens, unique in its table. */
  readonly id: string;
  readonly kind: GoalKind;
  readonly name: string;
  readonly relation: GoalRelation;
  /** 指标值: a decimal such as `95`; for a qualitative one words such as `制度健全`. */
  readonly value: string;
  /** 计量单位; empty for a qualitative one. */
  readonly unit: string;
  /** From what the program reads what was reached; null: the county reports it. */
  readonly metric: GoalMetric | null;
}

/** A rate of the catalogue, or a count that the facts hold themselves. */
export type GoalMetric = RateCode | 'personMonthsOnPost' | 'cityPartPerPersonMonth';

/** 年度资金总额 and of what it is made. */
export interface GoalFunds {
  readonly total: Fen;
  readonly cityGrant: Fen;
  readonly countyPart: Fen;
  readonly other: Fen;
}

/** 项目支出绩效目标表 of one program, county and year. */
export interface GoalTable {
  readonly funds: GoalFunds;
  /** 年度总体目标, in words. */
  readonly objective: string;
  readonly indicators: readonly GoalIndicator[];
}

export const GROUP_NAMES: Readonly<Record<GoalGroup, Bilingual>> = {
  output: { zh: '产出指标', en: 'Output' },
  cost: { zh: '成本指标', en: 'Cost' },
  benefit: { zh: '效益指标', en: 'Benefit' },
  satisfaction: { zh: '满意度指标', en: 'Satisfaction' },
};

export const KIND_NAMES: Readonly<Record<GoalKind, Bilingual>> = {
  quantity: { zh: '数量指标', en: 'Quantity' },
  quality: { zh: '质量指标', en: 'Quality' },
  timeliness: { zh: '时效指标', en: 'Timeliness' },
  cost: { zh: '成本指标', en: 'Cost' },
  economic: { zh: '经济效益指标', en: 'Economic benefit' },
  social: { zh: '社会效益指标', en: 'Social benefit' },
  ecological: { zh: '生态效益指标', en: 'Ecological benefit' },
  sustainable: { zh: '可持续影响指标', en: 'Lasting effect' },
  satisfaction: { zh: '服务对象满意度指标', en: 'Satisfaction of those served' },
};

export const RELATION_SIGNS: Readonly<Record<GoalRelation, Bilingual>> = {
  atLeast: { zh: '≥', en: '≥' },
  atMost: { zh: '≤', en: '≤' },
  exactly: { zh: '＝', en: '=' },
  qualitative: { zh: '定性', en: 'in words' },
};
