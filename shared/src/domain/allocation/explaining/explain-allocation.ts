import {
  explainApportionment,
  type PrintedWeights,
} from '../../apportionment/explaining/explain-apportionment';
import { printNear } from '../../apportionment/explaining/print-short';
import { sheetStep, type Step } from '../../apportionment/explaining/sheet-step';
import { wholeWeights } from '../../apportionment/whole-weights';
import { bilingual, type Bilingual } from '../../bilingual';
import { grouped } from '../../numbers/grouped';
import {
  compare,
  divide,
  multiply,
  printRounded,
  rational,
  ZERO,
  type Rational,
} from '../../numbers/rational';
import { gradeOf, GRADE_WORDS } from '../../scoring/grade';
import {
  fenOfOnePart,
  partsOf,
  type AllocationExplanation,
  type AllocationInput,
  type AllocationPool,
  type AllocationUnit,
} from '../allocation';
import { coefficientOf, type CoefficientPolicy } from '../coefficient';
import { printDividing, printFigure, printShare } from './print-figure';
import { reasonsOf } from './reason';
import { shareOf } from '../shares';
import type { AllocationWorking } from '../working';

/**
 * The sheet of each unit, in the order of computation: share by factors, performance, phase-in, kept parts and
 * bounds, quota or claims, whole parts, money. Every line is a sum that a person can repeat with a pencil and that is true
 * as it is printed: where a figure is shortened (shares to four decimals of a percent) it and what follows from it are
 * marked ≈, and rounding is a line of its own. The computation itself is exact.
 */
export function explainAllocation(working: AllocationWorking): readonly AllocationExplanation[] {
  const { input, problem, solved } = working;
  const reasons = reasonsOf(working);
  const totals = totalsOf(working);
  const isKeeping = input.units.some(({ kept }) => kept !== undefined);
  const apportioned = explainApportionment(problem, input.policy.method, solved, printedWeights(working));
  return input.units.map((unit, index) => ({
    reason: reasons[index] ?? bilingual('', ''),
    steps: [
      ...factorSteps(unit, index, working, totals),
      ...performanceSteps(unit, index, working, totals),
      ...phaseInSteps(unit, index, working, totals),
      ...boundSteps(unit, index, working, isKeeping),
      ...(apportioned[index]?.steps ?? []),
      ...moneySteps(unit, solved.parts[index] ?? 0n, input),
    ],
  }));
}

/** Hamilton multiplies shares; the claims of divisor methods are easier to compare from the quotas by the shares. */
function printedWeights({ input, problem, stages }: AllocationWorking): PrintedWeights {
  const { denominator } = stages.phasedIn;
  const parts = input.policy.method === 'hamilton' || problem.total === 0n ? 1n : problem.total;
  return {
    weights: problem.weights.map((numerator) => rational(numerator * parts, denominator)),
    scale: rational(denominator, parts),
  };
}

/** Sums over all units that the sheets divide by. */
interface Totals {
  readonly factors: ReadonlyMap<string, Rational>;
  readonly factorWeights: Rational;
  readonly scores: Rational;
  /** Σ share × coefficient. */
  readonly weighted: Rational;
  readonly lastParts: bigint;
}

function sumOf(values: readonly Rational[]): Rational {
  const { numerators, denominator } = wholeWeights(values);
  return { numerator: numerators.reduce((sum, numerator) => sum + numerator, 0n), denominator };
}

function totalsOf({ input: { units, policy }, stages }: AllocationWorking): Totals {
  const { performance } = policy;
  const used = policy.factors.filter(({ weight }) => weight.numerator > 0n);
  const weighted =
    performance.mode === 'none' || performance.mode === 'add'
      ? ZERO
      : sumOf(
          units.map(({ score }, unit) =>
            multiply(shareOf(stages.factors, unit), coefficientOf(score ?? ZERO, performance)),
          ),
        );
  return {
    factors: new Map(used.map(({ id }) => [id, sumOf(units.map((unit) => unit.factors[id] ?? ZERO))])),
    factorWeights: sumOf(used.map(({ weight }) => weight)),
    scores: sumOf(units.map(({ score }) => score ?? ZERO)),
    weighted,
    lastParts: units.reduce((sum, { lastPart }) => sum + (lastPart ?? 0n), 0n),
  };
}

