import { compare } from '../numbers/rational';
import type { Rational } from '../numbers/rational';
import { printUnits } from '../numbers/rational';
import { accepted, refusal, refused } from '../refusal';
import type { Outcome, Refusal } from '../refusal';
import type { CompiledLeaf, CompiledMethod } from '../scoring/compile-method';
import type { Indicator, IndicatorValue } from '../scoring/method';
import { printNumber, readNumeral } from '../scoring/numbers/numeral';
import { roundScore } from '../scoring/numbers/round-score';
import { scoreLeaf } from '../scoring/score-leaf';

/** What costs marks: 扣分点 · 事实 · 依据 · 佐证页码. Each is a text of the evaluator; an empty one is not written yet. */
export interface Remark {
  readonly point: string;
  readonly fact: string;
  readonly basis: string;
  readonly page: string;
}

/**
 * What is entered on one leaf. A leaf that people mark takes what its rule asks: `marks` (evaluator), `band` with `ratio`,
 * `met` (elements, yesNo), `occurrences`, `actual` (steps, proportional; with `target` where the target is a goal), or
 * `occurred` with the document number. A computed leaf takes the `finalScore` of an exception, or the score that was seen
 * when it was confirmed (`computed`; null: it had none). Numbers are decimal texts.
 */
export interface EntryValue {
  readonly marks?: string | undefined;
  readonly band?: string | undefined;
  readonly ratio?: string | undefined;
  readonly met?: boolean | readonly string[] | undefined;
  readonly occurrences?: string | undefined;
  readonly actual?: string | undefined;
  readonly target?: string | undefined;
  readonly occurred?: boolean | undefined;
  readonly documentNumber?: string | undefined;
  readonly finalScore?: string | undefined;
  readonly computed?: string | null | undefined;
}

export interface ScoreEntry {
  readonly value: EntryValue | null;
  readonly remarks: readonly Remark[];
  /** Of a computed leaf: what the program computed was looked at and stands. */
  readonly confirmed: boolean;
}

/** marked: by people; computed: by the program from metrics, inspections or the county's statement. */
export type MarkedBy = 'people' | 'program';

/** A leaf that names no source is marked by people, like one of the source `evaluator`. */
export const markedBy = ({ source }: Pick<Indicator, 'source'>): MarkedBy =>
  source === undefined || source === 'evaluator' ? 'people' : 'program';

const PLAIN = /^-?\d{1,15}(?:\.\d{1,15})?$/;

/** A mark in units, or why it cannot stand: no number, outside 0…marks, or finer than the method's decimals. */
function readMark(
  method: CompiledMethod,
  { marks }: CompiledLeaf,
  text: string,
  pointer: string,
): bigint | Refusal {
  const mark = PLAIN.test(text) ? readNumeral(text) : null;
  if (mark === null) {
    return refusal(
      pointer,
      `打分应当是数字，例如 4 或者 4.5，现为“${text}”，请改正。`,
      `A mark is a number such as 4 or 4.5; it is "${text}". Correct it.`,
    );
  }
  if (mark.numerator < 0n || compare(mark, marks) > 0) {
    return refusal(
      pointer,
      `打分应当在0至${printNumber(marks)}分之间，现为${printNumber(mark)}，请改正。`,
      `A mark lies between 0 and ${printNumber(marks)}; it is ${printNumber(mark)}. Correct it.`,
    );
  }
  const units = roundScore(mark, method.scale);
  return isExact(mark, units, method.scale) ? units : tooFine(method.scoreDecimals, mark, pointer);
}

const isExact = (mark: Rational, units: bigint, scale: bigint): boolean =>
  units * mark.denominator === mark.numerator * scale;

const tooFine = (decimals: number, mark: Rational, pointer: string): Refusal =>
  refusal(
    pointer,
    decimals === 0
      ? `打分应当是整数，现为${printNumber(mark)}，请改正。`
      : `打分最多保留${decimals}位小数，现为${printNumber(mark)}，请改正。`,
    decimals === 0
      ? `A mark is a whole number here; it is ${printNumber(mark)}. Correct it.`
      : `A mark has at most ${decimals} decimal places; it is ${printNumber(mark)}. Correct it.`,
  );

