import type { Bilingual } from '../../bilingual';
import { canonicalJson } from '../../canonical-json';
import type { CanonicalValue } from '../../canonical-json';
import type { CountyYearFacts } from '../../metrics/facts';
import type { EvaluatorMark } from '../../metrics/values/evaluator-values';
import { valuesFromFacts } from '../../metrics/values/values-from-facts';
import { add, compare, divide, multiply, ONE, parseDecimal, subtract, ZERO } from '../../numbers/rational';
import type { Rational } from '../../numbers/rational';
import { accepted } from '../../refusal';
import type { Outcome } from '../../refusal';
import { compileMethod } from '../compile-method';
import type { CompiledMethod } from '../compile-method';
import { plainMarks } from '../groups/dimensions';
import { nameOf } from '../method';
import type { IndicatorValue, IndicatorValues, Method } from '../method';
import { printNumber, readNumeral } from '../numbers/numeral';
import { printScore, scoreValues } from '../score';

export interface SimulatedUnit {
  readonly facts: CountyYearFacts;
  /** What evaluators gave in a finalised round, by leaf id. */
  readonly marks: Readonly<Record<string, readonly EvaluatorMark[]>>;
}

export interface SimulatedLeaf {
  readonly id: string;
  readonly name: Bilingual;
  /** Null where the method does not have the leaf. */
  readonly marks: string | null;
  readonly score: string | null;
  readonly state: 'scored' | 'notApplicable' | 'missing' | 'absent';
}

interface NamedLeaf {
  readonly id: string;
  readonly name: Bilingual;
}

export interface SimulatedSide {
  /** Null where a leaf is missing. */
  readonly total: string | null;
  /** What the leaves with a score come to, and what they are out of. */
  readonly scored: string;
  readonly scoredOf: string;
  readonly missing: readonly NamedLeaf[];
}

export interface SimulatedCounty {
  readonly county: string;
  readonly before: SimulatedSide;
  readonly after: SimulatedSide;
  /** after − before; null where one of them has no total. */
  readonly difference: string | null;
  readonly moved: readonly {
    readonly id: string;
    readonly before: SimulatedLeaf;
    readonly after: SimulatedLeaf;
  }[];
  readonly leaves: readonly SimulatedLeaf[];
}

export interface MethodSimulation {
  readonly rescaled: readonly (NamedLeaf & { readonly from: string; readonly to: string })[];
  readonly counties: readonly SimulatedCounty[];
}

export interface SimulationInput {
  readonly before: Method;
  readonly after: Method;
  /** The method under which the marks were given; null: there are none. */
  readonly markedUnder: Method | null;
  readonly units: readonly SimulatedUnit[];
}

/** Marks of the leaves that evaluators mark by a number, by id. */
function markedLeaves({ indicators }: Method): ReadonlyMap<string, Rational> {
  return new Map(
    indicators.flatMap(({ id, marks, rule, source }): [string, Rational][] => {
      const full = marks === undefined ? null : readNumeral(marks);
      const isMarked = rule?.kind === 'evaluator' && (source === 'evaluator' || source === undefined);
      return isMarked && full !== null && full.numerator > 0n ? [[id, full]] : [];
    }),
  );
}

/** Leaves that people judge by a rule of another kind, by id: what was said of one holds for the very same alone. */
function judgedLeaves({ indicators }: Method): ReadonlyMap<string, string> {
  return new Map(
    indicators.flatMap(({ id, marks, rule, source }): [string, string][] => {
      const isJudged =
        rule !== undefined && rule.kind !== 'evaluator' && (source ?? 'evaluator') === 'evaluator';
      return isJudged ? [[id, canonicalJson({ marks, rule } as unknown as CanonicalValue)]] : [];
    }),
  );
}

/** Of each leaf whose marks hold under both methods: what a mark is multiplied by, 1 where the leaf stayed as it was. */
function factors(method: Method, markedUnder: Method | null): ReadonlyMap<string, Rational> {
  if (!markedUnder) return new Map();
  const [given, judged] = [markedLeaves(markedUnder), judgedLeaves(markedUnder)];
  const marked = [...markedLeaves(method)].flatMap(([id, full]): [string, Rational][] => {
    const from = given.get(id);
    return from ? [[id, divide(full, from)]] : [];
  });
  const same = [...judgedLeaves(method)].flatMap(([id, rule]): [string, Rational][] =>
    judged.get(id) === rule ? [[id, ONE]] : [],
  );
  return new Map([...marked, ...same]);
}

const scaled = (value: IndicatorValue, by: Rational): IndicatorValue =>
  value.marks === undefined
    ? value
    : { ...value, marks: value.marks.map((mark) => multiply(readNumeral(mark) ?? ZERO, by)) };

interface Scored {
  readonly side: SimulatedSide;
  readonly leaves: readonly SimulatedLeaf[];
}

