import type { CountyYearFacts } from '../metrics/facts';
import { valuesFromFacts } from '../metrics/values/values-from-facts';
import { printRounded, printUnits } from '../numbers/rational';
import type { CompiledMethod } from '../scoring/compile-method';
import { explainScore } from '../scoring/explaining/explanation';
import type { ExplanationStep } from '../scoring/explaining/explanation-step';
import type { IndicatorValue, Method } from '../scoring/method';
import { readNumeral } from '../scoring/numbers/numeral';
import { scoreValues } from '../scoring/score';
import type { ComputedScore } from './entry-gaps';
import { markedBy } from './score-entry';

/** What the program computed on a leaf, with the figure that it rests on as printed; null where it is none. */
export interface ComputedLeaf extends ComputedScore {
  readonly actual: string | null;
}

export interface ComputedCounty {
  /** By the id of each leaf that is computed. */
  readonly leaves: Readonly<Record<string, ComputedLeaf>>;
  /** How the score of a leaf comes about; null where people mark it, or where it cannot be told. */
  explain(leaf: string): ExplanationStep | null;
}

const NOTHING: ComputedLeaf = { score: null, state: 'missing', actual: null };

/** "93.52": two places, without the noughts that say nothing. */
function figureOf(value: IndicatorValue): string | null {
  const figure = value.actual ?? value.occurrences;
  const exact = figure === undefined ? null : readNumeral(figure);
  return exact === null ? null : printRounded(exact, 2).replace(/\.?0+$/, '');
}

/**
 * What the program computes for one county by a method from its facts, before any evaluator has said anything: the score of
 * each leaf whose source is not people. Facts that contradict each other leave every score missing.
 */
export function computedScores(
  method: Method,
  compiled: CompiledMethod,
  facts: CountyYearFacts | undefined,
): ComputedCounty {
  const ids = compiled.leaves
    .filter(({ indicator }) => markedBy(indicator) === 'program')
    .map(({ id }) => id);
  const nothing: ComputedCounty = {
    leaves: Object.fromEntries(ids.map((id) => [id, NOTHING])),
    explain: () => null,
  };
  const read = facts && valuesFromFacts(method, { facts });
  if (!read?.ok) return nothing;
  const { values, sources } = read.value;
  const scored = scoreValues(compiled, values);
  if (!scored.ok) return nothing;
  const leaves = ids.map((id): [string, ComputedLeaf] => {
    const leaf = scored.value.leaves.find((one) => one.id === id);
    const actual = figureOf(values[id] ?? {});
    if (leaf?.state !== 'scored') return [id, { ...NOTHING, state: leaf?.state ?? 'missing', actual }];
    return [id, { score: printUnits(leaf.finalScore, compiled.scoreDecimals), state: 'scored', actual }];
  });
  return {
    leaves: Object.fromEntries(leaves),
    explain: (id) =>
      ids.includes(id) ? (explainScore(compiled, values, scored.value, sources).leaves[id] ?? null) : null,
  };
}
