import { bilingual } from '../../bilingual';
import type { Bilingual } from '../../bilingual';
import { inBothLanguages } from '../method';
import type { Indicator } from '../method';
import { NO_ENGLISH, type MethodColumn, type MethodRow } from './method-table';
import { readRuleCells } from './rule-cells';
import { keyOf, OFFICE_CELLS, SOURCE_CELLS } from './rule-words';

/** A row as it was read; `row` is its number in the sheet. Levels that are blank above a filled one are as in the row above. */
export interface ReadRow extends MethodRow {
  readonly row: number;
}

/** What is wrong in one cell: in which row, in which column (a level by its number), and what to do. */
export interface TableFault {
  readonly row: number;
  readonly column: MethodColumn | number;
  readonly detail: Bilingual;
}

export interface ReadTable {
  readonly indicators: readonly Indicator[];
  /** The row of each indicator, in their order: of a heading the first that names it. */
  readonly rows: readonly number[];
  readonly faults: readonly TableFault[];
}

/** A text in the two columns of its languages; nothing in either is no text. */
const together = (zh: string, en: string): string | Bilingual | undefined =>
  en === '' ? (zh === '' ? undefined : zh) : bilingual(zh, en);

const ID = /^[A-Za-z][A-Za-z0-9-]{0,59}$/;

interface Place {
  readonly id: string;
  readonly parent: string | undefined;
  readonly name: string | Bilingual | undefined;
}

/** Puts rows together to a tree: what has the same id, or below the same heading the same name, is one heading. */
class TableReader {
  readonly indicators: Indicator[] = [];
  readonly rows: number[] = [];
  readonly faults: TableFault[] = [];
  private readonly ids = new Set<string>();
  /** Headings by the id above them and their name. */
  private readonly named = new Map<string, string>();
  private above: readonly Place[] = [];

  /** `taken`: every id that stands anywhere in the table, so that a new indicator gets none of them. */
  constructor(private readonly taken: ReadonlySet<string>) {}

  read(row: ReadRow): void {
    const ids = row.cells.path === '' ? [] : row.cells.path.split('/').map((id) => id.trim());
    const wrong = ids.find((id) => !ID.test(id));
    if (wrong !== undefined) return this.say(row, 'path', WRONG_ID(wrong));
    const names = this.namesOf(row, ids.length);
    if (names.length === 0) return this.say(row, 1, NO_NAME);
    const english = row.cells.names
      .split('\n')
      .map((name) => (name.trim() === NO_ENGLISH ? '' : name.trim()));
    const chain: Place[] = [];
    for (const [level, zh] of names.entries()) {
      const parent = chain.at(-1)?.id;
      const name = together(zh, english[level] ?? '');
      const isLeaf = level === names.length - 1;
      const id = ids[level] ?? (isLeaf ? undefined : this.named.get(headingKey(parent, zh)));
      const place = { id: id ?? this.freeId(), parent, name };
      chain.push(place);
      if (!isLeaf) this.heading(place, { zh, level }, row);
    }
    this.above = chain;
    this.leaf(chain.at(-1) as Place, row);
  }

  /** The names from the first level down; blank ones above a filled one are as in the row above. */
  private namesOf({ levels }: ReadRow, depth: number): string[] {
    const last = Math.max(depth, levels.findLastIndex((name) => name !== '') + 1);
    return Array.from({ length: last }, (_, level) => {
      const own = levels[level] ?? '';
      const before = this.above[level]?.name;
      const inherited = typeof before === 'string' ? before : (before?.zh ?? '');
      return own === '' && depth === 0 && level < last - 1 ? inherited : own;
    });
  }

  private heading(
    place: Place,
    { zh, level }: { readonly zh: string; readonly level: number },
    row: ReadRow,
  ): void {
    const before = this.indicators.find(({ id }) => id === place.id);
    if (before) {
      const name = inBothLanguages(before.name ?? '').zh;
      if (zh !== '' && zh !== name) this.say(row, level + 1, OTHER_NAME(place.id, name));
      return;
    }
    this.named.set(headingKey(place.parent, zh), place.id);
    this.add(headingOf(place), row.row);
  }

