import { compare, printRounded, subtract, ZERO, type Rational } from '../numbers/rational';
import { printNumber, readNumeral } from '../scoring/numbers/numeral';
import type { ScoreAnswer } from '../scoring/score';

const numberOf = (text: string): Rational => {
  const number = readNumeral(text);
  if (number === null) throw new RangeError(`${text} is no decimal.`);
  return number;
};

/** How much a figure rose, with its sign ("+0.50", "-1", "0"); null where one of the two is not there. */
export function changeOf(before: string | null | undefined, after: string | null): string | null {
  if (before === null || before === undefined || after === null) return null;
  const difference = subtract(numberOf(after), numberOf(before));
  const text = printNumber(difference);
  return compare(difference, ZERO) > 0 ? `+${text}` : text;
}

export interface ChangedLeaf {
  readonly indicator: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The leaves whose score is another one than in the draft, in the order of the result. */
export function changedLeaves(draft: ScoreAnswer, final: ScoreAnswer): readonly ChangedLeaf[] {
  const old = new Map(draft.indicators.map((one) => [one.id, one.finalScore]));
  return final.indicators.flatMap(({ id, finalScore }) => {
    const before = old.get(id) ?? null;
    return before === finalScore ? [] : [{ indicator: id, before, after: finalScore }];
  });
}

/** Marks that were not reached: full marks less score, with the decimals of the score; null without one. */
export const marksLost = (marks: string, score: string | null): string | null =>
  score === null
    ? null
    : printRounded(subtract(numberOf(marks), numberOf(score)), score.split('.')[1]?.length ?? 0);
