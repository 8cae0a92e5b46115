import type { ResponseOf } from '../endpoint';
import type { endpoints } from '../endpoints';
import { count, tableTitle, text, type Table } from './table';

/** 减负账: a line for each county's month in which something was asked. */
export const burdenTable = (burden: ResponseOf<typeof endpoints.readBurden>): Table => ({
  title: tableTitle(`${burden.year}年度减负账`, burden),
  columns: [
    ...['县（市、区）', '月份'].map(text),
    ...['要求填报（项）', '实际填写（项）', '用时（分钟）', '退回（次）'].map(count),
  ],
  rows: burden.counties.flatMap(({ name, months }) =>
    months.map(({ month, asked, entered, minutes, returned }) => [
      ...[name, month],
      ...[asked, entered, minutes, returned],
    ]),
  ),
});
