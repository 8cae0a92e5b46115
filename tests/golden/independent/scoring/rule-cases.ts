import { read, type Numeral } from '../fraction';
import { printUnits } from './plain-score';
import type { Random } from '../random';
import { decimalOf } from '../random-numerals';
import type { LeafValue, ScoringRule } from './scoring-case';

interface DrawnRule {
  readonly rule: ScoringRule;
  readonly value: LeafValue;
  readonly marks: Numeral;
}

const KINDS = [
  'proportional',
  'proportional',
  'steps',
  'bands',
  'elements',
  'yesNo',
  'deduction',
  'evaluator',
  'veto',
] as const;

/** A rule for a leaf of these marks, and a value that it takes; a veto has 0 marks instead. */
export function drawRule(random: Random, marks: Numeral, places: number): DrawnRule {
  switch (random.pick(KINDS)) {
    case 'proportional':
      return { ...proportional(random), marks };
    case 'steps':
      return { ...steps(random), marks };
    case 'bands':
      return { ...bands(random), marks };
    case 'elements':
      return { ...elements(random, marks), marks };
    case 'yesNo':
      return { rule: { kind: 'yesNo' }, value: { met: random.chance(70) }, marks };
    case 'deduction':
      return { ...deduction(random, marks), marks };
    case 'evaluator':
      return { ...evaluator(random, marks), marks };
    case 'veto':
      return {
        rule: { kind: 'veto', capTotal: cap(random, random.chance(25) ? places + 2 : places) },
        value: { occurred: random.chance(60) },
        marks: random.pick<Numeral>([0, '0', '0.00']),
      };
  }
}

/** Up to 100, now and then finer than a total is printed. */
const cap = (random: Random, places: number): string =>
  printUnits(BigInt(random.between(0, 100 * 10 ** places)), places);

function proportional(random: Random): Omit<DrawnRule, 'marks'> {
  const places = random.pick([0, 1, 2]);
  const target = random.between(1, 100 * 10 ** places);
  const isGoal = random.chance(30);
  const issued = !isGoal || random.chance(85);
  // At the target, at 130 % of it, at 0, or anywhere.
  const actual = random.pick([target, target * 1.3, 0, random.below(2 * target), random.below(2 * target)]);
  const issuedTarget = decimalOf(random, target, places);
  return {
    rule: {
      kind: 'proportional',
      target: isGoal ? 'goal' : issuedTarget,
      direction: random.pick(['atLeast', 'atLeast', 'atMost', 'exactly'] as const),
      ...(random.chance(50) ? { overAchievement: { threshold: random.pick<Numeral>(['1.3', 1.5]) } } : {}),
    },
    value: {
      actual: Number.isInteger(actual)
        ? decimalOf(random, actual, places)
        : decimalOf(random, target * 13, places + 1),
      ...(isGoal && issued ? { target: issuedTarget } : {}),
    },
  };
}

function steps(random: Random): Omit<DrawnRule, 'marks'> {
  const thresholds = random.shuffled([95, 90, 85, 80, 60, 0]).slice(0, random.between(1, 5));
  thresholds.sort((a, b) => b - a);
  const ratios = random.shuffled([100, 90, 75, 66, 50, 10]).slice(0, thresholds.length);
  ratios.sort((a, b) => b - a);
  const all = thresholds.map((atLeast, index) => ({
    atLeast: decimalOf(random, atLeast, 0),
    ratio: decimalOf(random, ratios[index] ?? 0, 2),
  }));
  const actual = random.chance(50) ? random.pick(thresholds) * 100 : random.below(12_000);
  return { rule: { kind: 'steps', steps: all }, value: { actual: decimalOf(random, actual, 2) } };
}

function bands(random: Random): Omit<DrawnRule, 'marks'> {
  const edges = random.pick([
    [100, 80, 60, 0],
    [100, 80, 50, 0],
    [100, 0],
  ]);
  const labels = ['achieved', '部分达成', 'poor'];
  const all = edges.slice(1).map((from, index) => ({
    label: labels[index] ?? '',
    from: decimalOf(random, from, 2),
    to: decimalOf(random, edges[index] ?? 0, 2),
  }));
  const at = random.below(all.length);
  const [high, low] = [edges[at] ?? 0, edges[at + 1] ?? 0];
  const ratio = random.chance(30)
    ? low
    : at === 0 && random.chance(30)
      ? high
      : random.between(low, high - 1);
  return {
    rule: { kind: 'bands', bands: all },
    value: { band: labels[at] ?? '', ratio: decimalOf(random, ratio, 2) },
  };
}

function elements(random: Random, marks: Numeral): Omit<DrawnRule, 'marks'> {
  const { n, d } = read(marks);
  // Marks have at most three decimals.
  const all = Number((n * 1000n) / d);
  const count = random.between(1, 4);
  let left = all;
  const parts = random.list(count, (index) => {
    const some = index === count - 1 ? left : random.between(0, left);
    left -= some;
    return { id: ['a', 'b', '要素三', 'toString'][index] ?? '', marks: decimalOf(random, some, 3) };
  });
  return {
    rule: { kind: 'elements', elements: parts },
    value: { met: random.shuffled(parts.map(({ id }) => id)).filter(() => random.chance(60)) },
  };
}

function deduction(random: Random, marks: Numeral): Omit<DrawnRule, 'marks'> {
  const floor = Number(read(marks).n / read(marks).d);
  return {
    rule: {
      kind: 'deduction',
      perOccurrence: random.pick<Numeral>(['0.5', 1, '2', '0.333', 5]),
      ...(random.chance(40) ? { floor: random.between(0, floor) } : {}),
    },
    value: { occurrences: random.pick<Numeral>([0, 1, 2, '3', '7.0', 40, random.below(30)]) },
  };
}

function evaluator(random: Random, marks: Numeral): Omit<DrawnRule, 'marks'> {
  const { n, d } = read(marks);
  const most = Number((n * 10n) / d);
  return {
    rule: { kind: 'evaluator', aggregate: random.pick(['mean', 'median', 'trimmedMean'] as const) },
    value: { marks: random.list(random.between(1, 6), () => decimalOf(random, random.below(most + 1), 1)) },
  };
}
