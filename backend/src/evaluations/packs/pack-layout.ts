import { canonicalJson, type CanonicalValue } from '@yuheng/shared/domain/canonical-json';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { MarkedBy, Remark } from '@yuheng/shared/domain/evaluating/score-entry';
import { createHash } from 'node:crypto';

/** How the workbook of a pack lies: one sheet for what people mark, one for what is computed, one row a county. */
export const FORMAT = 'yuheng-pack-1';
export const MANIFEST_SHEET = '玉衡校验';
export const TYPING_SHEETS: Readonly<Record<MarkedBy, string>> = { people: '打分', program: '系统计算' };
export const WORKBOOK_NAME = '打分工作簿.xlsx';
export const EVIDENCE_FOLDER = '佐证材料';
export const PHOTO_FOLDER = '照片';

export const FIRST_ROW = 4;
export const COLUMNS = { county: 1, indicator: 2, value: 6, second: 7, firstRemark: 8 };
export const REMARK_PARTS = ['point', 'fact', 'basis', 'page'] as const satisfies readonly (keyof Remark)[];

/** "A" for 1, "AB" for 28. */
export const columnLetters = (column: number): string =>
  (column > 26 ? columnLetters(Math.floor((column - 1) / 26)) : '') +
  String.fromCharCode(65 + ((column - 1) % 26));

export const remarkColumn = (remark: number, part: keyof Remark): number =>
  COLUMNS.firstRemark + remark * REMARK_PARTS.length + REMARK_PARTS.indexOf(part);

/** Where one county and indicator stands, and what was stored when the pack was made. */
export interface ManifestRow {
  readonly by: MarkedBy;
  readonly row: number;
  readonly county: string;
  readonly indicator: string;
  /** Of the entry; 0: nothing was entered. */
  readonly version: number;
  /** The computed score that the row shows. */
  readonly seen: string | null;
}

/** What a pack knows of itself; it holds no mark. */
export interface PackManifest {
  readonly format: typeof FORMAT;
  readonly pack: string;
  readonly round: string;
  readonly methodVersion: number;
  readonly methodSha256: string;
  readonly evaluator: string;
  readonly counties: readonly string[];
  readonly issuedOn: IsoDate;
  readonly validUntil: IsoDate;
  /** So many remarks have boxes. */
  readonly remarks: number;
  readonly rows: readonly ManifestRow[];
}

export const manifestText = (manifest: PackManifest): string =>
  canonicalJson(manifest as unknown as CanonicalValue);

export const sha256Of = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');
