import { printUnits } from '../numbers/rational';
import { accepted, pointerToken, refusal, refused } from '../refusal';
import type { Outcome, Refusal } from '../refusal';
import { compileMethod } from './compile-method';
import type { CompiledLeaf, CompiledMethod } from './compile-method';
import { gradeOf } from './grade';
import type { Grade } from './grade';
import { groupScores } from './groups/group-scores';
import type { GroupScore } from './groups/group-scores';
import type { IndicatorValue, IndicatorValues, Method } from './method';
import { scoreLeaf } from './score-leaf';
import type { LeafScore } from './score-leaf';
import { marksNotHundred } from './warnings';
import type { Warning } from './warnings';

/** One unit's score, in whole units of 10^-scoreDecimals. Print it with `printScore`. */
export interface ScoreResult {
  readonly leaves: readonly LeafScore[];
  /** Of every group of the method, in the order of its `groups`: the last is the whole, before a veto. */
  readonly groups: readonly GroupScore[];
  /** The lowest cap of the vetoes that have occurred; null where none has. */
  readonly capTotal: bigint | null;
  readonly total: bigint | null;
  readonly grade: Grade | null;
  readonly missing: readonly string[];
  readonly warnings: readonly Warning[];
}

/** The answer of `yuheng score`: leaves in input order, scores as decimal strings with `scoreDecimals` places. */
export interface ScoreAnswer {
  readonly total: string | null;
  readonly grade: Grade | null;
  readonly indicators: readonly {
    readonly id: string;
    readonly ruleScore: string | null;
    readonly finalScore: string | null;
    readonly state?: 'notApplicable' | 'missing';
  }[];
  readonly warnings: readonly Warning[];
  /** Only where a figure is missing: the leaves that keep the total from being computed. */
  readonly missing?: readonly string[];
}

const unknownValue = (id: string): Refusal =>
  refusal(
    `/values/${pointerToken(id)}`,
    `评价办法中没有编号为“${id}”的末级指标，请核对。`,
    `The method has no leaf with the id "${id}"; check it.`,
  );

/** Every object has members such as "constructor"; under a leaf of that name only an own one is its value. */
const valueOf = (leaf: CompiledLeaf, values: IndicatorValues): IndicatorValue | undefined =>
  leaf.nameOfMember && !Object.hasOwn(values, leaf.id) ? undefined : values[leaf.id];

const unknownValues = (method: CompiledMethod, values: IndicatorValues): Refusal[] =>
  Object.keys(values)
    .filter((id) => !method.leafById.has(id))
    .map(unknownValue);

const noValue = (leaf: CompiledLeaf): Refusal =>
  refusal(
    leaf.valuePointer,
    `指标“${leaf.id}”没有数值；确无数据的，请标记为缺报或者不适用。`,
    `The leaf "${leaf.id}" has no value; where there is none, state it as missing or not applicable.`,
  );

function gradeOfTotal(method: CompiledMethod, total: bigint): Grade | null {
  const { numerator, denominator } = method.fullMarks;
  if (numerator === 0n) return null;
  return gradeOf({ numerator: total * 100n * denominator, denominator: method.scale * numerator });
}

/** The lowest cap of the vetoes that have occurred; null where none has. */
function lowestCap(method: CompiledMethod, leaves: readonly LeafScore[]): bigint | null {
  let lowest: bigint | null = null;
  for (const { place } of method.vetoes) {
    const leaf = leaves[place];
    if (leaf?.state !== 'scored' || leaf.capTotal === null) continue;
    if (lowest === null || leaf.capTotal < lowest) lowest = leaf.capTotal;
  }
  return lowest;
}

const missingOf = (leaves: readonly LeafScore[]): readonly string[] =>
  leaves.filter((leaf) => leaf.state === 'missing').map((leaf) => leaf.id);

function summarise(
  method: CompiledMethod,
  leaves: readonly LeafScore[],
  warnings: readonly Warning[],
): ScoreResult {
  const groups = groupScores(method, leaves);
  const whole = groups.at(-1);
  const capTotal = lowestCap(method, leaves);
  let total = whole?.state === 'scored' ? whole.score : null;
  if (total !== null && capTotal !== null && capTotal < total) total = capTotal;
  return {
    leaves,
    groups,
    capTotal,
    total,
    grade: total === null ? null : gradeOfTotal(method, total),
    missing: whole?.state === 'missing' ? missingOf(leaves) : [],
    warnings,
  };
}

/**
 * Scores one unit under a compiled method (architecture.md section 10). Exact throughout: each leaf is one exact division
 * rounded half up to `scoreDecimals`; from there on integers. Order: leaves → sum of final scores → re-scaling where leaves
 * are not applicable (over the whole method, or within each parent: see `groupScores`) → the lowest cap of the vetoes that
 * have occurred → grade on the total as printed × 100 ÷ full marks. A missing leaf leaves total and grade null; so do leaves
 * that are all not applicable, whatever the vetoes say.
 * Refused, each with its pointer from `/values`: a value of an unknown leaf, a leaf without a value, whatever its rule
 * refuses. Example: 15 + 49.04 + 20 + 10 is 94.04, not 94.03999….
 */
export function scoreValues(method: CompiledMethod, values: IndicatorValues): Outcome<ScoreResult> {
  const refusals: (readonly Refusal[])[] = [];
  const leaves: LeafScore[] = [];
  const warnings: Warning[] = method.marksAreHundred ? [] : [marksNotHundred(method.fullMarks)];
  let found = 0;
  for (const leaf of method.leaves) {
    const value = valueOf(leaf, values);
    if (value === undefined) {
      refusals.push([noValue(leaf)]);
      continue;
    }
    found += 1;
    const score = scoreLeaf(method, leaf, value, warnings);
    if (score.state === 'refused') refusals.push(score.refusals);
    else leaves.push(score);
  }
  // Whatever was not found under a leaf belongs to none.
  if (Object.keys(values).length !== found) refusals.unshift(unknownValues(method, values));
  return refusals.length > 0 ? refused(refusals.flat()) : accepted(summarise(method, leaves, warnings));
}

/** Prints a result as `yuheng score` answers it. */
export function printScore(method: CompiledMethod, result: ScoreResult): ScoreAnswer {
  const print = (units: bigint): string => printUnits(units, method.scoreDecimals);
  return {
    total: result.total === null ? null : print(result.total),
    grade: result.grade,
    indicators: result.leaves.map((leaf) => {
      if (leaf.state !== 'scored') {
        return { id: leaf.id, ruleScore: null, finalScore: null, state: leaf.state };
      }
      const ruleScore = print(leaf.ruleScore);
      const finalScore = leaf.finalScore === leaf.ruleScore ? ruleScore : print(leaf.finalScore);
      return { id: leaf.id, ruleScore, finalScore };
    }),
    warnings: result.warnings,
    ...(result.missing.length > 0 ? { missing: result.missing } : {}),
  };
}

/** Checks the method and scores one unit. For many units compile once and call `scoreValues`. */
export function score(method: Method, values: IndicatorValues): Outcome<ScoreAnswer> {
  const compiled = compileMethod(method);
  if (!compiled.ok) return compiled;
  const result = scoreValues(compiled.value, values);
  return result.ok ? accepted(printScore(compiled.value, result.value)) : result;
}
