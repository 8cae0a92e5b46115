import type { EvaluationResults } from '../evaluation-results';
import { count, tableTitle, text, type Table } from './table';

const KINDS: Readonly<Record<EvaluationResults['kind'], string>> = {
  selfEvaluation: '单位自评',
  departmentEvaluation: '部门评价',
  financeEvaluation: '财政评价',
};
const GRADES = { excellent: '优', good: '良', fair: '中', poor: '差' } as const;
const STATES = { none: '', draft: '（征求意见稿，尚未定案）', finalised: '（已定案）' } as const;

const rankOf = ({ rank, shared }: EvaluationResults['counties'][number]): string | null =>
  rank === null ? null : `${rank}${shared ? '（并列）' : ''}`;

/** The result in official order; without ranks and grades before 定案. */
export const evaluationResultsTable = (page: EvaluationResults): Table => ({
  title: tableTitle(`${page.year}年度${KINDS[page.kind]}结果${STATES[page.stage]}`, page),
  columns: [
    text('县（市、区）'),
    ...page.dimensions.map(({ name, marks }) => count(`${name.zh}（${marks}分）`)),
    count('总分'),
    text('等级'),
    text('位次'),
    text('比上年'),
    text('征求意见后变化'),
  ],
  rows: page.counties.map((one) => [
    one.name,
    ...page.dimensions.map(({ id }) => one.dimensions.find((each) => each.id === id)?.score ?? null),
    one.total,
    one.grade && GRADES[one.grade],
    rankOf(one),
    one.change,
    one.changed.map(({ name, before, after }) => `${name.zh}：${before ?? '—'}→${after ?? '—'}`).join('；'),
  ]),
});