const KEYS = [
  'marks',
  'band',
  'ratio',
  'met',
  'occurrences',
  'actual',
  'target',
  'occurred',
  'documentNumber',
  'finalScore',
  'computed',
] as const satisfies readonly (keyof EntryValue)[];

const keysOf = (value: EntryValue): readonly (keyof EntryValue)[] =>
  KEYS.filter((key) => value[key] !== undefined);

const wrongKey = (key: string): Refusal =>
  refusal(
    `/value/${key}`,
    `该指标不填“${key}”这一项，请按评分标准填写。`,
    `This indicator takes no "${key}"; enter what its criterion asks.`,
  );

/** The engine's value of an entry on a leaf that people mark. */
export function engineValue({ marks, documentNumber, ...rest }: EntryValue): IndicatorValue {
  return {
    ...rest,
    ...(marks === undefined ? {} : { marks: [marks] }),
    ...(documentNumber === undefined ? {} : { reason: documentNumber }),
  };
}

/** Where the engine points into a value, an entry is pointed into. */
const placed = (leaf: CompiledLeaf, refusals: readonly Refusal[]): Refusal[] =>
  refusals.map(({ pointer, detail }) => ({
    pointer: pointer.startsWith(leaf.valuePointer)
      ? `/value${pointer.slice(leaf.valuePointer.length)}`
      : pointer,
    detail,
  }));

function scoreByPeople(
  method: CompiledMethod,
  leaf: CompiledLeaf,
  value: EntryValue,
): Outcome<string | null> {
  const veto = leaf.indicator.rule?.kind === 'veto';
  const foreign = keysOf(value).filter(
    (key) => key === 'finalScore' || key === 'computed' || (key === 'documentNumber' && !veto),
  );
  if (foreign.length > 0) return refused(foreign.map(wrongKey));
  if (leaf.indicator.rule?.kind === 'evaluator') {
    const others = keysOf(value).filter((key) => key !== 'marks');
    if (others.length > 0) return refused(others.map(wrongKey));
    const units = readMark(method, leaf, value.marks ?? '', '/value/marks');
    return typeof units === 'bigint' ? accepted(printUnits(units, method.scoreDecimals)) : refused([units]);
  }
  const score = scoreLeaf(method, leaf, engineValue(value), []);
  if (score.state === 'refused') return refused(placed(leaf, score.refusals));
  return accepted(score.state === 'scored' ? printUnits(score.ruleScore, method.scoreDecimals) : null);
}

function scoreOfException(
  method: CompiledMethod,
  leaf: CompiledLeaf,
  value: EntryValue,
): Outcome<string | null> {
  const others = keysOf(value).filter((key) => key !== 'finalScore' && key !== 'computed');
  if (others.length > 0) return refused(others.map(wrongKey));
  if (value.finalScore === undefined) return accepted(value.computed ?? null);
  const units = readMark(method, leaf, value.finalScore, '/value/finalScore');
  return typeof units === 'bigint' ? accepted(printUnits(units, method.scoreDecimals)) : refused([units]);
}

/**
 * Checks what is entered on one leaf and computes its score by the engine; null where nothing was entered that gives one.
 * Whether it is complete is another matter (`gapsOfEntry`): a mark is kept before its remark is written.
 * Refused, with pointers from `/value` and `/confirmed`: marks above the leaf's or below 0, more decimals than the method
 * has, whatever the rule refuses, entries of another rule, a confirmation of what people mark.
 * Example: 5 marks, `{marks: '4.5'}` → '4.50'.
 */
export function scoreOfEntry(
  method: CompiledMethod,
  leaf: CompiledLeaf,
  { value, confirmed }: Pick<ScoreEntry, 'value' | 'confirmed'>,
): Outcome<string | null> {
  const byPeople = markedBy(leaf.indicator) === 'people';
  if (byPeople && confirmed) {
    return refused([
      refusal(
        '/confirmed',
        '该指标由评价人员打分，不需要确认，请直接打分。',
        'Evaluators mark this indicator, so there is nothing to confirm; enter the mark.',
      ),
    ]);
  }
  if (value === null) return accepted(null);
  return byPeople ? scoreByPeople(method, leaf, value) : scoreOfException(method, leaf, value);
}
