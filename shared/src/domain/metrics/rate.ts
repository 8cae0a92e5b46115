import { bilingual } from '../bilingual';
import type { Bilingual } from '../bilingual';
import { fen } from '../money/fen';
import { printYuan } from '../money/print-money';
import { rational } from '../numbers/rational';
import type { Rational } from '../numbers/rational';
import { accepted, refusal, refused } from '../refusal';
import type { Outcome, Refusal } from '../refusal';
import { inBothLanguages } from '../scoring/method';
import type { MetricDefinition, MetricLine, MetricResult, MetricSettings, RateCode } from './metric';

/** How numerator and denominator belong together, and what they are called in a sentence. */
export interface RateFigures {
  readonly numerator: Bilingual;
  readonly denominator: Bilingual;
  /** Where in the facts a contradiction between the two stands. */
  readonly pointer: string;
  /** What else could resolve a contradiction. */
  readonly advice?: Bilingual;
  /**
   * Of a numerator above the denominator: capped (default) at full marks and flagged; usual, where the two count
   * different things.
   */
  readonly above?: 'capped' | 'usual';
  /** Of something over nothing: refused by default, because a part needs a whole. */
  readonly ofNothing?: 'refused' | 'notApplicable';
}

/** What was gathered for a rate, before its state is decided. */
export interface GatheredRate {
  readonly numerator: number;
  readonly denominator: number;
  /** By what the quotient is multiplied where the unit is not percent; 1 by default. */
  readonly times?: number;
  readonly figures: RateFigures;
  readonly lines: readonly MetricLine[];
  /** Names of the months or figures that are due and absent. */
  readonly missing: readonly (string | Bilingual)[];
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

/** Names the months or figures that are missing. */
export function missingFigures(names: readonly (string | Bilingual)[]): Bilingual {
  const both = names.map(inBothLanguages);
  return bilingual(
    `缺报：${both.map((one) => one.zh).join('、')}，补报或者裁定前暂不能计算。`,
    `Missing: ${both.map((one) => one.en).join(', ')}; until they are reported or ruled on it cannot be computed.`,
  );
}

/** Numerator × times ÷ denominator, exact. Example: 89.974 of 90, times 100, is 99.971… percent. */
export const quotient = (numerator: number, denominator: number, times: number): Rational =>
  rational(BigInt(numerator) * BigInt(times), BigInt(denominator));

/** A figure of a metric as it stands in a sentence: money in yuan, everything else as counted. */
function inWords(figure: number, { counts }: MetricDefinition): Bilingual {
  if (counts !== 'money') return bilingual(String(figure), String(figure));
  const yuan = figure === 0 ? '0' : printYuan(fen(figure));
  return bilingual(`${yuan}元`, `${yuan} yuan`);
}

function contradictionOf(definition: MetricDefinition, gathered: GatheredRate): Refusal | null {
  const { numerator, denominator, figures } = gathered;
  const { numerator: part, denominator: whole, pointer, advice } = figures;
  const [a, b] = [inWords(numerator, definition), inWords(denominator, definition)];
  for (const [figure, name, text] of [
    [numerator, part, a],
    [denominator, whole, b],
  ] as const) {
    if (figure >= 0) continue;
    return refusal(
      pointer,
      `${name.zh}为${text.zh}，不应小于0，请核对数据和红字冲销。`,
      `${name.en} is ${text.en}, which cannot be below 0; check the figures and the reversals.`,
    );
  }
  const [zh, en] = [advice?.zh ?? '', advice?.en ?? ''];
  if (denominator === 0 && numerator > 0 && figures.ofNothing !== 'notApplicable') {
    return refusal(
      pointer,
      `${whole.zh}为${b.zh}，${part.zh}却为${a.zh}，两者矛盾，请核对${zh}。`,
      `${whole.en} is ${b.en} but ${part.en} is ${a.en}: they contradict each other; check both${en}.`,
    );
  }
  return null;
}

function cappedNote(definition: MetricDefinition, gathered: GatheredRate): Bilingual {
  const { numerator: part, denominator: whole } = gathered.figures;
  const a = inWords(gathered.numerator, definition);
  const b = inWords(gathered.denominator, definition);
  return bilingual(
    `${part.zh}${a.zh}超过${whole.zh}${b.zh}，按满分封顶，请核实。`,
    `${part.en} of ${a.en} exceeds ${whole.en} of ${b.en}: capped at full marks, to be checked.`,
  );
}

/** Why a rate that can be computed is for reference only; null where it is scored. */
function referenceNote(
  definition: MetricDefinition<RateCode>,
  denominator: number,
  settings: MetricSettings,
): Bilingual | null {
  const { code } = definition;
  const minimum = settings.minimumDenominators[code] ?? definition.minimumDenominator;
  if (denominator < minimum) {
    const [base, least] = [inWords(denominator, definition), inWords(minimum, definition)];
    return bilingual(
      `基数${base.zh}低于最低基数${least.zh}，作为参考指标，不计分。`,
      `The denominator of ${base.en} is under the minimum of ${least.en}: for reference only, not scored.`,
    );
  }
  return settings.referenceOnly.includes(code)
    ? bilingual('作为参考指标，不计分。', 'For reference only, not scored.')
    : null;
}

/**
 * Decides the state of a rate: months or figures missing → missing, named; nothing due → notDue; 0 of 0 → notApplicable;
 * under the minimum denominator, or reference only by the settings → notApplicable with `reference` and its
 * `referenceValue` (参考指标，不计分); else numerator × times ÷ denominator, exact, times 100 for percent.
 * Refused (rules.md section 4): a negative figure, and something over nothing, naming both figures.
 * Example: 11 of 12 person-months is 275/3 percent.
 */
export function rateResult(
  definition: MetricDefinition<RateCode>,
  gathered: GatheredRate,
  settings: MetricSettings,
): Outcome<MetricResult> {
  const contradiction = contradictionOf(definition, gathered);
  if (contradiction !== null) return refused([contradiction]);
  const { numerator, denominator, lines, missing, due, notes, whenNone, figures } = gathered;
  const times = definition.unit === 'percent' ? 100 : (gathered.times ?? 1);
  const over = numerator > denominator && denominator > 0 && (figures.above ?? 'capped') === 'capped';
  const base = { code: definition.code, value: null, numerator, denominator, times, lines };
  const result = (own: Partial<MetricResult> & Pick<MetricResult, 'state'>, first: readonly Bilingual[]) => {
    const note = joinSentences([...first, ...notes]);
    return accepted({ ...base, ...own, ...(note ? { note } : {}) });
  };
  if (missing.length > 0) return result({ state: 'missing' }, [missingFigures(missing)]);
  if (!due) return result({ state: 'notDue' }, [bilingual('尚未到期。', 'Nothing is due yet.')]);
  if (denominator === 0) return result({ state: 'notApplicable' }, [whenNone]);
  const value = quotient(numerator, denominator, times);
  const reference = referenceNote(definition, denominator, settings);
  if (reference !== null) {
    return result({ state: 'notApplicable', reference: true, referenceValue: value }, [reference]);
  }
  return over
    ? result({ state: 'reported', value, overAchievement: true }, [cappedNote(definition, gathered)])
    : result({ state: 'reported', value }, []);
}
