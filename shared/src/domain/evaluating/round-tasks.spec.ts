import { isoDate } from '../period/year-month';
import { pageOfTask, taskInWords, type RoundTask } from './round-tasks';

const task = (changes: Partial<RoundTask>): RoundTask => ({
  kind: 'answerEvidence',
  round: { id: 'r', kind: 'departmentEvaluation' },
  program: 'assistants',
  year: 2025,
  count: 3,
  overdue: 0,
  dueOn: isoDate('2026-03-18'),
  ...changes,
});

describe('what waits in a round', () => {
  it.each([
    [{}, '2025 年度部门评价：评价组要求补充佐证 3 项，待答复（期限2026年3月18日）'],
    [
      { overdue: 1 },
      '2025 年度部门评价：评价组要求补充佐证 3 项，待答复（期限2026年3月18日，其中 1 项已逾期）',
    ],
    [{ overdue: 3 }, '2025 年度部门评价：评价组要求补充佐证 3 项，待答复（期限2026年3月18日，已逾期）'],
    [
      { kind: 'reviewSelfEvaluations', round: null, dueOn: null, count: 2 },
      '2025 年度单位自评表 2 份已报送，待审核',
    ],
    [{ kind: 'finalise', dueOn: null, count: 1 }, '2025 年度部门评价：各县（市、区）意见均已处理，可以定案'],
  ] as const)('is said with its evaluation, number, day and what of it is overdue', (changes, sentence) => {
    expect(taskInWords(task(changes)).zh).toBe(sentence);
  });

  it('leads to the page on which it is done, of its own year', () => {
    expect(pageOfTask(task({ kind: 'rule' }))).toBe('/evaluations/r/replies?program=assistants&year=2025');
    expect(pageOfTask(task({ kind: 'mendMidYear', round: null }))).toBe(
      '/goals?program=assistants&year=2025',
    );
  });
});
