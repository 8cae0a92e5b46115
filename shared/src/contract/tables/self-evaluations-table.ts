import type { SelfEvaluationSummaryPage } from '../self-evaluations';
import { count, money, tableTitle, text, type Table } from './table';

const STAGES: Readonly<Record<SelfEvaluationSummaryPage['counties'][number]['stage'], string>> = {
  notDue: '未到期',
  open: '待填',
  submitted: '已报送',
  returned: '已退回',
  approved: '已审核',
};

/** 单位自评 of each county: how far it is, and what it comes to once it is approved. */
export const selfEvaluationsTable = (page: SelfEvaluationSummaryPage): Table => ({
  title: tableTitle(`${page.year}年度单位自评情况`, page),
  columns: [
    ...['县（市、区）', '办理情况'].map(text),
    ...['全年预算数', '全年执行数'].map(money),
    count('自评得分'),
  ],
  rows: page.counties.map((one) => [
    one.name,
    STAGES[one.stage],
    one.adjustedBudgetFen,
    one.spentFen,
    one.total,
  ]),
});
