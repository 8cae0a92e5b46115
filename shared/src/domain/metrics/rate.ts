import { bilingual } from '../bilingual';
import type { Bilingual } from '../bilingual';
import { rational } from '../numbers/rational';
import type { YearMonth } from '../period/year-month';
import type { MetricDefinition, MetricLine, MetricResult } from './metric';

/** What was gathered for a rate, before its state is decided. */
export interface GatheredRate {
  readonly numerator: number;
  readonly denominator: number;
  readonly lines: readonly MetricLine[];
  /** Months whose figures are due and absent. */
  readonly missing: readonly YearMonth[];
  /** False while nothing is due yet: then there is neither a rate nor anything missing. */
  readonly due: boolean;
  readonly notes: readonly Bilingual[];
  /** What 0 of 0 means here. */
  readonly whenNone: Bilingual;
}

/** Joins sentences into one; undefined when there is none. */
export function joinSentences(sentences: readonly Bilingual[]): Bilingual | undefined {
  if (sentences.length === 0) return undefined;
  return bilingual(sentences.map((one) => one.zh).join(''), sentences.map((one) => one.en).join(' '));
}

/** Names the months that are missing. */
export const missingMonths = (months: readonly YearMonth[]): Bilingual =>
  bilingual(
    `缺报：${months.join('、')}，补报或者裁定前暂不能计算。`,
    `Missing: ${months.join(', ')}; until they are reported or ruled on it cannot be computed.`,
  );

/**
 * Decides the state of a rate: nothing due → notDue; months missing → missing, named; 0 of 0 → notApplicable; under the
 * minimum denominator → notApplicable (参考指标，不计分); else numerator × 100 ÷ denominator percent, exact.
 * Example: 11 of 12 person-months is 275/3 percent.
 */
export function rateResult(definition: MetricDefinition, gathered: GatheredRate): MetricResult {
  const { numerator, denominator, lines, missing, due, notes, whenNone } = gathered;
  const unvalued = (state: MetricResult['state'], more: readonly Bilingual[]): MetricResult => {
    const note = joinSentences([...more, ...notes]);
    const base = { code: definition.code, state, value: null, numerator, denominator, lines };
    return note ? { ...base, note } : base;
  };
  if (missing.length > 0) return unvalued('missing', [missingMonths(missing)]);
  if (!due) return unvalued('notDue', [bilingual('尚未到期。', 'Nothing is due yet.')]);
  if (denominator === 0) return unvalued('notApplicable', [whenNone]);
  if (denominator < definition.minimumDenominator) {
    return unvalued('notApplicable', [
      bilingual(
        `基数${denominator}低于最低基数${definition.minimumDenominator}，作为参考指标，不计分。`,
        `The denominator of ${denominator} is under the minimum of ${definition.minimumDenominator}: for reference only, not scored.`,
      ),
    ]);
  }
  const value = rational(BigInt(numerator) * 100n, BigInt(denominator));
  const note = joinSentences(notes);
  const base = { code: definition.code, state: 'reported' as const, value, numerator, denominator, lines };
  return note ? { ...base, note } : base;
}
