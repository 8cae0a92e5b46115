import { canonicalJson, type CanonicalValue } from '@yuheng/shared/domain/canonical-json';
import type { CountyYearFacts } from '@yuheng/shared/domain/metrics/facts';
import {
  valuesFromFacts,
  type UnitOfEvaluation,
} from '@yuheng/shared/domain/metrics/values/values-from-facts';
import { printExact, type Rational } from '@yuheng/shared/domain/numbers/rational';
import { accepted, refused, type Outcome, type Refusal } from '@yuheng/shared/domain/refusal';
import { compileMethod } from '@yuheng/shared/domain/scoring/compile-method';
import { engineVersion } from '@yuheng/shared/domain/scoring/engine-version';
import { tooDeepToExplain } from '@yuheng/shared/domain/scoring/explaining/explanation-depth';
import { explainScore, type ScoreExplanation } from '@yuheng/shared/domain/scoring/explaining/explanation';
import type { IndicatorValues, Method } from '@yuheng/shared/domain/scoring/method';
import { printScore, scoreValues, type ScoreAnswer } from '@yuheng/shared/domain/scoring/score';
import { createHash } from 'node:crypto';

export interface CountyScoring {
  readonly county: string;
  /** The engine's values as stored with the run: figures as exact decimals or fractions. */
  readonly inputs: CanonicalValue;
  readonly answer: ScoreAnswer;
  readonly explanation: ScoreExplanation;
}

export interface Scoring {
  readonly counties: readonly CountyScoring[];
  readonly engineVersion: string;
  /** SHA-256 over the canonical JSON of engine version, method and every county's values. */
  readonly inputsSha256: string;
}

/** What people said of one county. */
export type SaidOfCounty = Pick<UnitOfEvaluation, 'evaluatorMarks' | 'decisions'>;

/**
 * Scores counties by one method from their facts and from what evaluators handed in and the round decided. The engine decides every number; here it
 * is only handed the facts, and its inputs are frozen and hashed.
 */
export function scoreCounties(
  method: Method,
  facts: readonly CountyYearFacts[],
  saidOf: (county: string) => SaidOfCounty,
): Outcome<Scoring> {
  const compiled = compileMethod(method);
  if (!compiled.ok) return compiled;
  const tooDeep = tooDeepToExplain(compiled.value);
  if (tooDeep) return refused([tooDeep]);
  const counties: CountyScoring[] = [];
  const refusals: Refusal[] = [];
  for (const one of facts) {
    const read = valuesFromFacts(method, { facts: one, ...saidOf(one.county) });
    const scored = read.ok ? scoreValues(compiled.value, read.value.values) : read;
    if (!read.ok || !scored.ok) {
      const found = (scored.ok ? [] : scored.refusals).map((each) => ({
        ...each,
        pointer: `/${one.county}${each.pointer}`,
      }));
      refusals.push(...found);
      continue;
    }
    const { values, sources } = read.value;
    counties.push({
      county: one.county,
      inputs: printable(values),
      answer: printScore(compiled.value, scored.value),
      explanation: explainScore(compiled.value, values, scored.value, sources),
    });
  }
  return refusals.length > 0 ? refused(refusals) : accepted(frozen(method, counties));
}

function frozen(method: Method, counties: readonly CountyScoring[]): Scoring {
  const inputs = canonicalJson({
    engineVersion,
    method: printable(method),
    values: Object.fromEntries(counties.map((one) => [one.county, one.inputs])),
  });
  return { counties, engineVersion, inputsSha256: createHash('sha256').update(inputs).digest('hex') };
}

const isRational = (value: object): value is Rational => 'numerator' in value && 'denominator' in value;

/** The same data with every exact fraction printed ("286/3"): JSON knows no fractions. */
function printable(value: Method | IndicatorValues): CanonicalValue {
  return JSON.parse(
    JSON.stringify(value, (_, one: unknown) =>
      typeof one === 'object' && one !== null && isRational(one) ? printExact(one) : one,
    ),
  ) as CanonicalValue;
}
