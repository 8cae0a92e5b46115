import { refusal, type Refusal } from '../../refusal';
import type { GoalIndicator, GoalTable } from '../goal';
import { shareOfBand, typedFigure } from './fill-self-evaluation';
import { EXECUTION } from './self-evaluation';
import type { SelfEvaluation, SelfEvaluationAnswer, SelfEvaluationLine } from './self-evaluation';

/** Everything that keeps the form from being submitted, with its pointer into the answers. */
export function selfEvaluationRefusals(
  table: GoalTable,
  form: SelfEvaluation,
  answers: readonly SelfEvaluationAnswer[],
): readonly Refusal[] {
  return form.lines.flatMap((line) => {
    const at = answers.findIndex(({ indicator }) => indicator === line.indicator);
    // A line of which nothing was said has no place of its own yet.
    const place = (key: string): string => (at < 0 ? '/answers' : `/answers/${at}/${key}`);
    const goal = table.indicators.find(({ id }) => id === line.indicator);
    const name = goal?.name ?? '预算执行率';
    return [
      ...(goal ? unanswered(goal, line, { answer: answers[at], place }) : withoutRate(line)),
      ...(line.needsReason && !answers[at]?.reason.trim()
        ? [
            refusal(
              place('reason'),
              `“${name}”与目标值有偏差，请填写偏差原因和改进措施`,
              `Say why “${goal ? name : 'Budget execution'}” differs from its value, and what is done about it`,
            ),
          ]
        : []),
    ];
  });
}

/** Budget and spending contradict each other, or months are missing: nobody types that rate. */
const withoutRate = ({ indicator, state, note }: SelfEvaluationLine): Refusal[] =>
  indicator === EXECUTION && state === 'missing'
    ? [
        refusal(
          '/adjustedBudget',
          `预算执行率暂不能计算：${note?.zh ?? '有月份缺报'}请先补报或者核对支出数据`,
          `The execution rate cannot be computed (${note?.en ?? 'months are missing'}): report or check the spending first`,
        ),
      ]
    : [];

function unanswered(
  goal: GoalIndicator,
  line: SelfEvaluationLine,
  {
    answer,
    place,
  }: { readonly answer: SelfEvaluationAnswer | undefined; readonly place: (key: string) => string },
): Refusal[] {
  if (line.fromFigures) return [];
  if (goal.relation !== 'qualitative') {
    return typedFigure(answer)
      ? []
      : [
          refusal(
            place('actual'),
            `请填写“${goal.name}”的全年完成值，为不小于 0 的数字`,
            `Give what was reached of “${goal.name}” in the year, a number from 0 up`,
          ),
        ];
  }
  const refusals: Refusal[] = [];
  if (!answer?.actual?.trim()) {
    refusals.push(
      refusal(place('actual'), `请说明“${goal.name}”的完成情况`, `Say what was reached of “${goal.name}”`),
    );
  }
  if (!answer?.attainment || answer.percent === null || !shareOfBand(answer.attainment, answer.percent)) {
    refusals.push(
      refusal(
        place('percent'),
        `请为“${goal.name}”选择达成情况并填写对应的百分比：达成80至100，部分达成60至80（不含80），未达成0至60（不含60）`,
        `Say how far “${goal.name}” was reached and give its percentage: achieved 80 to 100, partly 60 up to 80, not achieved 0 up to 60`,
      ),
    );
  }
  return refusals;
}
