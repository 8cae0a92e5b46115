import { compare, type Rational } from '../numbers/rational';
import { accepted, refusal, refused, type Outcome, type Refusal } from '../refusal';
import { printNumber, readNumeral } from '../scoring/numbers/numeral';

/** 采纳 · 部分采纳 · 不予采纳 */
export type Ruling = 'accepted' | 'partlyAccepted' | 'notAccepted';

/** Of which leaf: its full marks, the draft’s score, and how fine a score may be. */
export interface ScoreOfDraft {
  readonly marks: string;
  /** Null where the leaf has no score: it takes no ruling that sets one. */
  readonly finalScore: string | null;
  readonly scoreDecimals: number;
}

export interface RulingGiven {
  readonly ruling: Ruling;
  /** By how much: the score after it. Left out where the opinion is not accepted. */
  readonly finalScore?: string | undefined;
  readonly reason: string;
}

const numberOf = (text: string): Rational => {
  const number = readNumeral(text);
  if (number === null) throw new RangeError(`${text} is no decimal.`);
  return number;
};

const placesOf = (number: Rational): number => printNumber(number).split('.')[1]?.length ?? 0;

/** A score that a county asks for or a ruling sets: a decimal from 0 to the leaf’s marks, as fine as its scores are. */
export function scoreRefusals(text: string, of: ScoreOfDraft, pointer: string): readonly Refusal[] {
  const number = readNumeral(text);
  if (number === null) {
    return [refusal(pointer, '应当填写数字，例如 8.5。', 'A decimal is expected here, such as 8.5.')];
  }
  const [full, shown] = [numberOf(of.marks), printNumber(number)];
  if (number.numerator < 0n || compare(number, full) > 0) {
    return [
      refusal(
        pointer,
        `得分应当在0至${printNumber(full)}分之间，现为${shown}分，请改正。`,
        `The score must lie between 0 and ${printNumber(full)}; it is ${shown}. Correct it.`,
      ),
    ];
  }
  if (placesOf(number) <= of.scoreDecimals) return [];
  return [
    refusal(
      pointer,
      `得分最多保留${of.scoreDecimals}位小数，现为${text}分，请改正。`,
      `A score has at most ${of.scoreDecimals} decimal places; it is ${text}. Correct it.`,
    ),
  ];
}

const noReason = (pointer: string): Refusal =>
  refusal(pointer, '应当说明理由，请填写。', 'A reason is needed; give it.');

/** What a county asks: words always; a score of its own where it names one, which must not be the one it has. */
export function opinionRefusals(
  { text, askedScore }: { readonly text: string; readonly askedScore: string | null },
  of: ScoreOfDraft,
): readonly Refusal[] {
  const words = text.trim() === '' ? [noReason('/text')] : [];
  if (askedScore === null) return words;
  const wrong = scoreRefusals(askedScore, of, '/askedScore');
  if (wrong.length > 0 || of.finalScore === null) return [...words, ...wrong];
  if (compare(numberOf(askedScore), numberOf(of.finalScore)) !== 0) return words;
  return [
    ...words,
    refusal(
      '/askedScore',
      `建议得分与现得分相同（${of.finalScore}分）；没有不同意见的不必填写建议得分。`,
      `The score you ask for is the one there is (${of.finalScore}); leave it out.`,
    ),
  ];
}

function partlyRefusals(set: Rational, old: Rational, asked: Rational | null): Refusal[] {
  const pointer = '/finalScore';
  if (asked === null) {
    if (compare(set, old) !== 0) return [];
    return [
      refusal(
        pointer,
        '部分采纳的，得分应当有变化；不变的请选“不予采纳”。',
        'Partly accepted, the score has to change; where it stays choose "not accepted".',
      ),
    ];
  }
  const [low, high] = compare(old, asked) < 0 ? [old, asked] : [asked, old];
  if (compare(set, low) > 0 && compare(set, high) < 0) return [];
  return [
    refusal(
      pointer,
      `部分采纳的，得分应当在原得分${printNumber(old)}分与建议得分${printNumber(asked)}分之间，现为${printNumber(set)}分，请改正。`,
      `Partly accepted, the score lies between the old one (${printNumber(old)}) and the one asked for (${printNumber(asked)}); it is ${printNumber(set)}. Correct it.`,
    ),
  ];
}

function acceptedRefusals(set: Rational, old: Rational, asked: Rational | null): Refusal[] {
  const pointer = '/finalScore';
  if (asked !== null && compare(set, asked) !== 0) {
    return [
      refusal(
        pointer,
        `采纳的，得分应当为县（市、区）建议的${printNumber(asked)}分；不足的请选“部分采纳”。`,
        `Accepted, the score is the one that the county asked for (${printNumber(asked)}); for less choose "partly accepted".`,
      ),
    ];
  }
  if (asked === null && compare(set, old) === 0) {
    return [
      refusal(
        pointer,
        '采纳的，得分应当有变化；请填写采纳后的得分。',
        'Accepted, the score has to change: give the score after it.',
      ),
    ];
  }
  return [];
}

/**
 * The score after a ruling on one opinion, or null where it stays: accepted is what the county asked for, partly accepted
 * strictly between the old score and it, not accepted changes nothing; without a score asked for, any change within the
 * leaf’s marks. Refused, with pointers: no reason; no score where one is set, or one where none is; out of bounds; finer
 * than the method’s decimals; a leaf without a score.
 * Example: 6 of 10, asked 8: accepted is 8, partly accepted 7, never 8 or 5.
 */
export function rulingScore(
  given: RulingGiven,
  of: ScoreOfDraft,
  askedScore: string | null,
): Outcome<string | null> {
  const reason = given.reason.trim() === '' ? [noReason('/reason')] : [];
  const pointer = '/finalScore';
  if (given.ruling === 'notAccepted') {
    const surplus =
      given.finalScore === undefined
        ? []
        : [
            refusal(
              pointer,
              '不予采纳的，得分不变，请删去此项。',
              'Not accepted, the score stays: leave this out.',
            ),
          ];
    const all = [...reason, ...surplus];
    return all.length > 0 ? refused(all) : accepted(null);
  }
  if (of.finalScore === null) {
    return refused([
      ...reason,
      refusal(
        '/ruling',
        '该指标没有得分（不适用或者缺报），只能说明理由并选“不予采纳”，或者先补齐数据再重新打开征求意见。',
        'This indicator has no score (not applicable or missing): choose "not accepted" with the reason, or complete the figures and open the draft anew.',
      ),
    ]);
  }
  if (given.finalScore === undefined) {
    return refused([
      ...reason,
      refusal(pointer, '应当填写采纳后的得分。', 'The score after the ruling is needed.'),
    ]);
  }
  const wrong = scoreRefusals(given.finalScore, of, pointer);
  if (wrong.length > 0) return refused([...reason, ...wrong]);
  const check = given.ruling === 'accepted' ? acceptedRefusals : partlyRefusals;
  const asked = askedScore === null ? null : numberOf(askedScore);
  const all = [...reason, ...check(numberOf(given.finalScore), numberOf(of.finalScore), asked)];
  return all.length > 0 ? refused(all) : accepted(given.finalScore);
}
