import { dayInWords } from '@yuheng/shared/domain/period/day-in-words';
import type { ScoreDesk } from '@yuheng/shared/contract/score-sheets';
import { cellsInLine, cellsOfEntry } from '@yuheng/shared/domain/evaluating/pack-cells';
import { nameOf } from '@yuheng/shared/domain/scoring/method';
import { printNumber } from '@yuheng/shared/domain/scoring/numbers/numeral';
import type { CellLook, PlannedCell, PlannedSheet } from '../../workbooks/write-workbook';
import type { PackedEvidence } from './pack-evidence';
import {
  FORMAT,
  MANIFEST_SHEET,
  manifestText,
  sha256Of,
  TYPING_SHEETS,
  type PackManifest,
} from './pack-layout';
import type { DeskCounty, PackBlock, PackRow } from './pack-rows';
import { WHY_LEFT_OUT } from './personal-evidence';

export const cell = (value: string | number | null, look: CellLook, format?: string): PlannedCell => ({
  value: value === '' ? null : value,
  look,
  ...(format === undefined ? {} : { format }),
});

const STATES: Readonly<Record<DeskCounty['computed'][string]['state'], string>> = {
  scored: '',
  notApplicable: '不适用',
  missing: '缺报',
};
const SHEET_STATES: Readonly<Record<DeskCounty['sheet']['state'], string>> = {
  open: '打分中',
  submitted: '已提交并锁定',
  reopened: '已退回修改',
};

/** The figure that a computed score rests on, or why there is none. */
export function figureOf({ county, leaf }: PackRow): string {
  const computed = county.computed[leaf.id];
  if (!computed) return '';
  return STATES[computed.state] || (computed.actual ?? '');
}

export const lastYearOf = ({
  county,
  leaf,
}: PackRow): { readonly score: string; readonly reason: string } => ({
  score: county.lastYear[leaf.id]?.score ?? '',
  reason: county.lastYear[leaf.id]?.reason ?? '',
});

/** What the pack is, how it is filled in and brought back. */
export function guideSheet(desk: ScoreDesk, manifest: PackManifest, titleText: string): PlannedSheet {
  const lines = [
    `评价办法：${desk.methodName.zh}（第${desk.methodVersion}版）。评价人员：${manifest.evaluator}。`,
    `县（市、区）：${desk.counties.map(({ name }) => name).join('、')}。`,
    `生成日期：${dayInWords(manifest.issuedOn).zh}。最迟带回日期：${dayInWords(manifest.validUntil).zh}，逾期不能带回。`,
    `一、在“${TYPING_SHEETS.people}”表给需人工打分的指标打分；在“${TYPING_SHEETS.program}”表核对系统计算的得分，无误的填“是”。只填浅黄色的单元格。`,
    '二、低于满分的，须写明扣分点、事实、依据和佐证页码；四项缺一项的，带回时该行不予填入。',
    '三、不要增删、移动或者排序行和列，不要填公式，不要改动“玉衡校验”页；改动过的工作簿不能带回。',
    '四、各县（市、区）一页是截至生成日期的情况，供对照，不用填写。',
    '五、佐证材料在打分包的“佐证材料”文件夹中，编号与“佐证清单”一致；含个人信息的不附，请在线查看。',
    '六、现场照片请按县（市、区）和指标放在“照片”文件夹中，返回后在“现场核查”页面上传；不得拍摄被监管人员。',
    '七、带回：在“打分”页面选择本工作簿或者整个打分包，逐行核对后填入；同一行在线上也改过的，由您选择以哪一方为准。',
    '八、带回后仍须在线上提交签名，评分才算完成。',
  ];
  return {
    name: '说明',
    widths: [100],
    rows: [[cell(titleText, 'title')], ...lines.map((line) => [cell(line, 'note')])],
    isLocked: true,
  };
}

const OVERVIEW = ['指标', '分值', '系统取数', '系统得分', '上年得分', '上年扣分说明', '现有填写'];

/** One county through all indicators, as it stood; nothing is written into it. */
export function countySheet(county: DeskCounty, blocks: readonly PackBlock[]): PlannedSheet {
  const rows = blocks.flatMap((block) => block.rows.filter((row) => row.county.id === county.id));
  return {
    name: county.name.replace(/[[\]:*?/\\]/g, '_').slice(0, 31),
    widths: [34, 8, 14, 10, 10, 36, 50],
    rows: [
      [cell(`${county.name}（${SHEET_STATES[county.sheet.state]}）`, 'title')],
      [cell('截至生成日期的情况，供对照，不用填写。', 'note')],
      OVERVIEW.map((heading) => cell(heading, 'heading')),
      ...rows.map((row) => [
        cell(nameOf(row.leaf.indicator).zh, 'given'),
        cell(printNumber(row.leaf.marks), 'given'),
        cell(figureOf(row), 'given'),
        cell(row.seen, 'given'),
        cell(lastYearOf(row).score, 'given'),
        cell(lastYearOf(row).reason, 'given'),
        cell(cellsInLine(cellsOfEntry(row.leaf.indicator, row.entry, row.seen)), 'given'),
      ]),
    ],
    merged: ['A1:G1', 'A2:G2'],
    frozenRows: 3,
    isLocked: true,
  };
}

const EVIDENCE = ['县（市、区）', '文件', '名称', '上传日期', '大小（KB）', '说明'];

/** The documents of the counties: where each lies in the pack, or why it is not there. */
export function evidenceSheet(
  evidence: readonly PackedEvidence[],
  countyName: (county: string) => string,
): PlannedSheet {
  return {
    name: '佐证清单',
    widths: [20, 34, 44, 14, 12, 44],
    rows: [
      [cell('佐证清单', 'title')],
      [
        cell(
          '名称含人员名册、工资、社保等字样或者内容含身份证号的文件不附，名称也不列出，请在线查看。',
          'note',
        ),
      ],
      EVIDENCE.map((heading) => cell(heading, 'heading')),
      ...evidence.map(({ county, path, name, uploadedOn, size, leftOut }) => [
        cell(countyName(county), 'given'),
        cell(leftOut === null ? path : '—', 'given'),
        // A name such as "张三工资表" says of whom the file is: it stays with the file.
        cell(leftOut === null || leftOut === 'tooLarge' ? name : '—', 'given'),
        cell(uploadedOn, 'given'),
        cell(Math.ceil(size / 1024), 'given', '0'),
        cell(leftOut === null ? '已附' : WHY_LEFT_OUT[leftOut], 'given'),
      ]),
    ],
    merged: ['A1:F1', 'A2:F2'],
    frozenRows: 3,
    isLocked: true,
  };
}

/** A cell keeps at most 32,767 characters. */
const CHUNK = 30_000;

/** What the pack knows of itself, by which it is known when it comes back. */
export function manifestSheet(manifest: PackManifest): PlannedSheet {
  const text = manifestText(manifest);
  const chunks = Array.from({ length: Math.ceil(text.length / CHUNK) }, (_, index) =>
    text.slice(index * CHUNK, (index + 1) * CHUNK),
  );
  return {
    name: MANIFEST_SHEET,
    isHidden: true,
    widths: [70],
    rows: [FORMAT, sha256Of(text), ...chunks].map((line) => [cell(line, 'given', '@')]),
    isLocked: true,
  };
}
