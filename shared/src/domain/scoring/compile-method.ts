import { compare, rational, ZERO } from '../numbers/rational';
import type { Rational } from '../numbers/rational';
import { accepted, pointerToken, refusal, refused } from '../refusal';
import type { Outcome, Refusal } from '../refusal';
import { checkTree } from './check-tree';
import { groupMarks, groupTree } from './groups/group-tree';
import type { Group, GroupTree } from './groups/group-tree';
import { DEFAULT_SCORE_DECIMALS, MOST_SCORE_DECIMALS } from './method';
import type { Indicator, Method } from './method';
import { absent, isRefusal, printNumber, requireNumeral } from './numbers/numeral';
import { compileRule } from './rules/compile-rule';
import type { CompiledRule } from './rules/rule';
import { vetoWithMarks } from './rules/veto';

export interface CompiledLeaf {
  readonly indicator: Indicator;
  readonly id: string;
  /** Full marks, exact. */
  readonly marks: Rational;
  readonly rule: CompiledRule;
  /** Its place among the leaves of the method. */
  readonly place: number;
  /** The place in the method's groups of the one that it stands right below. */
  readonly group: number;
  /** True where every object has a member of the leaf's id, such as "constructor". */
  readonly nameOfMember: boolean;
  /** The keys that a value of this leaf may carry. */
  readonly keys: readonly string[];
  /** RFC 6901 pointer of the leaf's value in the input. */
  readonly valuePointer: string;
}

export interface CompiledGroup extends Group {
  /** Full marks: the sum of the leaves below it at any depth, exact. */
  readonly marks: Rational;
}

/** A method that was checked once and can score any number of units. */
export interface CompiledMethod {
  readonly method: Method;
  /** In input order. */
  readonly leaves: readonly CompiledLeaf[];
  readonly leafById: ReadonlyMap<string, CompiledLeaf>;
  readonly vetoes: readonly CompiledLeaf[];
  /** Each after all groups below it; the last is the whole method. */
  readonly groups: readonly CompiledGroup[];
  /** The place of each group in that list, by its id. */
  readonly groupPlaces: ReadonlyMap<string, number>;
  readonly scoreDecimals: number;
  /** 10 to the power of `scoreDecimals`. */
  readonly scale: bigint;
  /** The sum of the leaves' marks, exact. */
  readonly fullMarks: Rational;
  readonly marksAreHundred: boolean;
}

function requireMarks(indicator: Indicator, pointer: string): Rational | Refusal {
  const marks = requireNumeral(indicator.marks, `${pointer}/marks`);
  if (isRefusal(marks) || marks.numerator >= 0n) return marks;
  return refusal(
    `${pointer}/marks`,
    `分值不得为负数，现为${printNumber(marks)}，请改正。`,
    `Marks must not be negative; they are ${printNumber(marks)}. Correct them.`,
  );
}

interface LeafPlace {
  readonly pointer: string;
  readonly scoreDecimals: number;
  readonly place: number;
  readonly group: number;
}

function compileLeaf(
  indicator: Indicator,
  { pointer, scoreDecimals, place, group }: LeafPlace,
): Outcome<CompiledLeaf> {
  const given = requireMarks(indicator, pointer);
  const vetoed = indicator.rule?.kind === 'veto' && !isRefusal(given);
  const marks = (vetoed ? vetoWithMarks(given, `${pointer}/marks`) : null) ?? given;
  // A rule is checked even beside wrong marks, so that one answer names all that is to be corrected.
  const rule = indicator.rule
    ? compileRule(indicator.rule, {
        marks: isRefusal(marks) ? null : marks,
        scoreDecimals,
        scale: 10n ** BigInt(scoreDecimals),
        pointer: `${pointer}/rule`,
      })
    : refused([absent(`${pointer}/rule`)]);
  if (isRefusal(marks)) return refused(rule.ok ? [marks] : [marks, ...rule.refusals]);
  if (!rule.ok) return rule;
  const valuePointer = `/values/${pointerToken(indicator.id)}`;
  const keys = [...rule.value.keys, 'finalScore', 'reason'];
  return accepted({
    indicator,
    id: indicator.id,
    marks,
    rule: rule.value,
    place,
    group,
    nameOfMember: indicator.id in {},
    keys,
    valuePointer,
  });
}

/**
 * A parent's rule has no place; marks that are given all the same must say what its leaves say. `sum` is null where a leaf
 * was refused, so that no sum can be told.
 */
