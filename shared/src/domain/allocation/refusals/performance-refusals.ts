import { compare, ONE, type Rational } from '../../numbers/rational';
import { refusal, type Refusal } from '../../refusal';
import { GRADES, GRADE_WORDS } from '../../scoring/grade';
import type { PerformancePolicy } from '../allocation';

const AT = '/policy/performance';

/** What is wrong with the performance part of a policy: a better result must never be worth less. */
export function performanceRefusals(performance: PerformancePolicy): readonly Refusal[] {
  switch (performance.mode) {
    case 'none':
      return [];
    case 'gradeCoefficient':
      return coefficientRefusals(performance.coefficients);
    case 'continuous':
      return continuousRefusals(performance);
    case 'add':
      return performance.weight.numerator < 0n || compare(performance.weight, ONE) > 0
        ? [
            refusal(
              `${AT}/weight`,
              '绩效权重应在 0 至 1 之间，请改正',
              'The performance weight must lie between 0 and 1; correct it',
            ),
          ]
        : [];
  }
}

const negativeCoefficient = (pointer: string, value: Rational): readonly Refusal[] =>
  value.numerator < 0n
    ? [refusal(pointer, '绩效系数为负数，不得小于 0，请改正', 'The coefficient is negative; give 0 or more')]
    : [];

function coefficientRefusals(
  coefficients: Extract<PerformancePolicy, { mode: 'gradeCoefficient' }>['coefficients'],
): readonly Refusal[] {
  return GRADES.flatMap((grade, index) => {
    const pointer = `${AT}/coefficients/${grade}`;
    const better = GRADES[index - 1];
    const rises = better !== undefined && compare(coefficients[grade], coefficients[better]) > 0;
    const faults = negativeCoefficient(pointer, coefficients[grade]);
    if (!rises) return faults;
    const [low, high] = [GRADE_WORDS[grade], GRADE_WORDS[better]];
    return [
      ...faults,
      refusal(
        pointer,
        `“${low.zh}”的系数高于“${high.zh}”的系数，等级越低系数不得越高，请改正`,
        `The coefficient of "${low.en}" is above that of "${high.en}"; a lower grade may not be worth more`,
      ),
    ];
  });
}

function continuousRefusals({
  from,
  to,
}: Extract<PerformancePolicy, { mode: 'continuous' }>): readonly Refusal[] {
  const faults = [
    ...negativeCoefficient(`${AT}/from/coefficient`, from.coefficient),
    ...negativeCoefficient(`${AT}/to/coefficient`, to.coefficient),
  ];
  if (compare(from.score, to.score) >= 0) {
    faults.push(
      refusal(
        `${AT}/from/score`,
        '低端得分应低于高端得分，请改正',
        'The lower score must be below the upper one; correct it',
      ),
    );
  }
  if (compare(from.coefficient, to.coefficient) > 0) {
    faults.push(
      refusal(
        `${AT}/from/coefficient`,
        '低端系数高于高端系数，得分越高系数不得越低，请改正',
        'The lower coefficient is above the upper one; a higher score may not be worth less',
      ),
    );
  }
  return faults;
}
