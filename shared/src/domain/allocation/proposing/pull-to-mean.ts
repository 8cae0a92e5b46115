import { bilingual } from '../../bilingual';
import { exactSumOf } from '../../scoring/numbers/exact-sum';
import {
  compare,
  divide,
  multiply,
  ONE,
  printRounded,
  rational,
  subtract,
  ZERO,
  type Rational,
} from '../../numbers/rational';
import type { AllocationQuestion } from '../evidence/allocation-input';
import { shareOf, shareStages } from '../shares';
import { postsSplit } from './posts-split';
import type { ProposalWarning } from './allocation-proposal';

const HALF = rational(1, 2);

/**
 * How far adding pulls each county to the mean, in posts, where that is half a post or more: against multiplying the
 * workload share by (1 − w) + w × score ÷ mean score, which counts scores as much and leaves the split as it is where all
 * score the same. Empty in other modes. Before bounds and rounding.
 * Example: of 100 posts over workload 80 : 20 at equal scores, adding with w = 0.2 gives 74 : 26, a pull of 6 posts.
 */
export function pullsToMean({ input }: AllocationQuestion): readonly ProposalWarning[] {
  const { performance } = input.policy;
  if (performance.mode !== 'add') return [];
  const stages = shareStages(input);
  const scores = input.units.map(({ score }) => score ?? ZERO);
  const mean = divide(exactSumOf(scores), rational(scores.length));
  const weighted = scores.map((score, unit) => {
    const coefficient = exactSumOf([
      subtract(ONE, performance.weight),
      divide(multiply(performance.weight, score), mean),
    ]);
    return multiply(shareOf(stages.factors, unit), coefficient);
  });
  const sum = exactSumOf(weighted);
  return input.units.flatMap(({ id }, unit) => {
    const multiplied = divide(weighted[unit] ?? ZERO, sum);
    const pull = postsSplit(subtract(shareOf(stages.performance, unit), multiplied), input);
    return compare(sizeOf(pull), HALF) < 0 ? [] : [pullWarning(id, pull)];
  });
}

const sizeOf = (value: Rational): Rational => (value.numerator < 0n ? subtract(ZERO, value) : value);

function pullWarning(county: string, pull: Rational): ProposalWarning {
  const size = printRounded(sizeOf(pull), 1);
  const [zh, en] = pull.numerator < 0n ? ['少', 'fewer'] : ['多', 'more'];
  return {
    kind: 'pullsToMean',
    county,
    text: bilingual(
      `相加把该县（市、区）拉向平均：与系数相乘相比约${zh} ${size} 个名额`,
      `Adding pulls the county to the mean: about ${size} posts ${en} than by multiplying`,
    ),
  };
}