function checkParent(parent: Indicator, pointer: string, sum: Rational | null): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (parent.rule !== undefined) {
    refusals.push(
      refusal(
        `${pointer}/rule`,
        `“${parent.id}”下设指标，自身不得带计分规则，请删去规则，或者改正下级指标所填的上级。`,
        `"${parent.id}" has indicators below it, so it carries no rule of its own; remove the rule, or correct the parent of those below.`,
      ),
    );
  }
  if (parent.marks === undefined) return refusals;
  const given = requireNumeral(parent.marks, `${pointer}/marks`);
  if (isRefusal(given)) return [...refusals, given];
  if (sum !== null && compare(given, sum) !== 0) {
    refusals.push(
      refusal(
        `${pointer}/marks`,
        `“${parent.id}”的分值写为${printNumber(given)}，其下各指标合计为${printNumber(sum)}，请改为一致或者删去。`,
        `The marks of "${parent.id}" say ${printNumber(given)}, its leaves sum to ${printNumber(sum)}; make them agree or leave them out.`,
      ),
    );
  }
  return refusals;
}

function readDecimals(method: Method): number | Refusal {
  const decimals = method.scoreDecimals ?? DEFAULT_SCORE_DECIMALS;
  if (Number.isInteger(decimals) && decimals >= 0 && decimals <= MOST_SCORE_DECIMALS) return decimals;
  return refusal(
    '/method/scoreDecimals',
    `得分小数位数应当是0至${MOST_SCORE_DECIMALS}的整数，现为${decimals}，请改正。`,
    `The decimal places of scores must be a whole number from 0 to ${MOST_SCORE_DECIMALS}; they are ${decimals}. Correct them.`,
  );
}

interface CompiledLeaves {
  readonly leaves: readonly CompiledLeaf[];
  readonly refusals: readonly Refusal[];
}

function compileLeaves(
  method: Method,
  { groups, placeOf }: GroupTree,
  scoreDecimals: number,
): CompiledLeaves {
  const whole = groups.length - 1;
  const leaves: CompiledLeaf[] = [];
  const refusals: (readonly Refusal[])[] = [];
  method.indicators.forEach((indicator, index) => {
    if (placeOf.has(indicator.id)) return;
    const group = indicator.parent === undefined ? whole : (placeOf.get(indicator.parent) ?? whole);
    const pointer = `/method/indicators/${index}`;
    const leaf = compileLeaf(indicator, { pointer, scoreDecimals, place: leaves.length, group });
    if (leaf.ok) leaves.push(leaf.value);
    else refusals.push(leaf.refusals);
  });
  return { leaves, refusals: refusals.flat() };
}

/**
 * Checks a method once: ids are unique, parents exist and form no cycle, parents carry no rule, leaves carry marks ≥ 0 and
 * a sound rule. All that is wrong is refused together, each with its pointer from `/method`; only an unsound tree is
 * refused alone, because nothing below it can be told. Marks that do not sum to 100 are a warning of the score, no refusal.
 * The tree may be of any depth; the time taken grows with the number of indicators.
 */
export function compileMethod(method: Method): Outcome<CompiledMethod> {
  const unsound = checkTree(method);
  if (unsound.length > 0) return refused(unsound);
  const decimals = readDecimals(method);
  const wrongDecimals = typeof decimals === 'number' ? [] : [decimals];
  const scoreDecimals = typeof decimals === 'number' ? decimals : MOST_SCORE_DECIMALS;
  const tree = groupTree(method);
  const { leaves, refusals: wrongLeaves } = compileLeaves(method, tree, scoreDecimals);
  const marks = groupMarks(tree, leaves);
  const wrongParents = method.indicators.flatMap((indicator, index) => {
    const place = tree.placeOf.get(indicator.id);
    if (place === undefined) return [];
    const sum = wrongLeaves.length > 0 ? null : (marks[place] ?? null);
    return checkParent(indicator, `/method/indicators/${index}`, sum);
  });
  const refusals = [...wrongDecimals, ...wrongLeaves, ...wrongParents];
  if (refusals.length > 0) return refused(refusals);
  const groups = tree.groups.map((group, place) => ({ ...group, marks: marks[place] ?? ZERO }));
  const fullMarks = marks.at(-1) ?? ZERO;
  return accepted({
    method,
    leaves,
    leafById: new Map(leaves.map((leaf) => [leaf.id, leaf])),
    vetoes: leaves.filter((leaf) => leaf.indicator.rule?.kind === 'veto'),
    groups,
    groupPlaces: tree.placeOf,
    scoreDecimals,
    scale: 10n ** BigInt(scoreDecimals),
    fullMarks,
    marksAreHundred: compare(fullMarks, rational(100)) === 0,
  });
}
