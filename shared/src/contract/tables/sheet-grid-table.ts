import { addMonths, yearMonth, type YearMonth } from '../../domain/period/year-month';
import type { SheetGrid } from '../sheets';
import { tableTitle, text, type Table } from './table';

type GridSheet = SheetGrid['counties'][number]['sheets'][number];

const KINDS: Readonly<Record<SheetGrid['kind'], string>> = {
  inspection: '督查表',
  spending: '支出表',
  workload: '工作量表',
};
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

/** As the page prints a sheet: its stage, with late or missing beside it; empty where no sheet was opened. */
const inWords = (one: GridSheet | undefined): string =>
  one ? `${STAGES[one.stage]}${MARKS[one.state] ?? ''}` : '';

function monthsOf({ from, to }: SheetGrid): YearMonth[] {
  const months: YearMonth[] = [];
  for (let month = yearMonth(from); month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** The county × month grid: a county a row, a month a column. */
export function sheetGridTable(grid: SheetGrid): Table {
  const months = monthsOf(grid);
  return {
    title: tableTitle(`${KINDS[grid.kind]}报送情况`, grid),
    columns: [
      text('县（市、区）'),
      ...months.map((month) => text(`${month.slice(0, 4)}年${Number(month.slice(5))}月`)),
    ],
    rows: grid.counties.map(({ name, sheets }) => {
      const byMonth = new Map(sheets.map((one) => [one.month, one]));
      return [name, ...months.map((month) => inWords(byMonth.get(month)))];
    }),
  };
}
