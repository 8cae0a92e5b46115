import type { Bilingual } from '../../bilingual';
import type { Fen } from '../../money/fen';

/** 达成, 部分达成, 未达成: how far what can only be said in words was reached. */
export const ATTAINMENTS = ['achieved', 'partly', 'notAchieved'] as const;
export type Attainment = (typeof ATTAINMENTS)[number];

/** The line of the money stands before those of the goals, under the code of its metric. */
export const EXECUTION = 'executionRateOfBudget';

/** What the county writes of one line of its table of goals, or of the money’s (`EXECUTION`). */
export interface SelfEvaluationAnswer {
  readonly indicator: string;
  /** What was reached of what no figure tells: a decimal in the line’s unit, or words where the goal is words. */
  readonly actual: string | null;
  /** Of a goal in words only. */
  readonly attainment: Attainment | null;
  /** Of a goal in words: percent of its marks, within its band. */
  readonly percent: string | null;
  /** 偏差原因分析及改进措施; empty where there is nothing to explain. */
  readonly reason: string;
}

/** One line with its score. Scores have two decimals. */
export interface SelfEvaluationLine {
  /** Of the table of goals, or `EXECUTION`. */
  readonly indicator: string;
  readonly marks: string;
  /** As printed, two decimals at most, or words; null: nothing is known. */
  readonly actual: string | null;
  /** The program knows it; the county does not type it. */
  readonly fromFigures: boolean;
  /** null: cannot be computed yet, or left out. */
  readonly score: string | null;
  readonly state: 'scored' | 'notApplicable' | 'missing';
  /** Short of its value, or far above it: the county says why. */
  readonly needsReason: boolean;
  readonly note: Bilingual | null;
}

/** 项目支出绩效自评表: what the program fills in and computes. */
export interface SelfEvaluation {
  /** 年初预算数, 全年预算数, 全年执行数, of the city's money. */
  readonly initialBudget: Fen;
  readonly adjustedBudget: Fen;
  readonly spent: Fen;
  /** First 预算执行率, in percent of the adjusted budget; then the lines of the table of goals in its order. */
  readonly lines: readonly SelfEvaluationLine[];
  /** null while a line is missing. */
  readonly total: string | null;
}
