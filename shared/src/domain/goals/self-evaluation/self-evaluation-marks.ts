import { splitFen } from '../../money/split';
import { fen } from '../../money/fen';
import { rational } from '../../numbers/rational';
import { dimensionsOf } from '../../scoring/groups/dimensions';
import type { Method } from '../../scoring/method';
import { GOAL_KINDS, type GoalGroup, type GoalIndicator } from '../goal';

/** Whole marks of 预算执行率 and of each 一级指标; together 100. */
export type GroupMarks = Readonly<Record<'execution' | GoalGroup, number>>;

/** 财预〔2020〕10号: 预算执行率 10, 产出 50, 效益 30, 满意度 10 (rules.md section 4). */
const WITHOUT_COST: GroupMarks = { execution: 10, cost: 0, output: 50, benefit: 30, satisfaction: 10 };
/** 财预〔2021〕101号, where there are cost indicators: 成本 20, 产出 40, 效益 20, 满意度 10, 预算执行率 10. */
const WITH_COST: GroupMarks = { execution: 10, cost: 20, output: 40, benefit: 20, satisfaction: 10 };

const GROUPS = ['execution', 'cost', 'output', 'benefit', 'satisfaction'] as const;

/**
 * The marks of the groups by a method of 单位自评: those of its dimensions `execution`, `output`, `benefit`, `satisfaction` and
 * `cost`. Null where it has others, or parts of a mark: then it is no method of a self-evaluation.
 */
export function groupMarksOf(method: Method): GroupMarks | null {
  const marks: Record<(typeof GROUPS)[number], number> = {
    execution: 0,
    cost: 0,
    output: 0,
    benefit: 0,
    satisfaction: 0,
  };
  for (const dimension of dimensionsOf(method)) {
    const group = GROUPS.find((one) => one === dimension.id);
    const whole = Number(dimension.marks);
    if (!group || !Number.isInteger(whole)) return null;
    marks[group] = whole;
  }
  return marks;
}

/**
 * The marks of each line, by id: those of its group in equal whole parts, the first lines one more where they do not divide.
 * Marks of groups are those given, else the defaults above. Where they give 成本 none of its own, its lines share those of 产出,
 * under which 财预〔2020〕10号 has them. Example: 50 marks over 4 lines are 13, 13, 12, 12. A group without lines leaves its marks
 * out, so that the marks then sum to less than 100; a table that was issued has lines in every group that it needs.
 */
export function selfEvaluationMarks(
  indicators: readonly Pick<GoalIndicator, 'id' | 'kind'>[],
  given: GroupMarks | null = null,
): {
  readonly execution: number;
  readonly lines: Readonly<Record<string, number>>;
} {
  const hasCost = indicators.some(({ kind }) => GOAL_KINDS[kind] === 'cost');
  const marks = given ?? (hasCost ? WITH_COST : WITHOUT_COST);
  const groupOf = ({ kind }: Pick<GoalIndicator, 'kind'>): GoalGroup => {
    const group = GOAL_KINDS[kind];
    return group === 'cost' && marks.cost === 0 ? 'output' : group;
  };
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
