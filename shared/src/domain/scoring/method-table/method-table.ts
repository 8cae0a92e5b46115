import { inBothLanguages } from '../method';
import type { Indicator, Method } from '../method';
import { ruleCells } from './rule-cells';
import { OFFICE_CELLS, SOURCE_CELLS } from './rule-words';

/** What a row says besides the names of its levels, by the heading of its column. */
export const COLUMNS = {
  nature: '指标性质',
  target: '指标值',
  unit: '单位',
  marks: '分值',
  criteria: '评分标准',
  kind: '计分规则',
  parameters: '规则参数',
  source: '数据来源',
  item: '督查项目',
  responsible: '责任单位',
  path: '编号',
  names: '英文名称',
  englishUnit: '英文单位',
  englishCriteria: '英文评分标准',
} as const;
export type MethodColumn = keyof typeof COLUMNS;

/** One row of the official table: an indicator without any below it, under the names of those above. */
export interface MethodRow {
  /** 一级指标 first; the last one is the indicator's own. Empty where it bears no name. */
  readonly levels: readonly string[];
  readonly cells: Readonly<Record<MethodColumn, string>>;
}

const DIGITS = '一二三四五六七八九';
/** 一级指标, 二级指标, …; from the tenth on 10级指标. */
export const levelHeading = (level: number): string => `${DIGITS[level - 1] ?? level}级指标`;
/** The official table has three levels, whether they are used or not. */
export const LEAST_LEVELS = 3;

/** A method whose list runs as its tree is read: each indicator before what is below it, brothers in their order. */
export function inTreeOrder(method: Method): Method {
  const below = new Map<string | undefined, Indicator[]>();
  const ids = new Set(method.indicators.map(({ id }) => id));
  for (const one of method.indicators) {
    // What names a parent that does not exist stands at the root, so that nothing is lost.
    const parent = one.parent !== undefined && ids.has(one.parent) ? one.parent : undefined;
    below.set(parent, [...(below.get(parent) ?? []), one]);
  }
  const ordered: Indicator[] = [];
  const walk = (parent: string | undefined): void => {
    for (const one of below.get(parent) ?? []) {
      ordered.push(one);
      walk(one.id);
    }
  };
  walk(undefined);
  const reached = new Set(ordered);
  return { ...method, indicators: [...ordered, ...method.indicators.filter((one) => !reached.has(one))] };
}

/** Stands for the English name of a level that has none, where others have one. */
export const NO_ENGLISH = '-';

/** What stands in the column of the one language, and of the other; a plain text stands in the first alone. */
function apart(text: Indicator['name']): readonly [string, string] {
  if (text === undefined) return ['', ''];
  return typeof text === 'string' ? [text, ''] : [text.zh, text.en];
}

/** One a line, a stroke for a level without one; nothing where no level has one. */
function englishNames(chain: readonly Indicator[]): string {
  const names = chain.map(({ name }) => apart(name)[1]);
  return names.every((name) => name === '') ? '' : names.map((name) => name || NO_ENGLISH).join('\n');
}

function rowOf(chain: readonly Indicator[], leaf: Indicator): MethodRow {
  const [unit, englishUnit] = apart(leaf.unit);
  const [criteria, englishCriteria] = apart(leaf.criteria);
  return {
    levels: chain.map(({ name }) => (name === undefined ? '' : inBothLanguages(name).zh)),
    cells: {
      ...ruleCells(leaf.rule),
      unit,
      marks: leaf.marks === undefined ? '' : String(leaf.marks),
      criteria,
      source: leaf.source ? SOURCE_CELLS[leaf.source] : '',
      item: leaf.inspectionItem ?? '',
      responsible: leaf.responsible ? OFFICE_CELLS[leaf.responsible] : '',
      path: chain.map(({ id }) => id).join('/'),
      names: englishNames(chain),
      englishUnit,
      englishCriteria,
    },
  };
}

/**
 * A method as the official table says it (一级指标 二级指标 三级指标 指标性质 指标值 单位 分值 评分标准 …): one row an indicator without
 * any below it, in the order of the tree. A heading says its name and its id; what else it carried is not of the table.
 * The tree has no cycle.
 */
export function methodRows(method: Method): readonly MethodRow[] {
  const { indicators } = inTreeOrder(method);
  const byId = new Map(indicators.map((one) => [one.id, one]));
  const parents = new Set(indicators.map((one) => one.parent));
  return indicators
    .filter((one) => !parents.has(one.id))
    .map((leaf) => {
      const chain = [leaf];
      for (let up = leaf.parent; up !== undefined; up = chain[0]?.parent) {
        const above = byId.get(up);
        if (!above || chain.includes(above)) break;
        chain.unshift(above);
      }
      return rowOf(chain, leaf);
    });
}
