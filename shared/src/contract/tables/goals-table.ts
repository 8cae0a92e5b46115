import type { GoalStanding } from '../goals';
import { count, tableTitle, text, type Table } from './table';

const MID_YEAR: Readonly<Record<GoalStanding['counties'][number]['midYear'], string>> = {
  notDue: '未到期',
  open: '待填',
  submitted: '已报送',
  returned: '已退回',
  approved: '已审核',
};

/** How far the yearly goals and the mid-year form of each county are. */
export const goalsTable = (standing: GoalStanding): Table => ({
  title: tableTitle(`${standing.year}年度绩效目标办理情况`, standing),
  columns: [
    text('县（市、区）'),
    count('版次'),
    ...['目标表', '下达文号', '下达日期', '绩效运行监控表'].map(text),
  ],
  rows: standing.counties.map((one) => [
    ...[one.name, one.version, one.stageName.zh, one.documentNumber, one.issuedOn, MID_YEAR[one.midYear]],
  ]),
});
