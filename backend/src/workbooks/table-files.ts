import type { Table, TableColumn, TableValue } from '@yuheng/shared/contract/tables/table';
import { csvOf } from './csv';
import { writeWorkbook, type PlannedCell } from './write-workbook';

/** Fen as 元 with two decimals, exactly: 123456 is "1234.56". */
function yuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const printed = ({ kind }: TableColumn, value: TableValue): string =>
  value === null ? '' : kind === 'money' ? yuan(Number(value)) : String(value);

/** A table as CSV: its title, its headings, its rows. */
export const tableCsv = ({ title, columns, rows }: Table): string =>
  csvOf([
    [title],
    columns.map(({ heading }) => heading),
    ...rows.map((row) => columns.map((column, index) => printed(column, row[index] ?? null))),
  ]);

/** Numbers are numbers, so that they can be added up; everything else is text, also what begins like a formula. */
function cellOf({ kind }: TableColumn, value: TableValue): PlannedCell {
  if (kind === 'text' || typeof value !== 'number') {
    return { value: value === null ? null : String(value), look: 'given', format: '@' };
  }
  return kind === 'money'
    ? { value: value / 100, look: 'given', format: '#,##0.00' }
    : { value, look: 'given', format: '0' };
}

/** As wide as its longest text, Chinese characters taking two places, within what a page can show. */
const widthOf = (column: TableColumn, values: readonly TableValue[]): number => {
  const places = [column.heading, ...values.map((value) => printed(column, value))].map(
    (text) => text.length + (text.match(/[^\0-\u00ff]/g)?.length ?? 0),
  );
  return Math.min(48, Math.max(8, ...places) + 2);
};

/** A table as a workbook of one sheet; title and headings stay in sight. */
export const tableWorkbook = ({ title, columns, rows }: Table): Promise<Buffer> =>
  writeWorkbook([
    {
      name: '导出',
      widths: columns.map((column, index) =>
        widthOf(
          column,
          rows.map((row) => row[index] ?? null),
        ),
      ),
      rows: [
        [{ value: title, look: 'note' }],
        columns.map(({ heading }) => ({ value: heading, look: 'heading' })),
        ...rows.map((row) => columns.map((column, index) => cellOf(column, row[index] ?? null))),
      ],
      frozenRows: 2,
    },
  ]);
