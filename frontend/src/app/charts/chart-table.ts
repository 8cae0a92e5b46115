/** The data of a chart as a table: what is read aloud, what is shown instead of the picture, what is exported. */
export interface ChartTable {
  readonly columns: readonly string[];
  /** Formatted cells; one row for each item that the keyboard cursor steps through. The first cell names the row. */
  readonly rows: readonly (readonly string[])[];
}

const NUMBER = /^[-−]?\d[\d,]*(\.\d+)?%?$/;

/** A number loses its separators; text that a spreadsheet would take for a formula gets an apostrophe before it. */
function csvCell(cell: string): string {
  if (NUMBER.test(cell)) return cell.replaceAll(',', '').replace('−', '-');
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** CSV as Excel reads it: UTF-8 with a byte order mark, CRLF; the notes (title, day, 演示数据) stand above the table. */
export function toCsv(table: ChartTable, notes: readonly string[]): string {
  const lines = [notes, ...[table.columns, ...table.rows]];
  return `\ufeff${lines.map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`;
}
