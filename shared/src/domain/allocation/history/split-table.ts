import type { Bilingual } from '../../bilingual';
import type { Fen } from '../../money/fen';
import type { ProgramId } from '../../publications/official-text';

/** The columns of a table of splits by their headings, in the order of the template. */
export const SPLIT_COLUMNS = {
  year: '年度',
  county: '县（市、区）',
  program: '项目',
  posts: '名额',
  amount: '金额（元）',
  source: '来源',
} as const;
export type SplitColumn = keyof typeof SPLIT_COLUMNS;
export const SPLIT_COLUMN_IDS = Object.keys(SPLIT_COLUMNS) as SplitColumn[];

/** What a row may name a program, as the template offers it. */
export const PROGRAM_WORDS: Readonly<Record<ProgramId, string>> = {
  assistants: '协勤人员经费',
  mediation: '人民调解“一案一补”经费',
};

/** 名额: 12,000 元 a year (glossary). */
export const FEN_PER_POST = 1_200_000;

/** One row as its cells print it. */
export interface SplitCells {
  /** 1-based row of the sheet. */
  readonly row: number;
  readonly cells: Readonly<Record<SplitColumn, string>>;
}

/** One amount of a year's split. */
export interface SplitTableRow {
  readonly row: number;
  readonly year: number;
  readonly program: ProgramId;
  readonly county: string;
  readonly fen: Fen;
  /** Null: the table does not say it. */
  readonly posts: number | null;
  readonly source: string;
}

/** What is said of one cell: a fault, or what was understood on the way. */
export interface SplitTableRemark {
  readonly row: number;
  readonly column: SplitColumn;
  readonly detail: Bilingual;
}

export interface ReadSplitTable {
  /** In the order of the sheet; complete only where there is no fault. */
  readonly rows: readonly SplitTableRow[];
  readonly notes: readonly SplitTableRemark[];
  /** Every one of them, by row; a table with one is not loaded. */
  readonly faults: readonly SplitTableRemark[];
}
