import type { Bilingual } from '../bilingual';
import { compare, printUnits } from '../numbers/rational';
import { pointerToken, refusal } from '../refusal';
import type { Refusal } from '../refusal';
import type { CompiledLeaf, CompiledMethod } from './compile-method';
import type { IndicatorValue } from './method';
import { notDecimal, printNumber, readNumeral } from './numbers/numeral';
import type { Numeral } from './numbers/numeral';
import { roundScore } from './numbers/round-score';
import { finalDiffers, overAchievement } from './warnings';
import type { Warning } from './warnings';

/** One leaf's score in whole units of 10^-scoreDecimals, or the state that keeps it from having one. */
export type LeafScore =
  | {
      readonly id: string;
      readonly state: 'scored';
      readonly ruleScore: bigint;
      readonly finalScore: bigint;
      /** Of a veto that has occurred: the total is so much at most; otherwise null. */
      readonly capTotal: bigint | null;
    }
  | {
      readonly id: string;
      readonly state: 'notApplicable' | 'missing';
      /** Where the rule itself could not compute: why. */
      readonly reason?: Bilingual;
    };

interface Refused {
  readonly state: 'refused';
  readonly refusals: readonly Refusal[];
}

const refusedLeaf = (refusals: readonly Refusal[]): Refused => ({ state: 'refused', refusals });
const NONE: readonly Refusal[] = [];

const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

const unknownKey = (key: string, pointer: string): Refusal =>
  refusal(
    `${pointer}/${pointerToken(key)}`,
    `该指标的数值不含“${key}”这一项，请删去或者核对计分规则。`,
    `The value of this indicator takes no "${key}"; remove it or check the rule.`,
  );

function unknownKeys(value: IndicatorValue, allowed: readonly string[], pointer: string): readonly Refusal[] {
  let refusals = NONE;
  for (const key in value) {
    if (allowed.includes(key) || value[key as keyof IndicatorValue] === undefined) continue;
    refusals = [...refusals, unknownKey(key, pointer)];
  }
  return refusals;
}

const noReason = (pointer: string): Refusal =>
  refusal(
    `${pointer}/reason`,
    '标记为不适用的，应当说明理由，请填写 reason。',
    'A value that is not applicable needs a reason; give it in "reason".',
  );

function scoreState(leaf: CompiledLeaf, value: IndicatorValue): LeafScore | Refused {
  const state = value.state === 'missing' ? 'missing' : 'notApplicable';
  const allowed = state === 'missing' ? ['state'] : ['state', 'reason'];
  const unknown = unknownKeys(value, allowed, leaf.valuePointer);
  const refusals =
    state === 'notApplicable' && isBlank(value.reason) ? [...unknown, noReason(leaf.valuePointer)] : unknown;
  return refusals.length > 0 ? refusedLeaf(refusals) : { id: leaf.id, state };
}

/** The final score in units, or why it cannot stand: outside 0…marks, or finer than the method's decimals. */
function readFinal(method: CompiledMethod, leaf: CompiledLeaf, numeral: Numeral): bigint | Refusal {
  const pointer = `${leaf.valuePointer}/finalScore`;
  const final = readNumeral(numeral);
  if (final === null) return notDecimal(pointer);
  if (final.numerator < 0n || compare(final, leaf.marks) > 0) {
    const full = printNumber(leaf.marks);
    return refusal(
      pointer,
      `最终得分应当在0至${full}之间，现为${printNumber(final)}，请改正。`,
      `A final score must lie between 0 and ${full}; it is ${printNumber(final)}. Correct it.`,
    );
  }
  const units = roundScore(final, method.scale);
  if (units * final.denominator === final.numerator * method.scale) return units;
  const decimals = method.scoreDecimals;
  return refusal(
    pointer,
    `最终得分最多保留${decimals}位小数，现为${printNumber(final)}，请改正。`,
    `A final score has at most ${decimals} decimal places; it is ${printNumber(final)}. Correct it.`,
  );
}

/**
 * Scores one leaf on its value: the rule's exact score rounded half up once, and the final score where one was given.
 * A final score that differs from the rule needs a reason and leaves a warning. `warnings` is appended to.
 */
export function scoreLeaf(
  method: CompiledMethod,
  leaf: CompiledLeaf,
  value: IndicatorValue,
  warnings: Warning[],
): LeafScore | Refused {
  if (value.state !== undefined) return scoreState(leaf, value);
  const unknown = unknownKeys(value, leaf.keys, leaf.valuePointer);
  const outcome = leaf.rule.score(value, leaf.valuePointer);
  if (outcome.state === 'refused') return refusedLeaf([...unknown, ...outcome.refusals]);
  const given = value.finalScore === undefined ? null : readFinal(method, leaf, value.finalScore);
  if (given !== null && typeof given !== 'bigint') return refusedLeaf([...unknown, given]);
  if (unknown.length > 0) return refusedLeaf(unknown);
  if (outcome.state === 'cannotCompute') return { id: leaf.id, state: 'missing', reason: outcome.reason };
  const ruleScore = outcome.units ?? roundScore(outcome.exact, method.scale);
  const finalScore = given ?? ruleScore;
  if (finalScore !== ruleScore) {
    const print = (units: bigint): string => printUnits(units, method.scoreDecimals);
    const [rule, final] = [print(ruleScore), print(finalScore)];
    if (isBlank(value.reason)) return refusedLeaf([absentReason(leaf.valuePointer, rule, final)]);
    warnings.push(finalDiffers(leaf.id, rule, final, value.reason ?? ''));
  }
  if (outcome.overAchievement) warnings.push(overAchievement(leaf.id, outcome.overAchievement));
  const capTotal = outcome.capTotal === null ? null : roundScore(outcome.capTotal, method.scale);
  return { id: leaf.id, state: 'scored', ruleScore, finalScore, capTotal };
}

const absentReason = (pointer: string, rule: string, final: string): Refusal =>
  refusal(
    `${pointer}/reason`,
    `最终得分${final}与按规则计算的得分${rule}不同，应当说明理由，请填写 reason。`,
    `The final score ${final} differs from the rule, which gives ${rule}, so a reason is needed; give it in "reason".`,
  );
