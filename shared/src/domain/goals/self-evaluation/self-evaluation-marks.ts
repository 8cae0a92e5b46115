import { splitFen } from '../../money/split';
import { fen } from '../../money/fen';
import { rational } from '../../numbers/rational';
import { GOAL_KINDS, type GoalGroup, type GoalIndicator } from '../goal';

/** Whole marks of 预算执行率 and of each 一级指标; together 100. */
export type GroupMarks = Readonly<Record<'execution' | GoalGroup, number>>;

/** 财预〔2020〕10号: 预算执行率 10, 产出 50, 效益 30, 满意度 10 (rules.md section 4). */
const WITHOUT_COST: GroupMarks = { execution: 10, cost: 0, output: 50, benefit: 30, satisfaction: 10 };
/** 财预〔2021〕101号, where there are cost indicators: 成本 20, 产出 40, 效益 20, 满意度 10, 预算执行率 10. */
const WITH_COST: GroupMarks = { execution: 10, cost: 20, output: 40, benefit: 20, satisfaction: 10 };

/**
 * The marks of each line, by id: those of its group in equal whole parts, the first lines one more where they do not divide.
 * Example: 50 marks over 4 lines are 13, 13, 12, 12. A group without lines leaves its marks out, so that the marks then sum to
 * less than 100; a table that was issued has lines in every group that it needs.
 */
export function selfEvaluationMarks(indicators: readonly Pick<GoalIndicator, 'id' | 'kind'>[]): {
  readonly execution: number;
  readonly lines: Readonly<Record<string, number>>;
} {
  const groupOf = ({ kind }: Pick<GoalIndicator, 'kind'>): GoalGroup => GOAL_KINDS[kind];
  const marks = indicators.some((one) => groupOf(one) === 'cost') ? WITH_COST : WITHOUT_COST;
  const lines: Record<string, number> = {};
  for (const group of new Set(indicators.map(groupOf))) {
    const own = indicators.filter((one) => groupOf(one) === group);
    // The split of money is the split of any whole number: largest remainder, equal ones in their order.
    const parts = splitFen(
      fen(marks[group]),
      own.map(() => rational(1)),
    );
    own.forEach(({ id }, at) => (lines[id] = parts[at] ?? 0));
  }
  return { execution: marks.execution, lines };
}
