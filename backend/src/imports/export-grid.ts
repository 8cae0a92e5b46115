import type { SheetGrid } from '@yuheng/shared/contract/sheets';
import { addMonths, yearMonth, type YearMonth } from '@yuheng/shared/domain/period/year-month';
import { csvOf } from '../workbooks/csv';
import { writeWorkbook, type PlannedCell } from '../workbooks/write-workbook';
import { KIND_NAMES, monthInWords } from './sheet-layout';

type GridSheet = SheetGrid['counties'][number]['sheets'][number];

const STAGES: Readonly<Record<GridSheet['stage'], string>> = {
  notDue: '未到期',
  open: '待填',
  submitted: '已报送',
  returned: '已退回',
  approved: '已审核',
  reopened: '重新开放',
};
const MARKS: Readonly<Partial<Record<GridSheet['state'], string>>> = {
  late: '（迟报）',
  missing: '（缺报）',
};

/** As the page prints a sheet: its stage, with late or missing beside it. */
const inWords = ({ stage, state }: GridSheet): string => `${STAGES[stage]}${MARKS[state] ?? ''}`;

function monthsOf({ from, to }: SheetGrid): YearMonth[] {
  const months: YearMonth[] = [];
  for (let month = yearMonth(from); month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
}

export interface GridTable {
  readonly title: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The county × month grid as a table: a county a row, a month a column; empty where no sheet was opened. */
export function gridTable(grid: SheetGrid): GridTable {
  const months = monthsOf(grid);
  const demonstration = grid.demonstration ? ' · 演示数据' : '';
  return {
    title: `${KIND_NAMES[grid.kind]}报送情况 · 数据截至${grid.asOf}${demonstration}`,
    headings: ['县（市、区）', ...months.map(monthInWords)],
    rows: grid.counties.map(({ name, sheets }) => {
      const byMonth = new Map(sheets.map((one) => [one.month, one]));
      return [name, ...months.map((month) => byMonth.get(month)).map((one) => (one ? inWords(one) : ''))];
    }),
  };
}

export const gridCsv = ({ title, headings, rows }: GridTable): string => csvOf([[title], headings, ...rows]);

export function gridWorkbook({ title, headings, rows }: GridTable): Promise<Buffer> {
  const row = (values: readonly string[], look: PlannedCell['look']): PlannedCell[] =>
    values.map((value) => ({ value, look }));
  return writeWorkbook([
    {
      name: '报送情况',
      widths: headings.map((_, column) => (column === 0 ? 16 : 14)),
      rows: [
        [{ value: title, look: 'note' }],
        row(headings, 'heading'),
        ...rows.map((values) => row(values, 'given')),
      ],
      frozenRows: 2,
    },
  ]);
}
