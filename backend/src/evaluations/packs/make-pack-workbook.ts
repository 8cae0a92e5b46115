import type { ScoreDesk } from '@yuheng/shared/contract/score-sheets';
import { cellsOfEntry } from '@yuheng/shared/domain/evaluating/pack-cells';
import type { MarkedBy } from '@yuheng/shared/domain/evaluating/score-entry';
import type { CompiledMethod } from '@yuheng/shared/domain/scoring/compile-method';
import { inBothLanguages, nameOf } from '@yuheng/shared/domain/scoring/method';
import { printNumber } from '@yuheng/shared/domain/scoring/numbers/numeral';
import { writeWorkbook, type PlannedCell, type PlannedSheet } from '../../workbooks/write-workbook';
import { boxRules, howToEnter } from './how-to-enter';
import type { PackedEvidence } from './pack-evidence';
import { columnLetters, COLUMNS, REMARK_PARTS, TYPING_SHEETS, type PackManifest } from './pack-layout';
import type { PackBlock, PackRow } from './pack-rows';
import {
  cell,
  countySheet,
  evidenceSheet,
  figureOf,
  guideSheet,
  lastYearOf,
  manifestSheet,
} from './pack-sheets';

/** All that a workbook of a pack is made from. */
export interface PackContent {
  readonly desk: ScoreDesk;
  readonly method: CompiledMethod;
  readonly blocks: readonly PackBlock[];
  readonly manifest: PackManifest;
  readonly evidence: readonly PackedEvidence[];
  readonly title: string;
}

const HEADINGS: Readonly<Record<MarkedBy, readonly string[]>> = {
  people: ['县（市、区）', '指标', '分值', '上年得分', '上年扣分说明', '填写', '补充填写'],
  program: ['县（市、区）', '指标', '系统取数', '系统得分', '上年得分', '确认', '另行给分'],
};
const REMARK_HEADINGS = ['扣分点', '事实', '依据', '佐证页码'];
const NOTES: Readonly<Record<MarkedBy, string>> = {
  people: '只填浅黄色的单元格；低于满分的写明扣分点、事实、依据和佐证页码。',
  program: '逐行核对系统得分，无误的在“确认”填“是”；另行给分的写明扣分点、事实、依据和佐证页码。',
};
const PLAIN = /^-?\d+(?:\.\d+)?$/;

function givenCells({ by, row, ...rest }: PackRow): PlannedCell[] {
  const one: PackRow = { by, row, ...rest };
  const { score, reason } = lastYearOf(one);
  const name = nameOf(one.leaf.indicator).zh;
  const beside =
    by === 'people' ? [printNumber(one.leaf.marks), score, reason] : [figureOf(one), one.seen ?? '', score];
  return [one.county.name, name, ...beside].map((text) => cell(text, 'given'));
}

/** A number stands as one, so that it can be added up beside the table; everything else is text. */
function box(text: string, isLocked: boolean): PlannedCell {
  const look = isLocked ? 'given' : 'answer';
  return PLAIN.test(text) ? cell(Number(text), look, 'General') : cell(text, look, 'General');
}

function boxes({ leaf, entry, seen, isLocked }: PackRow, groups: number): PlannedCell[] {
  const { value, second, remarks } = cellsOfEntry(leaf.indicator, entry, seen);
  const written = Array.from({ length: groups }, (_, index) =>
    REMARK_PARTS.map((part) => cell(remarks[index]?.[part] ?? '', isLocked ? 'given' : 'answer', '@')),
  );
  return [box(value, isLocked), box(second, isLocked), ...written.flat()];
}

const headingOf = (method: CompiledMethod, { leaf }: PackBlock): string => {
  const { criteria } = leaf.indicator;
  const said = criteria === undefined ? '' : `${inBothLanguages(criteria).zh} `;
  return `${nameOf(leaf.indicator).zh}（${printNumber(leaf.marks)}分）：${said}${howToEnter(method, leaf)}。`;
};

function typingSheet(by: MarkedBy, { method, blocks, manifest, title }: PackContent): PlannedSheet {
  const own = blocks.filter((block) => block.by === by);
  const remarks = Array.from({ length: manifest.remarks }, (_, index) =>
    REMARK_HEADINGS.map((heading) => (index === 0 ? heading : `${heading}${index + 1}`)),
  ).flat();
  const last = columnLetters(COLUMNS.firstRemark - 1 + remarks.length);
  const rules = own.map(({ leaf, headingRow, rows }) => {
    const range = (column: number): string =>
      `${columnLetters(column)}${headingRow + 1}:${columnLetters(column)}${headingRow + rows.length}`;
    return boxRules(leaf, range(COLUMNS.value), range(COLUMNS.second));
  });
  return {
    name: TYPING_SHEETS[by],
    widths: [18, 26, 10, 10, by === 'people' ? 24 : 10, 12, 14, ...remarks.map(() => 20)],
    rows: [
      [cell(title, 'title')],
      [cell(NOTES[by], 'note')],
      [...HEADINGS[by], ...remarks].map((heading) => cell(heading, 'heading')),
      ...own.flatMap((block) => [
        [cell(headingOf(method, block), 'heading')],
        ...block.rows.map((row) => [...givenCells(row), ...boxes(row, manifest.remarks)]),
      ]),
    ],
    merged: [
      `A1:${last}1`,
      `A2:${last}2`,
      ...own.map(({ headingRow }) => `A${headingRow}:${last}${headingRow}`),
    ],
    lists: rules.flatMap(({ lists }) => lists),
    numbers: rules.flatMap(({ numbers }) => numbers),
    frozenRows: 3,
    isLocked: true,
  };
}

/**
 * The workbook of a pack: one indicator across the counties for typing, each county through all indicators for reading, the
 * list of its documents, and, hidden, what it knows of itself. No formulas, no macros; protected against slips.
 */
export function makePackWorkbook(content: PackContent): Promise<Buffer> {
  const { desk, blocks, manifest, evidence, title } = content;
  const name = (id: string): string => desk.counties.find((one) => one.id === id)?.name ?? id;
  const typed = (['people', 'program'] as const).filter((by) => blocks.some((block) => block.by === by));
  return writeWorkbook([
    guideSheet(desk, manifest, title),
    ...typed.map((by) => typingSheet(by, content)),
    ...desk.counties.map((county) => countySheet(county, blocks)),
    evidenceSheet(evidence, name),
    manifestSheet(manifest),
  ]);
}