function valuesOf(
  method: Method,
  unit: SimulatedUnit,
  by: ReadonlyMap<string, Rational>,
): Outcome<IndicatorValues> {
  const evaluatorMarks = Object.fromEntries(Object.entries(unit.marks).filter(([id]) => by.has(id)));
  const read = valuesFromFacts(method, { facts: unit.facts, evaluatorMarks });
  if (!read.ok) return read;
  const vetoes = new Set(method.indicators.filter(({ rule }) => rule?.kind === 'veto').map(({ id }) => id));
  const entries = Object.entries(read.value.values).map(([id, value]): [string, IndicatorValue] => {
    if (vetoes.has(id) && value.state === 'missing') return [id, { occurred: false }];
    const factor = by.get(id);
    return [id, factor ? scaled(value, factor) : value];
  });
  return accepted(Object.fromEntries(entries));
}

function scoreUnder(
  compiled: CompiledMethod,
  unit: SimulatedUnit,
  by: ReadonlyMap<string, Rational>,
): Outcome<Scored> {
  const values = valuesOf(compiled.method, unit, by);
  if (!values.ok) return values;
  const result = scoreValues(compiled, values.value);
  if (!result.ok) return result;
  const answer = printScore(compiled, result.value);
  const leaves = answer.indicators.map(({ id, finalScore, state }): SimulatedLeaf => {
    const leaf = compiled.leafById.get(id);
    return {
      id,
      name: leaf ? nameOf(leaf.indicator) : { zh: id, en: id },
      marks: leaf ? plainMarks(leaf.marks) : null,
      score: finalScore,
      state: state ?? 'scored',
    };
  });
  const [scoredLeaves, missing] = [
    leaves.filter(({ state }) => state === 'scored'),
    leaves.filter(({ state }) => state === 'missing'),
  ];
  const sum = (texts: readonly (string | null)[]): Rational =>
    texts.reduce((total, text) => add(total, parseDecimal(text ?? '0') ?? ZERO), ZERO);
  const side = {
    total: answer.total,
    scored: printNumber(sum(scoredLeaves.map(({ score }) => score))),
    scoredOf: printNumber(sum(scoredLeaves.map(({ marks }) => marks))),
    missing: missing.map(({ id, name }) => ({ id, name })),
  };
  return accepted({ side, leaves });
}

const absent = ({ id, name }: NamedLeaf): SimulatedLeaf => ({
  id,
  name,
  marks: null,
  score: null,
  state: 'absent',
});

/** Leaves whose marks, score or state differ, those of the new method first. */
function movedLeaves(
  before: readonly SimulatedLeaf[],
  after: readonly SimulatedLeaf[],
): SimulatedCounty['moved'] {
  const old = new Map(before.map((leaf) => [leaf.id, leaf]));
  const kept = new Set(after.map(({ id }) => id));
  const pairs = [
    ...after.map((leaf) => ({ id: leaf.id, before: old.get(leaf.id) ?? absent(leaf), after: leaf })),
    ...before
      .filter(({ id }) => !kept.has(id))
      .map((leaf) => ({ id: leaf.id, before: leaf, after: absent(leaf) })),
  ];
  return pairs.filter(
    ({ before: one, after: other }) =>
      one.marks !== other.marks || one.score !== other.score || one.state !== other.state,
  );
}

function differenceOf(before: string | null, after: string | null): string | null {
  const [one, other] = [before, after].map((text) => (text === null ? null : parseDecimal(text)));
  return one && other ? printNumber(subtract(other, one)) : null;
}

/**
 * What a year would have come to under another method, beside the one that it is compared with: both are scored from the
 * same facts by their rules alone, without exceptions, 合议 and rulings. Marks of evaluators are taken where both methods
 * have the leaf marked by a number; where its marks changed they are re-scaled in proportion, exactly, and that is said.
 * What they judged by another rule holds where leaf and rule are the very same; elsewhere the leaf is missing. A veto of
 * which nothing was said has not occurred. Nothing is ranked or graded.
 * Refused: what the engine refuses of either method, with the pointers of the method.
 */
export function simulateMethods({
  before,
  after,
  markedUnder,
  units,
}: SimulationInput): Outcome<MethodSimulation> {
  const [old, now] = [compileMethod(before), compileMethod(after)];
  if (!old.ok) return old;
  if (!now.ok) return now;
  const [byOld, byNow] = [factors(before, markedUnder), factors(after, markedUnder)];
  const counties: SimulatedCounty[] = [];
  for (const unit of units) {
    const [one, other] = [scoreUnder(old.value, unit, byOld), scoreUnder(now.value, unit, byNow)];
    if (!one.ok) return one;
    if (!other.ok) return other;
    counties.push({
      county: unit.facts.county,
      before: one.value.side,
      after: other.value.side,
      difference: differenceOf(one.value.side.total, other.value.side.total),
      moved: movedLeaves(one.value.leaves, other.value.leaves),
      leaves: other.value.leaves,
    });
  }
  const under = markedUnder ? markedLeaves(markedUnder) : new Map<string, Rational>();
  const rescaled = [...markedLeaves(after)].flatMap(([id, to]) => {
    const from = under.get(id);
    const leaf = now.value.leafById.get(id);
    if (!from || !leaf || compare(from, to) === 0) return [];
    return [{ id, name: nameOf(leaf.indicator), from: plainMarks(from), to: plainMarks(to) }];
  });
  return accepted({ rescaled, counties });
}
