import { bilingual, type Bilingual } from '../../bilingual';
import { fen, type Fen, type MoneyUnit } from '../../money/fen';
import { accepted, refusal, refused, type Outcome } from '../../refusal';
import { moneyUnitOfHeading, readMoney } from '../read-figure';
import { repeatedRows, totalContradicts } from './sum-wage-list';
import {
  understandColumns,
  unitOfLine,
  WAGE_AMOUNTS,
  type WageAmount,
  type WageColumn,
  type WageField,
} from './wage-columns';
import { readWageRow, type WageListOf, type WageRow } from './wage-row';

/** What a cell of a list says, or why it cannot be taken. */
export interface ListCell {
  readonly text: string;
  readonly trouble?: Bilingual;
  /** The first cell of the merged ones that this belongs to, where it is another: "B5". */
  readonly mergedFrom?: string;
}

/** The rows of one sheet from its first on, and their cells from column A on; what is empty may be absent. */
export type ListGrid = readonly (readonly (ListCell | undefined)[])[];

/** Where the table of a list begins, and what its columns are taken for. */
export interface WageHeadings {
  /** Counted from 1. */
  readonly row: number;
  readonly columns: readonly WageColumn[];
  /** Of a line above, "单位：万元"; null: none. */
  readonly unit: MoneyUnit | null;
}

export interface SaidAtCell {
  /** "D7". */
  readonly cell: string;
  readonly text: Bilingual;
}

export interface ReadWageList {
  readonly rows: readonly WageRow[];
  readonly errors: readonly SaidAtCell[];
  /** What was understood where a cell was not plain, once each, at the first cell that says so. */
  readonly understood: readonly SaidAtCell[];
}

/** Headings stand in the first rows, below a title and who made the list. */
const LAST_HEADING_ROW = 15;
const TOTAL = /^(?:合计|总计|小计|共计)/;
/** What stands for several rows where cells are merged: a place, a day, a source; never a person and no amount. */
const MAY_BE_SHARED: ReadonlySet<WageField> = new Set(['county', 'month', 'paidOn', 'source', 'ignored']);

/** A column as workbooks print it: 1 is A, 28 is AB. */
export function columnLetters(column: number): string {
  const rest = (column - 1) % 26;
  const before = (column - 1 - rest) / 26;
  return `${before > 0 ? columnLetters(before) : ''}${String.fromCharCode(65 + rest)}`;
}

/**
 * Finds the headings: the row, among the first fifteen, of which the most is understood; of two alike the lower one,
 * because headings in two lines print the parts below. Refused at `/file` where fewer than two are understood.
 */
export function findHeadings(
  grid: ListGrid,
  remembered: ReadonlyMap<string, WageField>,
): Outcome<WageHeadings> {
  let best: { row: number; columns: readonly WageColumn[]; understood: number } | null = null;
  for (const [index, cells] of grid.slice(0, LAST_HEADING_ROW).entries()) {
    const headings = cells.flatMap((cell, column) =>
      cell ? [{ column: column + 1, heading: cell.text }] : [],
    );
    const columns = understandColumns(headings, remembered);
    const understood =
      headings.length === 0
        ? 0
        : understandColumns(distinct(headings), remembered).filter(({ field }) => field !== null).length;
    if (understood >= 2 && understood >= (best?.understood ?? 0))
      best = { row: index + 1, columns, understood };
  }
  if (best === null) return refused([NO_HEADINGS]);
  const above = grid.slice(0, best.row - 1).flat();
  const unit = above.map((cell) => (cell ? unitOfLine(cell.text) : null)).find((one) => one !== null) ?? null;
  return accepted({ row: best.row, columns: best.columns, unit });
}

/** Merged cells say the same over and over; counted once. */
const distinct = (headings: readonly { readonly column: number; readonly heading: string }[]) =>
  headings.filter((one, index) => headings.findIndex(({ heading }) => heading === one.heading) === index);

const NO_HEADINGS = refusal(
  '/file',
  '没有找到表头：前15行里须有一行写明“姓名”“身份证号”“市级补助”等列名，请补上后再上传。',
  'No headings were found: one of the first 15 rows has to name columns such as 姓名, 身份证号, 市级补助.',
);

/** The units of the columns of money: what the heading says, else the line above, else 元. */
export const unitsOf = ({ columns, unit }: WageHeadings): ReadonlyMap<WageField, MoneyUnit> =>
  new Map(
    columns.flatMap(({ field, heading }) =>
      isAmount(field) ? [[field, moneyUnitOfHeading(heading) ?? unit ?? '元'] as const] : [],
    ),
  );

const isAmount = (field: WageField | null): field is WageAmount => WAGE_AMOUNTS.some((one) => one === field);

/** Reads the rows below the headings; with the lines of totals held against them, and nobody listed twice. */
export function readWageList(
  grid: ListGrid,
  headings: WageHeadings,
  list: Omit<WageListOf, 'units'>,
): ReadWageList {
  const reader = new WageListReader(headings, { ...list, units: unitsOf(headings) });
  for (const [offset, cells] of grid.slice(headings.row).entries())
    reader.take(headings.row + 1 + offset, cells);
  return reader.read();
}

/** Goes down a list, with the sums so far. */
class WageListReader {
  private readonly columns: ReadonlyMap<WageField, number>;
  private readonly rows: WageRow[] = [];
  private readonly errors: SaidAtCell[] = [];
  private readonly understood = new Map<string, SaidAtCell>();
  /** Of every column of money since the beginning, and since the last 小计; null: a cell of it could not be read. */
  private readonly sums = { all: new Map<WageAmount, Fen | null>(), part: new Map<WageAmount, Fen | null>() };

