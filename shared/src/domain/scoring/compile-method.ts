import { add, compare, rational, ZERO } from '../numbers/rational';
import type { Rational } from '../numbers/rational';
import { accepted, pointerToken, refusal, refused } from '../refusal';
import type { Outcome, Refusal } from '../refusal';
import { checkTree } from './check-tree';
import { DEFAULT_SCORE_DECIMALS, MOST_SCORE_DECIMALS } from './method';
import type { Indicator, Method } from './method';
import { absent, isRefusal, printNumber, requireNumeral } from './numeral';
import { compileRule } from './rules/compile-rule';
import type { CompiledRule } from './rules/rule';
import { vetoWithMarks } from './rules/veto';

export interface CompiledLeaf {
  readonly indicator: Indicator;
  readonly id: string;
  /** Full marks, exact. */
  readonly marks: Rational;
  readonly rule: CompiledRule;
  /** The keys that a value of this leaf may carry. */
  readonly keys: readonly string[];
  /** RFC 6901 pointer of the leaf's value in the input. */
  readonly valuePointer: string;
}

/** A method that was checked once and can score any number of units. */
export interface CompiledMethod {
  readonly method: Method;
  /** In input order. */
  readonly leaves: readonly CompiledLeaf[];
  readonly leafById: ReadonlyMap<string, CompiledLeaf>;
  readonly scoreDecimals: number;
  /** The sum of the leaves' marks, exact. */
  readonly fullMarks: Rational;
  readonly marksAreHundred: boolean;
}

function requireMarks(indicator: Indicator, pointer: string): Rational | Refusal {
  const marks = requireNumeral(indicator.marks, `${pointer}/marks`);
  if (isRefusal(marks) || marks.numerator >= 0n) return marks;
  return refusal(
    `${pointer}/marks`,
    `分值不得为负数，现为${printNumber(marks)}。`,
    `Marks must not be negative; they are ${printNumber(marks)}.`,
  );
}

function compileLeaf(indicator: Indicator, pointer: string, scoreDecimals: number): Outcome<CompiledLeaf> {
  const given = requireMarks(indicator, pointer);
  const vetoed = indicator.rule?.kind === 'veto' && !isRefusal(given);
  const marks = (vetoed ? vetoWithMarks(given, `${pointer}/marks`) : null) ?? given;
  // A rule is checked even beside wrong marks, so that one answer names all that is to be corrected.
  const rule = indicator.rule
    ? compileRule(indicator.rule, {
        marks: isRefusal(marks) ? null : marks,
        scoreDecimals,
        pointer: `${pointer}/rule`,
      })
    : refused([absent(`${pointer}/rule`)]);
  if (isRefusal(marks)) return refused(rule.ok ? [marks] : [marks, ...rule.refusals]);
  if (!rule.ok) return rule;
  const valuePointer = `/values/${pointerToken(indicator.id)}`;
  const keys = [...rule.value.keys, 'finalScore', 'reason'];
  return accepted({ indicator, id: indicator.id, marks, rule: rule.value, keys, valuePointer });
}

/** A parent's rule has no place; marks that are given all the same must say what its leaves say. */
function checkParent(method: Method, index: number, sums: ReadonlyMap<string, Rational>): readonly Refusal[] {
  const parent = method.indicators[index] as Indicator;
  const pointer = `/method/indicators/${index}`;
  const refusals: Refusal[] = [];
  if (parent.rule !== undefined) {
    refusals.push(
      refusal(
        `${pointer}/rule`,
        `“${parent.id}”下设指标，自身不得带计分规则。`,
        `"${parent.id}" has indicators below it, so it carries no rule of its own.`,
      ),
    );
  }
  const sum = sums.get(parent.id);
  if (parent.marks !== undefined && sum !== undefined) {
    const given = requireNumeral(parent.marks, `${pointer}/marks`);
    if (isRefusal(given)) refusals.push(given);
    else if (compare(given, sum) !== 0) {
      refusals.push(
        refusal(
          `${pointer}/marks`,
          `“${parent.id}”的分值写为${printNumber(given)}，其下各指标合计为${printNumber(sum)}，请改为一致或者删去。`,
          `The marks of "${parent.id}" say ${printNumber(given)}, its leaves sum to ${printNumber(sum)}; make them agree or leave them out.`,
        ),
      );
    }
  }
  return refusals;
}

/** Marks of every parent, as the sum of the leaves below it at any depth. The tree is known to be sound. */
function sumOfParents(method: Method, leaves: readonly CompiledLeaf[]): ReadonlyMap<string, Rational> {
  const parentOf = new Map(method.indicators.map((one) => [one.id, one.parent]));
  const sums = new Map<string, Rational>();
  for (const leaf of leaves) {
    for (let id = leaf.indicator.parent; id !== undefined; id = parentOf.get(id)) {
      sums.set(id, add(sums.get(id) ?? ZERO, leaf.marks));
    }
  }
  return sums;
}

function readDecimals(method: Method): number | Refusal {
  const decimals = method.scoreDecimals ?? DEFAULT_SCORE_DECIMALS;
  if (Number.isInteger(decimals) && decimals >= 0 && decimals <= MOST_SCORE_DECIMALS) return decimals;
  return refusal(
    '/method/scoreDecimals',
    `得分小数位数应当是0至${MOST_SCORE_DECIMALS}的整数。`,
    `The decimal places of scores must be a whole number from 0 to ${MOST_SCORE_DECIMALS}.`,
  );
}

/**
 * Checks a method once: ids are unique, parents exist and form no cycle, parents carry no rule, leaves carry marks ≥ 0 and
 * a sound rule. All that is wrong is refused together, each with its pointer from `/method`; only an unsound tree is
 * refused alone, because nothing below it can be told. Marks that do not sum to 100 are a warning of the score, no refusal.
 */
export function compileMethod(method: Method): Outcome<CompiledMethod> {
  const unsound = checkTree(method);
  if (unsound.length > 0) return refused(unsound);
  const refusals: Refusal[] = [];
  const decimals = readDecimals(method);
  if (typeof decimals !== 'number') refusals.push(decimals);
  const places = typeof decimals === 'number' ? decimals : MOST_SCORE_DECIMALS;
  const parents = new Set(method.indicators.map((one) => one.parent));
  const leaves: CompiledLeaf[] = [];
  method.indicators.forEach((indicator, index) => {
    if (parents.has(indicator.id)) return;
    const leaf = compileLeaf(indicator, `/method/indicators/${index}`, places);
    if (leaf.ok) leaves.push(leaf.value);
    else refusals.push(...leaf.refusals);
  });
  const sums = refusals.length === 0 ? sumOfParents(method, leaves) : new Map<string, Rational>();
  method.indicators.forEach((indicator, index) => {
    if (parents.has(indicator.id)) refusals.push(...checkParent(method, index, sums));
  });
  if (refusals.length > 0 || typeof decimals !== 'number') return refused(refusals);
  const fullMarks = leaves.reduce((sum, leaf) => add(sum, leaf.marks), ZERO);
  return accepted({
    method,
    leaves,
    leafById: new Map(leaves.map((leaf) => [leaf.id, leaf])),
    scoreDecimals: decimals,
    fullMarks,
    marksAreHundred: compare(fullMarks, rational(100)) === 0,
  });
}
