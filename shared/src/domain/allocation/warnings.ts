import { houseParadoxWords, losersOf, partsWithOneMore } from '../apportionment/checks/one-more';
import { quotaBreaksOf, quotaBreakWords } from '../apportionment/checks/quota-check';
import { infeasibilitiesOf, solve } from '../apportionment/solve';
import { bilingual, type Bilingual } from '../bilingual';
import { add, compare, rational, subtract, type Rational } from '../numbers/rational';
import { DEFAULT_GRADE_BOUNDARIES } from '../scoring/grade';
import { partsOf, withOneMore, type AllocationUnit, type AllocationWarning } from './allocation';
import { compareCodePoints } from './code-point-order';
import { phasedIn } from './shares';
import { problemOf, type AllocationWorking } from './working';

/** What a careful reader should know of a split that is correct all the same. */
export function warningsOf(working: AllocationWorking): readonly AllocationWarning[] {
  const { input, problem } = working;
  const warnings: AllocationWarning[] = [];
  const { mode } = input.policy.performance;
  if (mode === 'gradeCoefficient') warnings.push(gradeStepsWarning(input.units));
  if (mode === 'add') {
    warnings.push({
      kind: 'pullsToMean',
      message: bilingual(
        '按得分占比相加会把各单位拉向平均：工作量大的单位即使得分最高，也可能减少；建议改用系数相乘',
        'Adding score shares pulls every unit to the mean: the busiest unit may lose although it scores best; multiplying by a coefficient does not',
      ),
    });
  }
  if (mode !== 'none' && movesNothing(working)) {
    warnings.push({
      kind: 'performanceMovesNothing',
      message: bilingual(
        '在本分配办法下，绩效得分没有改变任何单位的分配数',
        'Under this policy the scores change the parts of no unit',
      ),
    });
  }
  const withoutShare = input.units.map(({ id }) => id).filter((_, unit) => problem.weights[unit] === 0n);
  for (const id of withoutShare.sort(compareCodePoints)) {
    warnings.push({
      unit: id,
      kind: 'noShare',
      message: bilingual(
        `单位“${id}”的份额为 0，只得保留数和保底数，请确认`,
        `The share of unit "${id}" is 0: it gets its kept parts and floor only; confirm it`,
      ),
    });
  }
  warnings.push(...quotaWarnings(working), ...houseWarnings(working));
  return warnings;
}

const named = (id: string): Bilingual => bilingual(`单位“${id}”`, `Unit "${id}"`);

/** Each unit whose parts are not its quota rounded down or up; both count the kept parts. */
function quotaWarnings({ input, problem, solved }: AllocationWorking): readonly AllocationWarning[] {
  const { method } = input.policy;
  // Largest remainder gives quotas rounded down or up by its own definition.
  if (method === 'hamilton') return [];
  return quotaBreaksOf(problem, solved.parts)
    .map(({ unit, quota, part }) => {
      const { id, kept = 0n } = input.units[unit] ?? { id: '' };
      return { id, quota: add(rational(kept), quota), part: kept + part };
    })
    .sort((a, b) => compareCodePoints(a.id, b.id))
    .map(({ id, ...figures }) => ({
      unit: id,
      kind: 'quotaBroken',
      message: quotaBreakWords(figures, named(id), method),
    }));
}

/** Would one part more cost anyone a part? The shares, bounds and kept parts stay as they are. */
function houseWarnings({
  input,
  stages,
  bounds,
  problem,
  solved,
}: AllocationWorking): readonly AllocationWarning[] {
  // Divisor methods serve one claim more and take nothing back.
  if (input.policy.method !== 'hamilton') return [];
  const pool = withOneMore(input.pool);
  const larger = problemOf({ ...input, pool }, stages.phasedIn, bounds, problem.precedence);
  const more = partsWithOneMore(larger, 'hamilton');
  const losers = (more ? losersOf(solved.parts, more) : [])
    .map(({ unit, ...split }) => {
      const { id, kept = 0n } = input.units[unit] ?? { id: '' };
      return {
        id,
        name: bilingual(`“${id}”`, `"${id}"`),
        part: kept + split.part,
        withOneMore: kept + split.withOneMore,
      };
    })
    .sort((a, b) => compareCodePoints(a.id, b.id));
  return losers.length > 0
    ? [{ kind: 'houseParadox', message: houseParadoxWords(partsOf(pool), losers) }]
    : [];
}

/** Within one point of 60, 80 or 90, where one point more or less changes the coefficient. */
function nearGradeEdge(score: Rational | undefined): boolean {
  return Object.values(DEFAULT_GRADE_BOUNDARIES).some((edge: Rational) => {
    if (!score) return false;
    const distance = subtract(score, edge);
    return compare(distance, rational(1)) < 0 && compare(distance, rational(-1)) >= 0;
  });
}

function gradeStepsWarning(units: readonly AllocationUnit[]): AllocationWarning {
  const near = units
    .filter(({ score }) => nearGradeEdge(score))
    .map(({ id }) => id)
    .sort(compareCodePoints);
  const zh = near.length > 0 ? `；距等级界限不足 1 分的单位：${near.join('、')}` : '';
  const en = near.length > 0 ? `; units within one point of an edge: ${near.join(', ')}` : '';
  return {
    kind: 'gradeSteps',
    message: bilingual(
      `按等级分档取系数时，等级界限上下 1 分之差就可能增减一份或几份${zh}`,
      `With a coefficient per grade, one point at the edge of a grade may cost a part or more${en}`,
    ),
  };
}

/** Whether the same split without performance gives every unit the same parts. */
function movesNothing({ input, stages, problem, solved }: AllocationWorking): boolean {
  const { method } = input.policy;
  const weights = phasedIn(stages.factors, input.units, input.policy).numerators;
  const without = { ...problem, weights };
  if (infeasibilitiesOf(without, method).length > 0) return false;
  const { parts } = solve(without, method);
  return parts.every((part, unit) => part === solved.parts[unit]);
}