function factorSteps(
  unit: AllocationUnit,
  index: number,
  { input, stages }: AllocationWorking,
  totals: Totals,
): readonly Step[] {
  const used = input.policy.factors.filter(({ weight }) => weight.numerator > 0n);
  const single = used.map(({ id, name = bilingual(id, id) }): Step => {
    const [figure, total] = [unit.factors[id] ?? ZERO, totals.factors.get(id) ?? ZERO];
    return sheetStep(
      bilingual(`因素“${name.zh}”占比`, `share of factor "${name.en}"`),
      `${printFigure(figure)} ÷ ${printDividing(total)}`,
      printShare(divide(figure, total)),
    );
  });
  if (used.length < 2) return single;
  const terms = used
    .map(({ weight }, factor) => `${printFigure(weight)} × ${single[factor]?.result}`)
    .join(' + ');
  return [
    ...single,
    sheetStep(
      bilingual('各因素加权份额', 'share by all factors'),
      `(${terms}) ÷ ${printDividing(totals.factorWeights)}`,
      printShare(shareOf(stages.factors, index)),
    ),
  ];
}

function coefficientStep(score: Rational, policy: CoefficientPolicy): Step {
  const result = printFigure(coefficientOf(score, policy));
  if (policy.mode === 'gradeCoefficient') {
    const grade = GRADE_WORDS[gradeOf(score)];
    return sheetStep(
      bilingual(
        `得分${printFigure(score)}，等级“${grade.zh}”，对应系数`,
        `score ${printFigure(score)}, grade "${grade.en}": its coefficient`,
      ),
      '',
      result,
    );
  }
  const { from, to } = policy;
  const points = [from.score, to.score, from.coefficient, to.coefficient].map(printFigure);
  const [low, high, least, most] = points;
  // Beyond the two points there is no line to follow.
  if (compare(score, from.score) <= 0 || compare(score, to.score) >= 0) {
    const [zh, en] =
      compare(score, from.score) <= 0
        ? [`不高于 ${low}`, `${low} or less`]
        : [`不低于 ${high}`, `${high} or more`];
    return sheetStep(
      bilingual(
        `绩效系数：得分 ${printFigure(score)} ${zh} 分`,
        `performance coefficient: the score ${printFigure(score)} is ${en}`,
      ),
      '',
      result,
    );
  }
  return sheetStep(
    bilingual(`绩效系数（不低于 ${least}，不高于 ${most}）`, `performance coefficient (${least} to ${most})`),
    `${least} + (${printFigure(score)} − ${low}) ÷ (${high} − ${low}) × (${most} − ${least})`,
    result,
  );
}

function performanceSteps(
  { score = ZERO }: AllocationUnit,
  index: number,
  { input, stages }: AllocationWorking,
  totals: Totals,
): readonly Step[] {
  const { performance } = input.policy;
  if (performance.mode === 'none') return [];
  const before = printShare(shareOf(stages.factors, index));
  const result = printShare(shareOf(stages.performance, index));
  if (performance.mode === 'add') {
    const weight = printFigure(performance.weight);
    return [
      sheetStep(
        bilingual('加入得分占比后的份额', 'share with the share of scores added'),
        `(1 − ${weight}) × ${before} + ${weight} × ${printFigure(score)} ÷ ${printDividing(totals.scores)}`,
        result,
      ),
    ];
  }
  const coefficient = coefficientStep(score, performance);
  return [
    coefficient,
    sheetStep(
      bilingual('乘绩效系数并重新归一后的份额', 'share times coefficient, made to sum to 100 % again'),
      `${before} × ${coefficient.result} ÷ ${printShare(totals.weighted)}`,
      result,
    ),
  ];
}