  constructor(
    headings: WageHeadings,
    private readonly list: WageListOf,
  ) {
    this.columns = new Map(
      headings.columns.flatMap(({ field, column }) =>
        field === null || field === 'ignored' ? [] : [[field, column] as const],
      ),
    );
  }

  take(row: number, cells: readonly (ListCell | undefined)[]): void {
    const first = cells.find((cell) => cell !== undefined && cell.text !== '')?.text.replace(/\s/g, '') ?? '';
    if (TOTAL.test(first)) this.takeTotal(row, cells, first.startsWith('小计'));
    else if (this.isPerson(cells)) this.takePerson(row, cells);
  }

  read(): ReadWageList {
    const repeated = repeatedRows(this.rows).map(({ row, text }) => this.at(row, 'identityNumber', text));
    return {
      rows: this.rows,
      errors: [...this.errors, ...repeated],
      understood: [...this.understood.values()],
    };
  }

  private at(row: number, field: WageField, text: Bilingual): SaidAtCell {
    // One amount with its source stands in the column of the amount.
    const column = this.columns.get(field) ?? this.columns.get('amount') ?? 1;
    return { cell: `${columnLetters(column)}${row}`, text };
  }

  /** A line without a number and an amount is a remark or a signature. */
  private isPerson(cells: readonly (ListCell | undefined)[]): boolean {
    return (['identityNumber', ...WAGE_AMOUNTS] as const).some((field) => {
      const cell = this.cellOf(cells, field);
      return cell !== undefined && (cell.text !== '' || cell.trouble !== undefined);
    });
  }

  private cellOf(cells: readonly (ListCell | undefined)[], field: WageField): ListCell | undefined {
    const column = this.columns.get(field);
    return column === undefined ? undefined : cells[column - 1];
  }

  private takePerson(row: number, cells: readonly (ListCell | undefined)[]): void {
    const texts = new Map<WageField, string>();
    let isUnreadable = false;
    for (const field of this.columns.keys()) {
      const cell = this.cellOf(cells, field);
      const trouble =
        cell?.trouble ?? (cell?.mergedFrom && !MAY_BE_SHARED.has(field) ? MERGED(cell.mergedFrom) : null);
      if (trouble) {
        this.errors.push(this.at(row, field, trouble));
        isUnreadable = true;
      } else if (cell?.mergedFrom) this.note(row, field, SHARED);
      texts.set(field, cell?.text ?? '');
    }
    if (isUnreadable) return this.spoil();
    const read = readWageRow(row, texts, this.list);
    this.errors.push(...read.errors.map(({ field, text }) => this.at(row, field, text)));
    for (const { field, text } of read.understood) this.note(row, field, text);
    if (read.row === null) return this.spoil();
    this.rows.push(read.row);
    for (const field of WAGE_AMOUNTS) if (this.columns.has(field)) this.add(field, texts.get(field) ?? '');
  }

  private note(row: number, field: WageField, text: Bilingual): void {
    if (!this.understood.has(text.zh)) this.understood.set(text.zh, this.at(row, field, text));
  }

  private add(field: WageAmount, text: string): void {
    const value = text === '' ? fen(0) : this.money(field, text);
    for (const sums of [this.sums.all, this.sums.part]) {
      const before = sums.has(field) ? (sums.get(field) ?? null) : fen(0);
      sums.set(field, before === null || value === null ? null : fen(before + value));
    }
  }

  private money(field: WageAmount, text: string): Fen | null {
    const outcome = readMoney(text, this.list.units.get(field) ?? '元', '');
    return outcome.ok ? outcome.value.value : null;
  }

  /** A row that cannot be read leaves nothing to hold a total against: its own errors are enough. */
  private spoil(): void {
    for (const field of WAGE_AMOUNTS) {
      this.sums.all.set(field, null);
      this.sums.part.set(field, null);
    }
  }

  private takeTotal(row: number, cells: readonly (ListCell | undefined)[], isPart: boolean): void {
    const sums = isPart ? this.sums.part : this.sums.all;
    for (const field of WAGE_AMOUNTS) {
      const cell = this.cellOf(cells, field);
      const sum = sums.has(field) ? sums.get(field) : fen(0);
      if (cell?.trouble) this.errors.push(this.at(row, field, cell.trouble));
      else if (cell && cell.text !== '' && !TOTAL.test(cell.text.replace(/\s/g, ''))) {
        this.compare(row, field, { text: cell.text, sum: sum ?? null });
      }
    }
    if (isPart) this.sums.part.clear();
  }

  private compare(row: number, field: WageAmount, { text, sum }: { text: string; sum: Fen | null }): void {
    const outcome = readMoney(text, this.list.units.get(field) ?? '元', '');
    const said = outcome.ok
      ? [sum === null ? null : totalContradicts(outcome.value.value, sum)]
      : outcome.refusals.map(({ detail }) => detail);
    for (const one of said) if (one) this.errors.push(this.at(row, field, one));
  }
}

const MERGED = (from: string): Bilingual =>
  bilingual(
    `与${from}合并成了一个单元格，分不清是谁的；请取消合并，逐人填写。`,
    `It is merged with ${from}, so that it is not clear whose it is: split the cells and fill in each person's own.`,
  );
const SHARED = bilingual(
  '合并的单元格按第一格的内容读取。',
  'Merged cells are read as the first of them says.',
);
