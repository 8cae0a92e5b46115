import { add, multiply, rational, ZERO } from '../numbers/rational';
import type { Rational } from '../numbers/rational';
import { printNumber } from '../scoring/numbers/numeral';
import { answersOf, figureOf } from './checks/sheet-figures';
import type { AnswersOfMonth } from './checks/sheet-figures';
import type {
  ComparisonRule,
  ItemAnswer,
  SheetAnswerGiven,
  SheetRule,
  SheetSurroundings,
  SheetTemplate,
  SheetTerm,
} from './sheet';

interface Derivation {
  readonly item: string;
  readonly from: readonly SheetTerm[];
}

/** A rule that must hold and has one item alone on its left says what that item is. */
function derivationOf(rule: SheetRule): readonly Derivation[] {
  if (rule.kind !== 'equals' || rule.severity !== 'error') return [];
  const [only, ...others] = (rule satisfies ComparisonRule).left;
  if (only === undefined || others.length > 0 || !('item' in only) || (only.times ?? 1) !== 1) return [];
  return [{ item: only.item, from: rule.right }];
}

/** The items that follow from others by the template's own rules, and are therefore never asked. */
export const derivedItems = ({ rules }: Pick<SheetTemplate, 'rules'>): ReadonlySet<string> =>
  new Set(rules.flatMap(derivationOf).map(({ item }) => item));

function sumOf(
  terms: readonly SheetTerm[],
  answers: AnswersOfMonth,
  surroundings: SheetSurroundings,
): Rational | null {
  let sum = ZERO;
  let applies = false;
  for (const term of terms) {
    const figure = figureOf(term, answers, surroundings);
    if (figure === 'unknown') return null;
    if (figure === 'notApplicable') continue;
    applies = true;
    sum = add(sum, multiply(figure, rational(term.times ?? 1)));
  }
  return applies ? sum : null;
}

/**
 * The figures that the program can fill in itself, by item, of those that nobody answered: whatever is alone on the left
 * of an `equals` rule of severity error, once everything on its right is known; one such figure may lead to the next.
 * What the program knows is never asked (rules.md section 5). What somebody answered is never replaced.
 * Example: last month ended with 120, this one has 5 new and 3 released: start 120, end 122.
 */
export function suggestedFigures(
  { items, rules }: SheetTemplate,
  values: readonly ItemAnswer[],
  surroundings: SheetSurroundings,
): ReadonlyMap<string, string> {
  const answers = new Map<string, SheetAnswerGiven>(answersOf(items, values, surroundings));
  const suggested = new Map<string, string>();
  let open = rules.flatMap(derivationOf).filter(({ item }) => !answers.has(item));
  for (let found = true; found;) {
    found = false;
    for (const { item, from } of open) {
      const sum = sumOf(from, answers, surroundings);
      if (sum === null || answers.has(item)) continue;
      const value = printNumber(sum);
      suggested.set(item, value);
      answers.set(item, { state: 'reported', value, conclusion: null, reason: null });
      found = true;
    }
    open = open.filter(({ item }) => !answers.has(item));
  }
  return suggested;
}