function phaseInSteps(
  { lastPart = 0n }: AllocationUnit,
  index: number,
  { input, stages }: AllocationWorking,
  totals: Totals,
): readonly Step[] {
  const { phaseIn } = input.policy;
  if (phaseIn === undefined) return [];
  const last = printShare(rational(lastPart, totals.lastParts));
  return [
    sheetStep(bilingual('上年份额', "last year's share"), `${lastPart} ÷ ${totals.lastParts}`, last),
    sheetStep(
      bilingual('分年到位后的份额', 'share after phase-in'),
      `${last} + ${printFigure(phaseIn)} × (${printShare(shareOf(stages.performance, index))} − ${last})`,
      printShare(shareOf(stages.phasedIn, index)),
    ),
  ];
}

function boundSteps(
  { kept = 0n, lastPart }: AllocationUnit,
  index: number,
  { input, problem, stages, bounds: allBounds }: AllocationWorking,
  isKeeping: boolean,
): readonly Step[] {
  const steps: Step[] = [];
  if (isKeeping) {
    const all = partsOf(input.pool);
    steps.push(
      sheetStep(bilingual('保留数（不参加再分配）', 'kept parts, not split again'), '', `${kept}`),
      sheetStep(
        bilingual(
          '参加分配的总量：总量减各单位保留数合计',
          'parts to split: the pool less the kept parts of all units',
        ),
        `${all} − ${all - problem.total}`,
        `${problem.total}`,
      ),
    );
  }
  const bounds = allBounds[index];
  if (!bounds || (bounds.floorBy === 'none' && bounds.cap === null)) return steps;
  const share = shareOf(stages.phasedIn, index);
  steps.push(
    sheetStep(
      bilingual('按份额的应得数', 'quota by the share'),
      `${printShare(share)} × ${problem.total}`,
      printNear(multiply(share, rational(problem.total)), 4),
    ),
  );
  const change = bilingual(`年度最大调整，上年 ${lastPart}`, `maximum change, last year ${lastPart}`);
  if (bounds.floorBy !== 'none') {
    const label =
      bounds.floorBy === 'floor'
        ? bilingual('保底', 'floor')
        : bilingual(`下限（${change.zh}）`, `least (${change.en})`);
    steps.push(floorStep(label, bounds.floor, kept));
  }
  if (bounds.cap !== null) {
    const label =
      bounds.capBy === 'cap'
        ? bilingual('封顶', 'cap')
        : bilingual(`上限（${change.zh}）`, `most (${change.en})`);
    steps.push(sheetStep(label, kept === 0n ? '' : `${bounds.cap} − ${kept}`, `${bounds.cap - kept}`));
  }
  return steps;
}

/** What of a floor is left to be met by newly split parts: nothing where the kept parts meet it. */
function floorStep(label: Bilingual, floor: bigint, kept: bigint): Step {
  if (kept === 0n) return sheetStep(label, '', `${floor}`);
  if (floor > kept) return sheetStep(label, `${floor} − ${kept}`, `${floor - kept}`);
  return sheetStep(
    bilingual(`${label.zh} ${floor}：保留数已满足`, `${label.en} ${floor}: met by the kept parts`),
    '',
    '0',
  );
}

function moneySteps({ kept = 0n }: AllocationUnit, part: bigint, { pool }: AllocationInput): readonly Step[] {
  const parts = kept + part;
  return [
    ...(kept > 0n
      ? [sheetStep(bilingual('保留数加新分数', 'kept and newly split'), `${kept} + ${part}`, `${parts}`)]
      : []),
    moneyStep(parts, pool),
  ];
}

/** The last line of a unit's sheet: its parts in yuan. */
export function moneyStep(parts: bigint, pool: AllocationPool): Step {
  const yuan = (amount: bigint) => grouped(printRounded(rational(amount, 100n), 2));
  return sheetStep(
    bilingual('金额（元）', 'money (yuan)'),
    `${parts} × ${yuan(fenOfOnePart(pool))}`,
    yuan(parts * fenOfOnePart(pool)),
  );
}
