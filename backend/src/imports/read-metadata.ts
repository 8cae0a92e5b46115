import type { Sheet } from '@yuheng/shared/contract/sheets';
import { accepted, refusal, refused, type Outcome, type Refusal } from '@yuheng/shared/domain/refusal';
import { SHEET_NAMES } from '@yuheng/shared/domain/sheets/other-sheets';
import type { OpenedSheet, OpenedWorkbook } from '../workbooks/open-workbook';
import { titleOf } from './make-sheet-workbook';
import {
  checkValue,
  COLUMNS,
  FORMAT,
  METADATA_KEYS,
  METADATA_SHEET,
  monthInWords,
  type ItemBaseline,
  type StoredItem,
  type WorkbookMetadata,
} from './sheet-layout';

const atFile = (zh: string, en: string): Refusal => refusal('/file', zh, en);

export const NOT_OURS = atFile(
  '这不是从本系统下载的工作簿，或者其中的校验页已被删去；请重新下载本表的工作簿，把数据粘贴进去后再上传。',
  'This workbook was not downloaded here, or its hidden sheet was removed: download the sheet’s workbook again and paste the figures into it.',
);
const CHANGED = atFile(
  '工作簿的校验页被改动过，无法确认是哪一张表；请重新下载本表的工作簿后再填。',
  'The hidden sheet of the workbook was changed, so that it is not certain which sheet it is: download it again.',
);

const text = (sheet: OpenedSheet, row: number, column: number): string => {
  const cell = sheet.at(row, column);
  return 'text' in cell ? cell.text : '';
};

function baselinesOf(hidden: OpenedSheet): ItemBaseline[] {
  const found: ItemBaseline[] = [];
  for (let row = METADATA_KEYS.length + 3; text(hidden, row, 1) === 'item' && found.length < 100; row++) {
    found.push({
      item: text(hidden, row, 2),
      row: Number(text(hidden, row, 3)),
      version: Number(text(hidden, row, 4)),
      answer: text(hidden, row, 5),
    });
  }
  return found;
}

/** Why a workbook is not of this sheet: its own county, month, kind or program is another, or its template an older one. */
function otherSheet(metadata: WorkbookMetadata, sheet: Sheet): Refusal | null {
  const wanted = titleOf(sheet);
  if (metadata.county !== sheet.county) {
    return atFile(
      `工作簿是其他县（市、区）的，不能填入${wanted}；请上传本县（市、区）的工作簿。`,
      `The workbook is of another county and cannot be taken into this sheet; upload the one of this county.`,
    );
  }
  if (metadata.kind !== sheet.kind || metadata.program !== sheet.program || metadata.month !== sheet.month) {
    const kind = SHEET_NAMES[metadata.kind as keyof typeof SHEET_NAMES]?.zh ?? '其他表';
    return atFile(
      `工作簿是${monthInWords(metadata.month)}的${kind}，不能填入${wanted}；请打开对应的表再上传。`,
      `The workbook is the ${metadata.kind} sheet of ${metadata.month}, not this one; open that sheet and upload it there.`,
    );
  }
  if (metadata.templateVersion === String(sheet.templateVersion)) return null;
  return atFile(
    `工作簿用的是第${metadata.templateVersion}版表样，本表现为第${sheet.templateVersion}版；请重新下载后把数据填入新表。`,
    `The workbook follows version ${metadata.templateVersion} of the template, the sheet version ${sheet.templateVersion}: download it again.`,
  );
}

/** What each item said when the workbook was made; refused at `/file` where it is not a workbook of this sheet. */
export function readMetadata(workbook: OpenedWorkbook, sheet: Sheet): Outcome<readonly ItemBaseline[]> {
  const hidden = workbook.sheets.find(({ name }) => name === METADATA_SHEET);
  if (!hidden || text(hidden, 1, 2) !== FORMAT) return refused([NOT_OURS]);
  const [program = '', kind = '', county = '', month = '', templateVersion = ''] = METADATA_KEYS.map(
    (_, index) => text(hidden, index + 2, 2),
  );
  const metadata = { program, kind, county, month, templateVersion };
  const baselines = baselinesOf(hidden);
  if (text(hidden, METADATA_KEYS.length + 2, 2) !== checkValue(metadata, baselines))
    return refused([CHANGED]);
  const other = otherSheet(metadata, sheet);
  return other ? refused([other]) : accepted(baselines);
}

/** Rows that do not stand where the download put them; null where all do. */
export function movedRows(
  table: OpenedSheet,
  items: readonly StoredItem[],
  baselines: readonly ItemBaseline[],
): Refusal | null {
  const moved = items.find((item) => {
    const row = baselines.find((one) => one.item === item.id)?.row;
    return row === undefined || text(table, row, COLUMNS.name) !== item.name.zh;
  });
  return moved
    ? atFile(
        `工作簿的行、列被增删或移动过，找不到“${moved.name.zh}”；请重新下载后填写，不要增删行、列。`,
        `Rows or columns of the workbook were moved, "${moved.name.en}" is not in its place: download it again and leave them as they are.`,
      )
    : null;
}
