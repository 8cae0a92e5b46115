import { addMonths, firstDay } from '../../period/year-month';
import type { YearMonth } from '../../period/year-month';
import type {
  ComparisonRule,
  EarlierAnswer,
  ItemAnswer,
  OtherFigure,
  OtherSheet,
  SheetItem,
  SheetRemark,
  SheetRule,
  SheetTerm,
} from '../sheet';
import { itemOfOther } from '../other-sheets';
import { ruleRemark } from './rule-remarks';
import { answersOf } from './sheet-figures';

/** A figure of money that looks like as many posts: 12 is 12,000.00 元. */
const FEN_OF_ONE = 100_000;
const SMALL = 10;
/** What is too much beside it: enough for a side of one term against one of many. */
const TOO_MUCH = [12, 120, 1200, 12_000];

const itemOfTerm = (term: SheetTerm): string | null => {
  if ('item' in term) return term.item;
  return 'lastMonth' in term ? term.lastMonth : null;
};

interface Template {
  readonly items: readonly SheetItem[];
  readonly others: readonly OtherSheet[];
  readonly month: YearMonth;
}

interface Figures {
  readonly values: readonly ItemAnswer[];
  readonly earlier: readonly EarlierAnswer[];
  readonly approvedPosts: number;
  readonly beside: readonly OtherFigure[];
}

const NOTHING_ELSE = { earlier: [], approvedPosts: SMALL, beside: [] };

const reported = (item: string, value: string): ItemAnswer => ({
  item,
  state: 'reported',
  value,
  conclusion: null,
  reason: null,
});

/** Everything on the left is too much and on the right small; what is taken away the other way round. */
function figuresOf({ left, right }: ComparisonRule, tooMuch: number, template: Template): Figures {
  const { items, others, month } = template;
  const values: ItemAnswer[] = [];
  const earlier: EarlierAnswer[] = [];
  const beside: OtherFigure[] = [];
  let approvedPosts = SMALL;
  const answer = (term: SheetTerm, isLeft: boolean): void => {
    const figure = isLeft === (term.times ?? 1) > 0 ? tooMuch : SMALL;
    if ('known' in term) approvedPosts = figure;
    const id = itemOfTerm(term);
    const item = 'sheet' in term ? itemOfOther(others, term) : items.find((one) => one.id === id);
    if (item === undefined) return;
    const value = String(item.answer === 'money' ? figure * FEN_OF_ONE : figure);
    const given = reported(item.id, value);
    if ('sheet' in term) beside.push({ sheet: term.sheet, item, value });
    else if ('item' in term) values.push(given);
    else earlier.push({ ...given, month: addMonths(month, -1) });
  };
  left.forEach((term) => answer(term, true));
  right.forEach((term) => answer(term, false));
  return { values, earlier, approvedPosts, beside };
}

/**
 * What a county reads where a rule is broken, with made-up figures of a month: the very sentence of `ruleRemark`, for
 * whoever writes the rule. Null where no such figures are found, as of a sum that is compared with itself. The rule is
 * one that `templateRefusals` lets through, with the same other sheets.
 * Example: 12 persons paid of 10 on post read "发放人数12人大于在岗人数10人，多2人。请对照工资发放名册改正。".
 * @throws RangeError when the rule names no item of the template.
 */
export function exampleOfRule(
  rule: SheetRule,
  items: readonly SheetItem[],
  month: YearMonth,
  others: readonly OtherSheet[] = [],
): SheetRemark | null {
  const remark = (
    values: readonly ItemAnswer[],
    { earlier, approvedPosts, beside }: Omit<Figures, 'values'> = NOTHING_ELSE,
  ): SheetRemark | null => {
    const today = firstDay(addMonths(month, 1));
    const surroundings = { month, today, earlier, known: { approvedPosts }, others: beside };
    return ruleRemark(rule, { items, answers: answersOf(items, values, surroundings), surroundings });
  };
  if (rule.kind === 'requiredWhen') {
    const isMoney = items.find(({ id }) => id === rule.when)?.answer === 'money';
    return remark([reported(rule.when, String(isMoney ? SMALL * FEN_OF_ONE : SMALL))]);
  }
  if (rule.kind === 'notBefore')
    return remark([reported(rule.item, `${month}-10`), reported(rule.other, `${month}-15`)]);
  for (const tooMuch of TOO_MUCH) {
    const figures = figuresOf(rule, tooMuch, { items, others, month });
    const said = remark(figures.values, figures);
    if (said !== null) return said;
  }
  return null;
}
