import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';
import type { PackCells } from '@yuheng/shared/domain/evaluating/pack-cells';
import { accepted, refusal, refused, type Outcome, type Refusal } from '@yuheng/shared/domain/refusal';
import type { OpenedSheet, OpenedWorkbook } from '../../workbooks/open-workbook';
import {
  columnLetters,
  COLUMNS,
  FORMAT,
  MANIFEST_SHEET,
  REMARK_PARTS,
  remarkColumn,
  sha256Of,
  TYPING_SHEETS,
  type ManifestRow,
  type PackManifest,
} from './pack-layout';

const atFile = (zh: string, en: string): Refusal => refusal('/file', zh, en);

export const NOT_A_PACK = atFile(
  '这不是打分包里的工作簿，或者其中的“玉衡校验”页已被删去；请选择打分包里的原工作簿，或者重新生成打分包，把内容抄入新的工作簿。',
  'This is not the workbook of a pack, or its hidden sheet was removed: choose the workbook of the pack, or make a new pack and copy what you wrote into it.',
);
const EDITED = atFile(
  '工作簿的“玉衡校验”页被手工改动过，无法确认是哪一个打分包，未予带回；请重新生成打分包，把内容抄入新的工作簿。',
  'The hidden sheet of the workbook was edited by hand, so that it is not certain which pack it is of: make a new pack and copy what you wrote into it.',
);
const MOVED = (name: string): Refusal =>
  atFile(
    `工作簿的行、列被增删、移动或者排序过，找不到“${name}”；请恢复原来的次序，或者重新生成打分包，把内容抄入新的工作簿。`,
    `Rows or columns of the workbook were moved or sorted, "${name}" is not in its place: put them back, or make a new pack and copy what you wrote into it.`,
  );

const said = (sheet: OpenedSheet, row: number, column: number): string => {
  const found = sheet.at(row, column);
  return 'text' in found ? found.text : '';
};

/**
 * What a workbook knows of itself; refused at `/file` where it is no workbook of a pack, or its hidden sheet was edited: its
 * hash is no other than the one that the pack was given, which the caller compares with the stored one.
 */
export function readManifest(workbook: OpenedWorkbook): Outcome<{ manifest: PackManifest; sha256: string }> {
  const hidden = workbook.sheets.find(({ name }) => name === MANIFEST_SHEET);
  if (!hidden || said(hidden, 1, 1) !== FORMAT) return refused([NOT_A_PACK]);
  const sha256 = said(hidden, 2, 1);
  let text = '';
  for (let row = 3; row <= hidden.lastRow; row++) text += said(hidden, row, 1);
  if (sha256Of(text) !== sha256) return refused([EDITED]);
  try {
    return accepted({ manifest: JSON.parse(text) as PackManifest, sha256 });
  } catch {
    return refused([EDITED]);
  }
}

export const EDITED_MANIFEST = EDITED;

/** What the boxes of one row say, or what is wrong with a cell of them. */
export interface ReadBoxes {
  readonly sheet: string;
  readonly cell: string;
  readonly cells: PackCells;
  readonly troubles: readonly { readonly cell: string; readonly text: Bilingual }[];
}

const address = (row: number, column: number): string => `${columnLetters(column)}${row}`;

/** Reads the boxes of one row. */
function boxesOf(sheet: OpenedSheet, { row }: ManifestRow, remarks: number): ReadBoxes {
  const columns = [
    COLUMNS.value,
    COLUMNS.second,
    ...Array.from({ length: remarks }, (_, index) =>
      REMARK_PARTS.map((part) => remarkColumn(index, part)),
    ).flat(),
  ];
  const troubles = columns.flatMap((column) => {
    const found = sheet.at(row, column);
    return 'trouble' in found ? [{ cell: address(row, column), text: found.trouble }] : [];
  });
  const at = (column: number): string => said(sheet, row, column);
  const written = Array.from({ length: remarks }, (_, index) => ({
    point: at(remarkColumn(index, 'point')),
    fact: at(remarkColumn(index, 'fact')),
    basis: at(remarkColumn(index, 'basis')),
    page: at(remarkColumn(index, 'page')),
  })).filter(({ point, fact, basis, page }) => point + fact + basis + page !== '');
  return {
    sheet: sheet.name,
    cell: address(row, COLUMNS.value),
    cells: { value: at(COLUMNS.value), second: at(COLUMNS.second), remarks: written },
    troubles,
  };
}

/** How a row is called in the workbook: by these two cells it is known that it stands where it stood. */
export interface RowNames {
  readonly county: string;
  readonly indicator: string;
}

/** The boxes of every row of a pack, in its order; refused at `/file` where a row does not stand where it stood. */
export function readBoxes(
  workbook: OpenedWorkbook,
  { rows, remarks }: PackManifest,
  namesOf: (row: ManifestRow) => RowNames,
): Outcome<readonly ReadBoxes[]> {
  const found: ReadBoxes[] = [];
  for (const row of rows) {
    const sheet = workbook.sheets.find(({ name }) => name === TYPING_SHEETS[row.by]);
    const { county, indicator } = namesOf(row);
    const stands =
      sheet &&
      said(sheet, row.row, COLUMNS.county) === county &&
      said(sheet, row.row, COLUMNS.indicator) === indicator;
    if (!sheet || !stands) return refused([MOVED(`${county} · ${indicator}`)]);
    found.push(boxesOf(sheet, row, remarks));
  }
  return accepted(found);
}

/** The cell of a row that a check means. */
export function cellOfBox(
  { row }: ManifestRow,
  box: 'value' | 'second' | { readonly remark: number; readonly part: (typeof REMARK_PARTS)[number] },
): string {
  if (typeof box === 'object') return address(row, remarkColumn(box.remark, box.part));
  return address(row, COLUMNS[box]);
}

export const beyondReach = (): Bilingual =>
  bilingual(
    '该县（市、区）或者指标已不由您评价（已申报回避、已另行分派或者评分表已锁定），这一行未予填入；请联系主评人。',
    'This county or indicator is not yours any more (a conflict of interest, another assignment, or a locked sheet), so the row is not entered; ask the lead evaluator.',
  );
