import type { CompiledMethod } from '../compile-method';
import { explainGroups } from './explain-groups';
import { explainLeaf } from './explain-leaf';
import { explainTotal } from './explain-total';
import type { ExplanationStep, LeafSource } from './explanation-step';
import type { IndicatorValues } from '../method';
import type { ScoreResult } from '../score';

export interface ScoreExplanation {
  /** The whole score: its indicators, their sum, re-scaling where leaves are not applicable, vetoes, the grade. */
  readonly total: ExplanationStep;
  /** The step of each leaf, by its id. */
  readonly leaves: Readonly<Record<string, ExplanationStep>>;
}

/**
 * Explains a score that `scoreValues` gave for these values: every figure is computed again from the value and must be the
 * one that was scored. The results right below a group sum to the group's, those at the root to the total; where something
 * is not applicable one line re-scales the sum, and where a veto has occurred one line caps it. `sources` tells by leaf
 * where its figures came from. Takes any depth of tree, and time that grows with the number of indicators.
 * @throws RangeError when the result was not computed from these values.
 */
export function explainScore(
  method: CompiledMethod,
  values: IndicatorValues,
  result: ScoreResult,
  sources: Readonly<Record<string, LeafSource>> = {},
): ScoreExplanation {
  const scores = new Map(result.leaves.map((leaf) => [leaf.id, leaf]));
  const leaves = method.leaves.map((leaf): [string, ExplanationStep] => {
    const value = Object.hasOwn(values, leaf.id) ? values[leaf.id] : undefined;
    const score = scores.get(leaf.id);
    if (!value || !score) throw new RangeError(`The leaf ${leaf.id} was not scored.`);
    const source = Object.hasOwn(sources, leaf.id) ? sources[leaf.id] : undefined;
    return [leaf.id, explainLeaf(method, { leaf, value, score, source })];
  });
  const roots = explainGroups(method, result.groups, new Map(leaves));
  const steps = leaves.map(([, one]) => one);
  return { total: explainTotal(method, result, roots, steps), leaves: Object.fromEntries(leaves) };
}
