import { accepted, pointerToken, refused, type Outcome, type Refusal } from '../refusal';
import { compileMethod } from '../scoring/compile-method';
import { explainScore, type ScoreExplanation } from '../scoring/explaining/explanation';
import { tooDeepToExplain } from '../scoring/explaining/explanation-depth';
import type { IndicatorValues, Method } from '../scoring/method';
import { printScore, scoreValues, type ScoreAnswer } from '../scoring/score';
import type { CanonicalRecord } from './certificate';
import type { Recomputed, Recomputing } from './recomputed';

/** What a scoring run froze: the method, and the values of every unit by its id. */
export interface ScoresInput {
  readonly method: Method;
  readonly values: Readonly<Record<string, IndicatorValues>>;
}

/**
 * The figures of a score, as a certificate states them: total, grade, the leaves in the method's order, what is missing.
 * Warnings are left out: they are the program's words about a score and may be said better, or be more, in a later version.
 */
export const scoreFigures = ({ total, grade, indicators, missing }: ScoreAnswer): CanonicalRecord => ({
  total,
  grade,
  indicators: indicators.map(({ id, ruleScore, finalScore, state }) => ({
    id,
    ruleScore,
    finalScore,
    ...(state ? { state } : {}),
  })),
  ...(missing ? { missing } : {}),
});

/**
 * Scores every unit again. By unit id, in the order of the values.
 * Refused: what the engine refuses, with pointers from /method and /values/<unit>.
 */
export function recomputeScores(
  { method, values }: ScoresInput,
  { explain = false }: Recomputing = {},
): Outcome<Recomputed> {
  const compiled = compileMethod(method);
  if (!compiled.ok) return compiled;
  const tooDeep = explain ? tooDeepToExplain(compiled.value) : null;
  if (tooDeep) return refused([tooDeep]);
  const refusals: Refusal[] = [];
  const figures: [string, CanonicalRecord][] = [];
  const units: [string, ScoreExplanation][] = [];
  for (const [unit, own] of Object.entries(values)) {
    const scored = scoreValues(compiled.value, own);
    if (!scored.ok) {
      refusals.push(...scored.refusals.map((one) => ofUnit(one, unit)));
      continue;
    }
    figures.push([unit, scoreFigures(printScore(compiled.value, scored.value))]);
    if (explain) units.push([unit, explainScore(compiled.value, own, scored.value)]);
  }
  if (refusals.length > 0) return refused(refusals);
  const answer = Object.fromEntries(figures);
  return accepted(explain ? { answer, units: Object.fromEntries(units) } : { answer });
}

/** The engine knows one unit's values only, and points at /values/<leaf>. */
const ofUnit = ({ pointer, detail }: Refusal, unit: string): Refusal => ({
  pointer: pointer.replace(/^\/values/, () => `/values/${pointerToken(unit)}`),
  detail,
});
