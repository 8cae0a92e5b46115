import type { FindingBoard } from '../findings';
import { count, mark, tableTitle, text, type Table } from './table';

const STATES: Readonly<Record<FindingBoard['findings'][number]['state'], string>> = {
  open: '待整改',
  rectified: '待复核',
  returned: '退回整改',
  closed: '已销号',
};

/** 问题台账: findings as the board lists them. */
export const findingsTable = (board: FindingBoard): Table => ({
  title: tableTitle(`${board.year}年度问题台账`, board),
  columns: [
    ...['县（市、区）', '月份', '项目', '问题', '责任人', '状态', '发现日期', '整改期限', '逾期', '重复'].map(
      text,
    ),
    ...['整改日期', '退回日期', '销号日期'].map(text),
    count('历时（工作日）'),
  ],
  rows: board.findings.map((one) => [
    ...[one.countyName, one.month, one.itemName?.zh ?? one.item, one.summary, one.responsible],
    ...[STATES[one.state], one.foundOn, one.deadline, mark(one.overdue), mark(one.repeated)],
    ...[one.rectifiedOn, one.returnedOn, one.closedOn, one.age],
  ]),
});
