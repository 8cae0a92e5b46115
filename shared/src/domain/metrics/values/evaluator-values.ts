import { bilingual } from '../../bilingual';
import { canonicalJson } from '../../canonical-json';
import type { CanonicalValue } from '../../canonical-json';
import { NOTHING, step } from '../../scoring/explaining/explanation-step';
import type { Indicator, IndicatorValue } from '../../scoring/method';
import { printNumber, readNumeral } from '../../scoring/numbers/numeral';
import type { RecordReference } from '../facts';
import type { Decision } from './decisions';
import { MISSING } from './leaf-values';
import type { LeafValues } from './leaf-values';

/** What one evaluator handed in on one leaf of one county: one of marks, value and exception; none confirms a computed leaf. */
export interface EvaluatorMark {
  /** Where the leaf’s rule is `evaluator`: in marks. */
  readonly marks?: string;
  /** Where the leaf has another rule and is marked by people: the value that the rule asks for. */
  readonly value?: IndicatorValue;
  /** On a computed leaf: the evaluator set another score than the rule’s. */
  readonly exception?: { readonly finalScore: string; readonly reason: string };
  readonly record: RecordReference;
}

const plain = (text: string): string => {
  const number = readNumeral(text);
  return number === null ? text : printNumber(number);
};

/** 8, 8.0 and "8.00" are one figure, and the order in which elements are named says nothing. */
function normal(value: unknown): CanonicalValue {
  if (typeof value === 'string' || typeof value === 'number') return plain(String(value));
  if (Array.isArray(value)) return value.map(normal).sort((a, b) => (String(a) < String(b) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value as CanonicalValue;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .map(([key, one]) => [key, normal(one)]),
  );
}

const sameAs = (value: unknown): string => canonicalJson(normal(value));

/** Whether all evaluators said the same of a leaf that takes one value, or one exception, of its county. */
export const areAlike = (values: readonly unknown[]): boolean => new Set(values.map(sameAs)).size <= 1;

const unlike = (records: readonly RecordReference[]): LeafValues => ({
  value: MISSING,
  source: {
    records,
    steps: [
      step(
        bilingual(
          '各评价人员的意见不一致，需合议后确定。',
          'The evaluators do not say the same: it has to be settled in deliberation.',
        ),
        '',
        NOTHING,
      ),
    ],
  },
});

/**
 * The value of a leaf that people mark. Rule `evaluator`: all marks, which the rule puts together. Any other rule takes one
 * value: the one agreed on in 合议, else the one that all evaluators gave alike, else it is missing.
 */
export function evaluatorValues(
  leaf: Indicator,
  marks: readonly EvaluatorMark[],
  decisions: readonly Decision[],
): LeafValues {
  const records = marks.map((one) => one.record);
  const source = { records, steps: [] };
  if (leaf.rule?.kind === 'evaluator') {
    const given = marks.flatMap((one) => (one.marks === undefined ? [] : [one.marks]));
    return { value: given.length === 0 ? MISSING : { marks: given }, source };
  }
  const agreed = decisions.findLast((one) => one.value !== undefined)?.value;
  if (agreed) return { value: agreed, source };
  const [first] = marks;
  if (!first?.value || marks.some((one) => one.value === undefined)) return { value: MISSING, source };
  return areAlike(marks.map((one) => one.value)) ? { value: first.value, source } : unlike(records);
}

const EXCEPTION = bilingual('评价人员核定', 'set by the evaluators');

/**
 * Exceptions of evaluators on a computed leaf as decisions that come before all others: none where all confirmed, one
 * where all set the same score, null where they differ and 合议 has not settled it.
 */
export function exceptionsOf(
  marks: readonly EvaluatorMark[],
  decisions: readonly Decision[],
): readonly Decision[] | null {
  const set = marks.flatMap(({ exception, record }) => (exception ? [{ ...exception, record }] : []));
  const [first] = set;
  if (!first) return [];
  const alike = set.length === marks.length && areAlike(set.map((one) => one.finalScore));
  if (!alike) return decisions.some((one) => one.step === 'deliberation') ? [] : null;
  return [{ step: 'exception', title: EXCEPTION, ...first }];
}

/** A computed leaf on which evaluators differ has no score until 合议. */
export const unlikeExceptions = (marks: readonly EvaluatorMark[]): LeafValues =>
  unlike(marks.map((one) => one.record));
