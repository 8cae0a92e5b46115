import { tableTitle, text, type Table } from './table';
import type { DutyPage } from '../duties';

const STATES: Readonly<Record<DutyPage['duties'][number]['state'], string>> = {
  done: '已办',
  late: '迟办',
  overdue: '逾期',
  dueSoon: '即将到期',
  asked: '待办',
  notYet: '未到期',
  reminder: '提醒',
};

/** The calendar of duties, each with who owes it, its basis and how its clock runs. */
export const dutiesTable = (page: DutyPage): Table => ({
  title: tableTitle(`${page.from}至${page.to}事项`, page),
  columns: [
    '期限',
    '事项',
    '县（市、区）',
    '所属月份',
    '状态',
    '办理日期',
    '办理单位',
    '依据',
    '计时办法',
  ].map(text),
  rows: page.duties.map((one) => {
    const rule = page.rules.find(({ rule: id, year }) => id === one.rule && year === one.year);
    return [
      ...[one.dueOn, one.name.zh, one.countyName ?? '全市', one.month, STATES[one.state], one.doneOn],
      ...[rule?.owedBy.zh ?? null, rule?.basis.zh ?? null, rule?.clock.zh ?? null],
    ];
  }),
});