  private leaf(place: Place, row: ReadRow): void {
    if (this.ids.has(place.id)) return this.say(row, 'path', TWICE(place.id));
    const { cells } = row;
    const rule = readRuleCells(cells);
    if (rule && 'column' in rule) this.say(row, rule.column, rule.detail);
    const source = this.word(row, 'source', SOURCE_CELLS);
    const responsible = this.word(row, 'responsible', OFFICE_CELLS);
    const unit = together(cells.unit, cells.englishUnit);
    const criteria = together(cells.criteria, cells.englishCriteria);
    this.add(
      {
        ...headingOf(place),
        ...(cells.marks === '' ? {} : { marks: cells.marks }),
        ...(rule && !('column' in rule) ? { rule } : {}),
        ...(unit === undefined ? {} : { unit }),
        ...(source ? { source } : {}),
        ...(cells.item === '' ? {} : { inspectionItem: cells.item }),
        ...(responsible ? { responsible } : {}),
        ...(criteria === undefined ? {} : { criteria }),
      },
      row.row,
    );
  }

  private word<Key extends string>(
    row: ReadRow,
    column: 'source' | 'responsible',
    words: Readonly<Record<Key, string>>,
  ): Key | null {
    const said = row.cells[column];
    const key = said === '' ? null : keyOf(words, said);
    if (said !== '' && !key) this.say(row, column, NO_SUCH_WORD(said, Object.values(words)));
    return key;
  }

  private add(indicator: Indicator, row: number): void {
    this.ids.add(indicator.id);
    this.indicators.push(indicator);
    this.rows.push(row);
  }

  private say({ row }: ReadRow, column: TableFault['column'], detail: Bilingual): void {
    this.faults.push({ row, column, detail });
  }

  private freeId(): string {
    for (let number = this.ids.size + 1; ; number += 1) {
      const id = `indicator${number}`;
      if (!this.ids.has(id) && !this.taken.has(id)) return id;
    }
  }
}

const headingKey = (parent: string | undefined, name: string): string =>
  JSON.stringify([parent ?? null, name]);

const headingOf = ({ id, parent, name }: Place): Indicator => ({
  id,
  ...(parent === undefined ? {} : { parent }),
  ...(name === undefined ? {} : { name }),
});

const NO_NAME = bilingual(
  '这一行没有指标名称，请在一级至三级指标列中填写，或者删去这一行。',
  'The row names no indicator: fill in its name in the columns of the levels, or remove the row.',
);
const WRONG_ID = (id: string): Bilingual =>
  bilingual(
    `编号“${id}”应以字母开头，由1至60个字母、数字或连字符组成，上下级之间用“/”分隔；不清楚的可以留空。`,
    `The id "${id}" must be 1 to 60 letters, digits or hyphens, beginning with a letter; levels are parted by "/". It may be left blank.`,
  );
const TWICE = (id: string): Bilingual =>
  bilingual(
    `编号“${id}”与前面的行重复，请改为唯一的编号，新增的指标可以留空。`,
    `The id "${id}" stands in an earlier row already; give each its own, or leave it blank for a new indicator.`,
  );
const OTHER_NAME = (id: string, name: string): Bilingual =>
  bilingual(
    `编号“${id}”在前面的行中名称是“${name}”，请改为一致，或者改用另一个编号。`,
    `In an earlier row "${id}" is called "${name}"; give it the same name, or another id.`,
  );
const NO_SUCH_WORD = (said: string, words: readonly string[]): Bilingual =>
  bilingual(
    `没有“${said}”这一项，请从下列中选择：${words.join('、')}。`,
    `There is no "${said}" here; choose one of: ${words.join(', ')}.`,
  );

/**
 * Reads the rows of the official table back to indicators: what `methodRows` wrote comes back as it was, in the order of the
 * tree. Rows without an id are new indicators; headings above them are found by their names. What cannot be read is
 * told cell by cell, and no row stops the others from being read.
 */
export function readMethodTable(rows: readonly ReadRow[]): ReadTable {
  const reader = new TableReader(new Set(rows.flatMap(({ cells }) => cells.path.split('/'))));
  for (const row of rows) reader.read(row);
  const { indicators, faults } = reader;
  return { indicators, rows: reader.rows, faults };
}
