import type { MethodDefinition } from '@yuheng/shared/contract/evaluation-methods';
import {
  COLUMNS,
  LEAST_LEVELS,
  levelHeading,
  methodRows,
  type MethodColumn,
  type MethodRow,
} from '@yuheng/shared/domain/scoring/method-table/method-table';
import {
  OFFICE_CELLS,
  RULE_WORDS,
  SOURCE_CELLS,
} from '@yuheng/shared/domain/scoring/method-table/rule-words';
import { writeWorkbook, type PlannedCell, type PlannedSheet } from '../workbooks/write-workbook';

export const TABLE_SHEET = '指标体系';
export const SETTINGS_SHEET = '办法设置';
export const HEADING_ROW = 3;

/** The settings of a method as a whole, by their words. */
export const SETTING_WORDS = {
  scoreDecimals: '得分小数位数',
  statedMarks: '总分',
  notApplicableWithin: '不适用指标的折算范围',
} as const;
export const WITHIN_WORDS = { method: '全部指标', parent: '同一上级指标' } as const;

const NOTE =
  '一行一项末级指标，上级指标名称相同的归为一项；新增指标的编号可以留空。计分规则、数据来源、责任单位请从列表中选择；规则参数每行一项，写法见已有的行。';
const WIDTHS: Readonly<Record<MethodColumn, number>> = {
  nature: 9,
  target: 12,
  unit: 8,
  marks: 8,
  criteria: 52,
  kind: 14,
  parameters: 30,
  source: 12,
  item: 14,
  responsible: 14,
  path: 30,
  names: 30,
  englishUnit: 12,
  englishCriteria: 52,
};
const KEYS = Object.keys(COLUMNS) as MethodColumn[];

const cell = (value: string, look: PlannedCell['look']): PlannedCell => ({
  value: value === '' ? null : value,
  look,
  format: '@',
});

export const columnLetter = (column: number): string =>
  column > 26
    ? `${columnLetter(Math.trunc((column - 1) / 26))}${columnLetter(((column - 1) % 26) + 1)}`
    : String.fromCharCode(64 + column);

/** Neighbouring rows below one heading: its cell stands once over them, as an official table prints it. */
function mergedRanges(rows: readonly MethodRow[], levels: number): string[] {
  const headingOf = ({ cells, levels: own }: MethodRow, level: number): string | null =>
    level < own.length - 1
      ? cells.path
          .split('/')
          .slice(0, level + 1)
          .join('/')
      : null;
  return Array.from({ length: levels }, (_, level) => level).flatMap((level) => {
    const ranges: string[] = [];
    for (let from = 0; from < rows.length;) {
      const heading = headingOf(rows[from] as MethodRow, level);
      let to = from;
      while (
        heading !== null &&
        to + 1 < rows.length &&
        headingOf(rows[to + 1] as MethodRow, level) === heading
      ) {
        to += 1;
      }
      const letter = columnLetter(level + 1);
      if (to > from) ranges.push(`${letter}${from + HEADING_ROW + 1}:${letter}${to + HEADING_ROW + 1}`);
      from = to + 1;
    }
    return ranges;
  });
}

function tableSheet(title: string, rows: readonly MethodRow[]): PlannedSheet {
  const levels = Math.max(LEAST_LEVELS, ...rows.map((row) => row.levels.length));
  const last = columnLetter(levels + KEYS.length);
  const choicesOf = (key: MethodColumn, words: Readonly<Record<string, string>>) => {
    const letter = columnLetter(levels + KEYS.indexOf(key) + 1);
    const bottom = HEADING_ROW + Math.max(rows.length, 1) + 60;
    return { range: `${letter}${HEADING_ROW + 1}:${letter}${bottom}`, choices: Object.values(words) };
  };
  return {
    name: TABLE_SHEET,
    widths: [...Array.from({ length: levels }, () => 18), ...KEYS.map((key) => WIDTHS[key])],
    rows: [
      [cell(title, 'title')],
      [cell(NOTE, 'note')],
      [
        ...Array.from({ length: levels }, (_, level) => cell(levelHeading(level + 1), 'heading')),
        ...KEYS.map((key) => cell(COLUMNS[key], 'heading')),
      ],
      ...rows.map((row) => [
        ...Array.from({ length: levels }, (_, level) => cell(row.levels[level] ?? '', 'answer')),
        ...KEYS.map((key) => cell(row.cells[key], 'answer')),
      ]),
    ],
    merged: [`A1:${last}1`, `A2:${last}2`, ...mergedRanges(rows, levels)],
    lists: [
      choicesOf('kind', RULE_WORDS),
      choicesOf('source', SOURCE_CELLS),
      choicesOf('responsible', OFFICE_CELLS),
    ],
    frozenRows: HEADING_ROW,
  };
}

function settingsSheet({ scoreDecimals, statedMarks, notApplicableWithin }: MethodDefinition): PlannedSheet {
  const line = (word: string, value: string): PlannedCell[] => [cell(word, 'given'), cell(value, 'answer')];
  return {
    name: SETTINGS_SHEET,
    widths: [28, 20],
    rows: [
      [cell('项目', 'heading'), cell('内容', 'heading')],
      line(SETTING_WORDS.scoreDecimals, scoreDecimals === undefined ? '' : String(scoreDecimals)),
      line(SETTING_WORDS.statedMarks, statedMarks ?? ''),
      line(
        SETTING_WORDS.notApplicableWithin,
        notApplicableWithin === undefined ? '' : WITHIN_WORDS[notApplicableWithin],
      ),
    ],
    lists: [{ range: 'B4:B4', choices: Object.values(WITHIN_WORDS) }],
  };
}

/** A method as a workbook in the official layout, in which all of it can be changed and read back. */
export const methodWorkbook = (title: string, definition: MethodDefinition): Promise<Buffer> =>
  writeWorkbook([tableSheet(title, methodRows(definition)), settingsSheet(definition)]);
