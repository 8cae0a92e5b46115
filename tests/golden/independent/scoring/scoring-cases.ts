import { read, type Numeral } from '../fraction';
import type { Random } from '../random';
import { decimalOf } from '../random-numerals';
import { brokenScoring } from './broken-scoring';
import { printUnits } from './plain-score';
import type { Indicator, Leaf, LeafValue, ScoreCase } from './scoring-case';
import { drawRule } from './rule-cases';

const IDS = ['a', 'b1', '执行率', 'x/y', 'm~n', '10', 'toString', 'C', 'd', 'e', 'f', 'g', 'h', 'i'];

/**
 * A random case for `yuheng score`: a tree up to three deep, every kind of rule, values at the edges of rules and
 * between them; one case in twelve breaks a rule on purpose.
 */
export function scoringCase(random: Random): ScoreCase {
  const places = random.chance(50) ? 2 : random.between(0, 6);
  const size = random.chance(8) ? random.between(8, IDS.length) : random.between(1, 6);
  const marks = marksOf(random, size);
  const drawn = random
    .shuffled(IDS)
    .slice(0, size)
    .map((id, index) => drawLeaf(random, { id, marks: marks[index] ?? 1, places }));
  const leaves = drawn.map(({ leaf }) => leaf);
  // Of a method with vetoes only there is nothing to score.
  if (leaves.every(({ rule }) => rule.kind === 'veto')) return scoringCase(random);
  const plain: ScoreCase = {
    method: {
      indicators: random.chance(60) ? planted(random, leaves) : leaves,
      ...(places === 2 && random.chance(70)
        ? {}
        : { scoreDecimals: random.pick<Numeral>([places, String(places), `${places}.0`]) }),
      ...(random.chance(40)
        ? { notApplicableWithin: random.pick(['parent', 'parent', 'method'] as const) }
        : {}),
    },
    values: Object.fromEntries(stated(random, drawn).map(({ leaf, value }) => [leaf.id, value])),
  };
  return random.chance(8) ? brokenScoring(random, plain) : plain;
}

interface Drawn {
  readonly leaf: Leaf;
  readonly value: LeafValue;
}

/** Marks that often sum to 100, sometimes with decimals, sometimes 0. */
function marksOf(random: Random, size: number): readonly Numeral[] {
  if (random.chance(50)) {
    const places = random.pick([0, 0, 1, 2]);
    const unit = 10 ** places;
    let left = 100 * unit;
    return random.list(size, (index) => {
      const some = index === size - 1 ? left : random.between(1, Math.floor((2 * left) / (size - index + 1)));
      left -= some;
      return decimalOf(random, some, places);
    });
  }
  const places = random.pick([0, 1, 3]);
  return random.list(size, () => decimalOf(random, random.between(1, 40 * 10 ** places), places));
}

function drawLeaf(
  random: Random,
  given: { readonly id: string; readonly marks: Numeral; readonly places: number },
): Drawn {
  const { rule, value, marks } = drawRule(random, given.marks, given.places);
  const leaf = { id: given.id, marks, rule };
  if (!random.chance(15)) return { leaf, value };
  const most = (read(marks).n * 10n ** BigInt(given.places)) / read(marks).d;
  const units = random.chance(30) ? most : BigInt(random.below(Number(most) + 1));
  return {
    leaf,
    value: {
      ...value,
      finalScore: printUnits(units, given.places),
      ...(random.chance(90) ? { reason: '评价组认定' } : {}),
    },
  };
}

/** Some values do not apply or are missing: mostly none, now and then several. */
function stated(random: Random, drawn: readonly Drawn[]): readonly Drawn[] {
  const away = random.pick([0, 0, 30, 70]);
  const missing = random.chance(12) ? 30 : 0;
  return drawn.map(({ leaf, value }) => {
    if (random.chance(away)) return { leaf, value: { state: 'notApplicable', reason: '本年无此项任务' } };
    return { leaf, value: random.chance(missing) ? { state: 'missing' } : value };
  });
}

/** The leaves under parents, which may have parents; every parent has something below it. */
function planted(random: Random, leaves: readonly Leaf[]): readonly Indicator[] {
  const parents: Indicator[] = [];
  const hung = (one: Indicator, depth: number): Indicator => {
    if (!random.chance(75 - 20 * depth)) return one;
    const level = parents.filter(({ id }) => id.startsWith(`L${depth}-`));
    if (level.length > 0 && random.chance(60)) return { ...one, parent: random.pick(level).id };
    const parent = { id: `L${depth}-${level.length}` };
    const at = parents.push(parent) - 1;
    parents[at] = hung(parent, depth + 1);
    return { ...one, parent: parent.id };
  };
  const placed = leaves.map((leaf) => hung(leaf, 0));
  const indicators = [...parents, ...placed];
  return random.chance(30) ? random.shuffled(indicators) : indicators;
}

/** Smaller cases than this one, for finding the smallest that still shows a difference. */
export function* smallerScorings({ method, values }: ScoreCase): Generator<ScoreCase> {
  for (const gone of method.indicators) {
    const left = method.indicators.filter(({ id }) => id !== gone.id);
    const isEmptied = (one: Indicator) => !one.rule && !left.some(({ parent }) => parent === one.id);
    const kept = left.filter((one) => !isEmptied(one)).map((one) => withoutParent(one, gone.id));
    const entries = Object.entries(values).filter(([id]) => id !== gone.id || !gone.rule);
    if (kept.length > 0)
      yield { method: { ...method, indicators: kept }, values: Object.fromEntries(entries) };
  }
  const { notApplicableWithin: _within, ...withinMethod } = method;
  if (method.notApplicableWithin) yield { method: withinMethod, values };
  for (const [id, { finalScore, reason: _reason, ...value }] of Object.entries(values)) {
    if (finalScore !== undefined) yield { method, values: { ...values, [id]: value } };
  }
}

function withoutParent(indicator: Indicator, gone: string): Indicator {
  if (indicator.parent !== gone) return indicator;
  const { parent: _parent, ...rest } = indicator;
  return rest;
}
