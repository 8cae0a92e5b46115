import { parseDecimal, rational } from '../../numbers/rational';
import type { Rational } from '../../numbers/rational';
import { addMonths } from '../../period/year-month';
import { carriedAnswer } from '../carried';
import type {
  ItemAnswer,
  OtherFigure,
  SheetAnswerGiven,
  SheetItem,
  SheetSurroundings,
  SheetTerm,
} from '../sheet';
import type { OtherTerm } from '../other-sheets';

export const FIGURES: readonly SheetItem['answer'][] = ['count', 'money', 'conclusion'];

/** Whether a rule can add an item up: a conclusion has a figure beside it only where its item has a unit. */
export const takesFigure = ({ answer, unit }: Pick<SheetItem, 'answer' | 'unit'>): boolean =>
  FIGURES.includes(answer) && (answer !== 'conclusion' || unit !== undefined);

/** What is answered in a month by item: its own values, and where it says nothing what is carried into it. */
export type AnswersOfMonth = ReadonlyMap<string, SheetAnswerGiven>;

export function answersOf(
  items: readonly SheetItem[],
  values: readonly ItemAnswer[],
  { month, earlier }: SheetSurroundings,
): AnswersOfMonth {
  const answers = new Map<string, SheetAnswerGiven>(values.map((one) => [one.item, one]));
  for (const item of items) {
    const carried = carriedAnswer(
      item,
      month,
      earlier.find((one) => one.item === item.id),
    );
    if (carried !== null && !answers.has(item.id)) answers.set(item.id, carried);
  }
  return answers;
}

/** The items that a month asks: nothing is carried into it for them. */
export const askedItems = (
  items: readonly SheetItem[],
  { month, earlier }: Pick<SheetSurroundings, 'month' | 'earlier'>,
): readonly SheetItem[] =>
  items.filter(
    (item) =>
      carriedAnswer(
        item,
        month,
        earlier.find((one) => one.item === item.id),
      ) === null,
  );

/** A figure; or that the item does not apply and adds nothing; or that nobody knows it yet. */
export type TermFigure = Rational | 'notApplicable' | 'unknown';

function figureOfAnswer(answer: SheetAnswerGiven | undefined): TermFigure {
  if (answer?.state === 'notApplicable') return 'notApplicable';
  const value = answer?.value ?? null;
  return (value === null ? null : parseDecimal(value)) ?? 'unknown';
}

/** What the sheet beside this one reports of the item that a term names; undefined where it reports nothing. */
export const figureBeside = (
  { sheet, figure }: OtherTerm,
  { others }: Pick<SheetSurroundings, 'others'>,
): OtherFigure | undefined => others.find((one) => one.sheet === sheet && one.item.id === figure);

/** The figure of a rule's term before it is taken `times` times; last month's only where that very month answered it. */
export function figureOf(
  term: SheetTerm,
  answers: AnswersOfMonth,
  surroundings: SheetSurroundings,
): TermFigure {
  const { month, earlier, known } = surroundings;
  if ('known' in term) {
    const figure = known[term.known];
    return figure === undefined ? 'unknown' : rational(figure);
  }
  if ('sheet' in term) return parseDecimal(figureBeside(term, surroundings)?.value ?? '') ?? 'unknown';
  if ('item' in term) return figureOfAnswer(answers.get(term.item));
  const before = addMonths(month, -1);
  return figureOfAnswer(earlier.find((one) => one.item === term.lastMonth && one.month === before));
}
