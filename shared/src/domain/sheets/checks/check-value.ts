import { bilingual } from '../../bilingual';
import type { Bilingual } from '../../bilingual';
import { compare, parseDecimal, printUnits, rational, roundHalfUp } from '../../numbers/rational';
import type { Rational } from '../../numbers/rational';
import { isIsoDate } from '../../period/year-month';
import type { IsoDate } from '../../period/year-month';
import { accepted, refusal, refused } from '../../refusal';
import type { Outcome, Refusal } from '../../refusal';
import { printNumber } from '../../scoring/numbers/numeral';
import type { SheetAnswer, SheetAnswerGiven, SheetItem } from '../sheet';

/** The longest words of an answer, and the longest reason. */
const LONGEST_TEXT = 2000;
const LONGEST_REASON = 500;

/**
 * The largest figure that is ever stored, and the one of an item that states no maximum: persons and cases, 分, and figures
 * beside a conclusion.
 */
const LARGEST: Readonly<Partial<Record<SheetAnswer, number>>> = {
  count: 100_000_000,
  money: 10_000_000_000_000,
  conclusion: 9_999_999_999,
};

/** The largest figure that an item can be given as a bound; 0 where its answer is no figure. */
export const largestBoundOf = ({ answer }: Pick<SheetItem, 'answer'>): number => LARGEST[answer] ?? 0;

/** The earliest day that a sheet takes: the program's first text is of 2014. */
const FIRST_DAY = '2000-01-01';

/** A figure with its unit as it is read aloud: money in 元, 25人, 3 cases. */
export const figureInWords = (item: Pick<SheetItem, 'answer' | 'unit'>, figure: Rational): Bilingual => {
  if (item.answer === 'money') {
    // A sum of many large terms may be more than an amount of money holds, and is printed all the same.
    const yuan = printUnits(roundHalfUp(figure), 2).replace(/\B(?=(\d{3})+\.)/g, ',');
    return bilingual(`${yuan}元`, `${yuan} yuan`);
  }
  const digits = printNumber(figure);
  return bilingual(`${digits}${item.unit?.zh ?? ''}`, `${digits}${item.unit ? ` ${item.unit.en}` : ''}`);
};

/** The smallest and the largest figure that an item takes; 0 where it states no minimum. */
export const boundsOf = (item: SheetItem): { readonly smallest: Rational; readonly largest: Rational } => ({
  smallest: parseDecimal(String(item.minimum ?? 0)) ?? rational(0),
  largest: parseDecimal(String(item.maximum ?? largestBoundOf(item))) ?? rational(0),
});

const named = ({ name }: SheetItem): Bilingual => bilingual(`“${name.zh}”`, `"${name.en}"`);

/** What was typed, cut where it is too long to be said again. */
const said = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text);

const FIGURE_FORMS: Readonly<Partial<Record<SheetAnswer, Bilingual>>> = {
  count: bilingual('不超过15位的整数', 'a whole number of at most 15 digits'),
  money: bilingual('以分计的整数金额', 'an amount of money in whole fen'),
  conclusion: bilingual('数字，最多两位小数', 'a figure with at most two decimals'),
};

function formRefusal(item: SheetItem, form: Bilingual, text: string, pointer: string): Refusal {
  const { zh, en } = named(item);
  return refusal(
    pointer,
    `${zh}应当填写${form.zh}，现为“${said(text)}”，请改正。`,
    `${en} takes ${form.en}; it says "${said(text)}". Correct it.`,
  );
}

/** Reads a figure within its bounds into its one printed form: "007" is "7" and "12.50" is "12.5". */
function readFigure(item: SheetItem, text: string, pointer: string): string | Refusal {
  const figure = /^-?\d{1,15}(\.\d{1,2})?$/.test(text) ? parseDecimal(text) : null;
  const form = FIGURE_FORMS[item.answer] ?? bilingual('', '');
  if (figure === null) return formRefusal(item, form, text, pointer);
  const printed = printNumber(figure);
  if (item.answer !== 'conclusion' && printed.includes('.')) return formRefusal(item, form, text, pointer);
  const { smallest, largest } = boundsOf(item);
  if (compare(figure, smallest) >= 0 && compare(figure, largest) <= 0) return printed;
  const words = named(item);
  const [least, most, now] = [smallest, largest, figure].map((one) => figureInWords(item, one)) as [
    Bilingual,
    Bilingual,
    Bilingual,
  ];
  return refusal(
    pointer,
    `${words.zh}应当在${least.zh}至${most.zh}之间，现为${now.zh}，请核对后改正。`,
    `${words.en} lies between ${least.en} and ${most.en}; it says ${now.en}. Check and correct it.`,
  );
}

function readDay(item: SheetItem, text: string, today: IsoDate, pointer: string): string | Refusal {
  if (!isIsoDate(text)) {
    const form = bilingual('存在的日期，形如2026-03-20', 'an existing day such as 2026-03-20');
    return formRefusal(item, form, text, pointer);
  }
  if (text >= FIRST_DAY && text <= today) return text;
  const words = named(item);
  return refusal(
    pointer,
    `${words.zh}应当在${FIRST_DAY}至今天（${today}）之间，现为${text}；尚未发生的，发生后再填写。`,
    `${words.en} lies between ${FIRST_DAY} and today (${today}); it says ${text}. Enter a day once it has come.`,
  );
}

