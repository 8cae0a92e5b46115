import type { Sheet } from '@yuheng/shared/contract/sheets';
import type { SheetAnswerGiven } from '@yuheng/shared/domain/sheets/sheet';
import { createHash } from 'node:crypto';

/** How a sheet lies in its workbook: one row an item, the three cells to be filled beside each other. */
export const FORMAT = 'yuheng-sheet-1';
export const METADATA_SHEET = '玉衡校验';
export const FIRST_ITEM_ROW = 4;
export const COLUMNS = {
  number: 1,
  name: 2,
  criteria: 3,
  unit: 4,
  lastMonth: 5,
  value: 6,
  conclusion: 7,
  reason: 8,
};
/** Where a check of an answer points to. */
export const CELL_OF_POINTER: Readonly<Record<string, string>> = {
  '/value': 'F',
  '/conclusion': 'G',
  '/reason': 'H',
};

/** "2026-02" as 2026年2月. */
export const monthInWords = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;

export type StoredItem = Sheet['items'][number];

/** What a workbook knows of itself, in its hidden sheet. */
export interface WorkbookMetadata {
  readonly program: string;
  readonly kind: string;
  readonly county: string;
  readonly month: string;
  readonly templateVersion: string;
}

/** What stood in the cells of an item when the workbook was made, as JSON, and its version; 0: nobody had said it. */
export interface ItemBaseline {
  readonly item: string;
  readonly row: number;
  readonly version: number;
  readonly answer: string;
}

export const METADATA_KEYS = ['program', 'kind', 'county', 'month', 'templateVersion'] as const;

/** 校验码: tells that somebody changed the hidden sheet by hand; it is no signature. */
export const checkValue = (metadata: WorkbookMetadata, baselines: readonly ItemBaseline[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        FORMAT,
        METADATA_KEYS.map((key) => metadata[key]),
        baselines.map(({ item, row, version, answer }) => [item, row, version, answer]),
      ]),
    )
    .digest('hex')
    .slice(0, 16);

/** A figure that the program knows, as somebody would report it. */
export const suggestedAnswer = (suggested: string | null): SheetAnswerGiven | null =>
  suggested === null ? null : { state: 'reported', value: suggested, conclusion: null, reason: null };
