import type { Sheet } from '@yuheng/shared/contract/sheets';
import { answerCells, answerInLine } from '@yuheng/shared/domain/imports/answer-cells';
import type { SheetAnswerGiven } from '@yuheng/shared/domain/sheets/sheet';
import { SHEET_NAMES } from '@yuheng/shared/domain/sheets/other-sheets';
import {
  writeWorkbook,
  type ListOfChoices,
  type PlannedCell,
  type PlannedSheet,
} from '../workbooks/write-workbook';
import {
  checkValue,
  FIRST_ITEM_ROW,
  FORMAT,
  METADATA_KEYS,
  METADATA_SHEET,
  monthInWords,
  suggestedAnswer,
  type ItemBaseline,
  type StoredItem,
} from './sheet-layout';

const HEADINGS = ['序号', '项目', '填报要求', '计量单位', '上月', '本月', '结论', '说明'];
const WIDTHS = [6, 24, 44, 10, 18, 20, 12, 36];
const NOTE =
  '只填浅黄色的单元格，不要增删行、列；金额按元填写，没有发生的填0，不适用的在“结论”列选“不适用”并在“说明”列写明原因；不要填公式。';

const cell = (value: string | number | null, look: PlannedCell['look'], format?: string): PlannedCell => ({
  value,
  look,
  ...(format === undefined ? {} : { format }),
});

/** Only what was said, without who and when. */
export const answerOf = (current: SheetAnswerGiven | null): SheetAnswerGiven | null =>
  current && {
    state: current.state,
    value: current.value,
    conclusion: current.conclusion,
    reason: current.reason,
  };

/** What stands in the cells of an item: what was said, else what the program knows. */
const shownAnswer = ({ current, suggested }: StoredItem): SheetAnswerGiven | null =>
  answerOf(current) ?? suggestedAnswer(suggested);

/** Money and counts are numbers in the cells, so that they can be added up beside the table; days and words are text. */
function valueCell({ answer, unit }: StoredItem, printed: string): PlannedCell {
  const takesNone = answer === 'conclusion' && unit === undefined;
  if (takesNone) return cell('—', 'given');
  const formats: Readonly<Record<string, string>> = { money: '#,##0.00', count: '0', conclusion: 'General' };
  const format = formats[answer];
  if (format === undefined) return cell(printed === '' ? null : printed, 'answer', '@');
  return cell(printed === '' ? null : Number(printed.replaceAll(',', '')), 'answer', format);
}

function itemRow(item: StoredItem, index: number): PlannedCell[] {
  const printed = answerCells(item, shownAnswer(item));
  const earlier = item.carried ?? item.lastMonth;
  const before = earlier ? answerInLine(item, { ...earlier, reason: null }) : '';
  const carried = item.carried ? `${before}（沿用${monthInWords(item.carried.month)}）` : before;
  return [
    cell(index + 1, 'given'),
    cell(item.name.zh, 'given'),
    cell(item.criteria?.zh ?? '', 'given'),
    cell(item.answer === 'money' ? '元' : (item.unit?.zh ?? ''), 'given'),
    cell(carried, 'given'),
    valueCell(item, printed.value),
    cell(printed.conclusion === '' ? null : printed.conclusion, 'answer', '@'),
    cell(printed.reason === '' ? null : printed.reason, 'answer', '@'),
  ];
}

/** The choices of the column 结论: ranges of neighbouring items with the same ones. */
function listsOf(items: readonly StoredItem[]): ListOfChoices[] {
  const lists: { first: number; last: number; choices: readonly string[] }[] = [];
  for (const [index, { answer }] of items.entries()) {
    const row = FIRST_ITEM_ROW + index;
    const choices = answer === 'conclusion' ? ['合格', '不合格', '不适用'] : ['不适用'];
    const open = lists.at(-1);
    if (open && open.choices.length === choices.length) open.last = row;
    else lists.push({ first: row, last: row, choices });
  }
  return lists.map(({ first, last, choices }) => ({ range: `G${first}:G${last}`, choices }));
}

/** What a sheet is called, on its page and as a file. */
export const titleOf = (sheet: Pick<Sheet, 'countyName' | 'month' | 'kind'>): string =>
  `${sheet.countyName}${monthInWords(sheet.month)}${SHEET_NAMES[sheet.kind].zh}`;

function metadataSheet(sheet: Sheet): PlannedSheet {
  const metadata = { ...sheet, templateVersion: String(sheet.templateVersion) };
  const baselines = sheet.items.map((item, index): ItemBaseline => ({
    item: item.id,
    row: FIRST_ITEM_ROW + index,
    version: item.current?.version ?? 0,
    answer: JSON.stringify(shownAnswer(item)),
  }));
  const text = (value: string): PlannedCell => cell(value, 'given', '@');
  return {
    name: METADATA_SHEET,
    isHidden: true,
    isLocked: true,
    widths: [20, 20, 10, 10, 60],
    rows: [
      [text('format'), text(FORMAT)],
      ...METADATA_KEYS.map((key) => [text(key), text(metadata[key])]),
      [text('check'), text(checkValue(metadata, baselines))],
      ...baselines.map(({ item, row, version, answer }) =>
        ['item', item, String(row), String(version), answer].map(text),
      ),
    ],
  };
}

/** A sheet as a workbook to be filled in: what is known stands in it, what is to be chosen is a list, the rest is locked. */
export function makeSheetWorkbook(sheet: Sheet): Promise<Buffer> {
  const demonstration = sheet.demonstration ? '（演示数据）' : '';
  const main: PlannedSheet = {
    name: SHEET_NAMES[sheet.kind].zh,
    widths: WIDTHS,
    rows: [
      [cell(`${titleOf(sheet)}${demonstration}`, 'title')],
      [cell(NOTE, 'note')],
      HEADINGS.map((heading) => cell(heading, 'heading')),
      ...sheet.items.map(itemRow),
    ],
    merged: ['A1:H1', 'A2:H2'],
    lists: listsOf(sheet.items),
    frozenRows: FIRST_ITEM_ROW - 1,
    isLocked: true,
  };
  return writeWorkbook([main, metadataSheet(sheet)]);
}