function readWords(item: SheetItem, text: string, pointer: string): string | Refusal {
  if (text !== '' && text.length <= LONGEST_TEXT) return text;
  const form = bilingual(`1至${LONGEST_TEXT}个字的说明`, `words of 1 to ${LONGEST_TEXT} characters`);
  return formRefusal(item, form, text, pointer);
}

/** The value in its one printed form; null where none is given; refused where the item takes none or another one. */
function readValue(
  item: SheetItem,
  text: string | null,
  today: IsoDate,
  pointer: string,
): string | Refusal | null {
  if (text === null) {
    return item.answer === 'conclusion'
      ? null
      : refusal(
          pointer,
          `${named(item).zh}没有填写内容，请填写；确实不适用的，选“不适用”并说明原因。`,
          `${named(item).en} says nothing; enter it, or choose "not applicable" with its reason.`,
        );
  }
  if (item.answer === 'date') return readDay(item, text, today, pointer);
  if (item.answer === 'text') return readWords(item, text, pointer);
  if (item.answer !== 'conclusion' || item.unit !== undefined) return readFigure(item, text, pointer);
  return refusal(
    pointer,
    `${named(item).zh}只作结论，不填数字，请清空。`,
    `${named(item).en} takes a conclusion and no figure; clear the figure.`,
  );
}

function conclusionRefusal(item: SheetItem, given: SheetAnswerGiven, pointer: string): Refusal | null {
  const words = named(item);
  if (item.answer === 'conclusion') {
    return given.conclusion !== null
      ? null
      : refusal(
          pointer,
          `${words.zh}没有结论，请选择合格、不合格或者不适用。`,
          `${words.en} has no conclusion; choose passed, failed or not applicable.`,
        );
  }
  return given.conclusion === null
    ? null
    : refusal(
        pointer,
        `${words.zh}不作合格与否的结论，请清空。`,
        `${words.en} takes no conclusion; clear it.`,
      );
}

function notApplicableRefusals(item: SheetItem, given: SheetAnswerGiven, at: string): readonly Refusal[] {
  const words = named(item);
  const both = [
    ...(given.value === null ? [] : [`${at}/value`]),
    ...(given.conclusion === null ? [] : [`${at}/conclusion`]),
  ].map((pointer) =>
    refusal(
      pointer,
      `${words.zh}选了“不适用”，不能同时填写数字或者结论，请二选一。`,
      `${words.en} is not applicable, so it takes neither a figure nor a conclusion; choose one of the two.`,
    ),
  );
  if (given.reason !== null) return both;
  return [
    ...both,
    refusal(
      `${at}/reason`,
      `${words.zh}选“不适用”的，应当说明原因，请补充。`,
      `${words.en} is not applicable without a reason; add it.`,
    ),
  ];
}

/** Words without the white space around them; null where nothing is left. */
const trimmed = (text: string | null): string | null => {
  const words = text?.trim() ?? '';
  return words === '' ? null : words;
};

/**
 * One answer in the form in which it is stored, or why it cannot be stored, with pointers into it behind `at`: a figure
 * that is none or out of the item's range (0 and up where none is stated), a day that does not exist or has not come,
 * 不适用 without its reason or beside a figure, a conclusion that is absent or not asked, a text or a reason that is too
 * long. 不合格 without its note and 合格 without its figure are stored while somebody is still writing; `checkSheet`
 * stops the submission. Example: `{value: '007', …}` of a count is stored as '7', and '7.5' is refused at `/value`.
 */
export function checkValue(
  item: SheetItem,
  given: SheetAnswerGiven,
  today: IsoDate,
  at = '',
): Outcome<SheetAnswerGiven> {
  const answer: SheetAnswerGiven = { ...given, value: trimmed(given.value), reason: trimmed(given.reason) };
  const refusals: Refusal[] = [];
  if ((answer.reason?.length ?? 0) > LONGEST_REASON) {
    const form = bilingual(
      `不超过${LONGEST_REASON}个字的说明`,
      `a note of at most ${LONGEST_REASON} characters`,
    );
    refusals.push(formRefusal(item, form, answer.reason ?? '', `${at}/reason`));
  }
  if (answer.state === 'notApplicable') {
    refusals.push(...notApplicableRefusals(item, answer, at));
    return refusals.length > 0 ? refused(refusals) : accepted(answer);
  }
  const value = readValue(item, answer.value, today, `${at}/value`);
  const conclusion = conclusionRefusal(item, answer, `${at}/conclusion`);
  if (conclusion !== null) refusals.push(conclusion);
  if (value !== null && typeof value === 'object') return refused([...refusals, value]);
  return refusals.length > 0 ? refused(refusals) : accepted({ ...answer, value });
}
