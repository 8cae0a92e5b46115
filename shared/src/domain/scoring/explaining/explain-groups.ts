import { bilingual } from '../../bilingual';
import type { Bilingual } from '../../bilingual';
import { printUnits } from '../../numbers/rational';
import type { CompiledGroup, CompiledMethod } from '../compile-method';
import { NOTHING, step } from './explanation-step';
import type { ExplanationStep } from './explanation-step';
import type { GroupScore } from '../groups/group-scores';
import { nameOf } from '../method';
import { printDivisor, printNumber } from '../numbers/numeral';

/** The line that re-scales: what is printed above it sums to its first figure. */
export function rescalingStep(
  method: CompiledMethod,
  group: CompiledGroup,
  score: GroupScore,
  label: Bilingual,
): ExplanationStep {
  const print = (units: bigint): string => printUnits(units, method.scoreDecimals);
  const expression = `${print(score.sum)} × ${printNumber(group.marks)} ÷ ${printDivisor(score.applicable)}`;
  return step(label, expression, print(score.score), { kind: 'rescaling' });
}

/** The results that stand right below a group, as they are added up on paper. */
export const sumExpression = (below: readonly ExplanationStep[]): string =>
  below
    .map((one) => one.result)
    .filter((result) => result !== NOTHING)
    .join(' + ');

function closingOf(
  method: CompiledMethod,
  group: CompiledGroup,
  score: GroupScore,
  sum: string,
): ExplanationStep[] {
  if (score.state === 'scored') {
    if (!score.rescaled) return [];
    return [
      step(
        bilingual('其下得分之和', 'sum of the scores below'),
        sum,
        printUnits(score.sum, method.scoreDecimals),
        { kind: 'sum' },
      ),
      rescalingStep(
        method,
        group,
        score,
        bilingual(
          '其下有不适用指标，按“合计×本级分值÷适用分值”折合，四舍五入一次',
          'something below is not applicable: sum × marks of this group ÷ applicable marks, rounded once',
        ),
      ),
    ];
  }
  if (score.state === 'missing') {
    const label = bilingual(
      '其下有缺报指标，暂不能合计',
      'something below is missing, so there is no sum yet',
    );
    return [step(label, '', NOTHING, { kind: 'state' })];
  }
  if (method.method.notApplicableWithin !== 'parent' || group.marks.numerator === 0n) return [];
  const label = bilingual(
    '其下均不适用，分值由上一级的其余指标折合',
    'nothing below is applicable: the rest of the group above is re-scaled for it',
  );
  return [step(label, '', NOTHING, { kind: 'state' })];
}

function explainGroup(
  method: CompiledMethod,
  place: number,
  score: GroupScore,
  below: readonly ExplanationStep[],
): ExplanationStep {
  const group = method.groups[place] as CompiledGroup;
  const sum = sumExpression(below);
  const closing = closingOf(method, group, score, sum);
  const title = group.indicator ? nameOf(group.indicator) : bilingual('总分', 'total score');
  const children = [...below, ...closing];
  if (score.state !== 'scored') return step(title, '', NOTHING, { kind: 'group', children });
  return step(title, closing.at(-1)?.expression ?? sum, printUnits(score.score, method.scoreDecimals), {
    kind: 'group',
    children,
  });
}

/**
 * The steps of what stands at the root of the tree, in input order: leaves, and groups that hold the steps below them and,
 * where they are re-scaled, the lines that do it. A group's result is the sum of the results right below it, or that sum
 * re-scaled. Built from the deepest group upwards, so that a tree of any depth takes no recursion and linear time.
 */
export function explainGroups(
  method: CompiledMethod,
  scores: readonly GroupScore[],
  leaves: ReadonlyMap<string, ExplanationStep>,
): readonly ExplanationStep[] {
  const whole = method.groups.length - 1;
  const idsBelow = method.groups.map((): string[] => []);
  for (const { id, parent } of method.method.indicators) {
    idsBelow[parent === undefined ? whole : (method.groupPlaces.get(parent) ?? whole)]?.push(id);
  }
  const steps: ExplanationStep[] = [];
  const stepsBelow = (place: number): readonly ExplanationStep[] =>
    (idsBelow[place] ?? []).map((id) => {
      const of = leaves.get(id) ?? steps[method.groupPlaces.get(id) ?? whole];
      if (!of) throw new RangeError(`The indicator ${id} was not scored.`);
      return of;
    });
  for (let place = 0; place < whole; place += 1) {
    steps.push(explainGroup(method, place, scores[place] as GroupScore, stepsBelow(place)));
  }
  return stepsBelow(whole);
}
