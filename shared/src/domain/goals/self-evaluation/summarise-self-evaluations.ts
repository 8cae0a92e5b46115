import { sumFen, type Fen } from '../../money/fen';
import {
  add,
  compare,
  divide,
  multiply,
  parseDecimal,
  printRounded,
  rational,
  ZERO,
} from '../../numbers/rational';
import type { Rational } from '../../numbers/rational';
import type { GoalIndicator, GoalTable } from '../goal';
import { printFigure } from './fill-self-evaluation';
import type { SelfEvaluation, SelfEvaluationLine } from './self-evaluation';

/** An approved form of one county. */
export interface ApprovedSelfEvaluation {
  readonly county: string;
  readonly table: GoalTable;
  readonly form: SelfEvaluation;
}

/** One line of the city’s form: the lines of the counties that have the same kind, name and unit. */
export interface SummaryLine {
  readonly goal: Pick<GoalIndicator, 'kind' | 'name' | 'relation' | 'unit'>;
  /** How many counties have the line, and how many of them got full marks of it. */
  readonly counties: number;
  readonly met: number;
  /** The goals as issued, each once, in the order of the counties. */
  readonly values: readonly string[];
  /** Person-months and the like add up; rates and words do not: null. */
  readonly sum: string | null;
  /** The least and the most that was reached; null where it is no figure. */
  readonly range: readonly [string, string] | null;
  /** Percent of the marks that the counties got, weighted by their adjusted budgets; null where none was scored. */
  readonly rate: string | null;
}

/** 汇总自评表. */
export interface SelfEvaluationSummary {
  readonly initialBudget: Fen;
  readonly adjustedBudget: Fen;
  readonly spent: Fen;
  /** Percent of the adjusted budget; null without a budget. */
  readonly executionRate: string | null;
  readonly lines: readonly SummaryLine[];
  /** The mean of the counties’ totals, weighted by their adjusted budgets, two decimals; null without a budget. */
  readonly total: string | null;
}

const HUNDRED = rational(100);

/** A quantity adds up over the counties; a rate, a standard a person and a goal in words do not. */
const addsUp = ({ metric }: GoalIndicator): boolean => metric === 'personMonthsOnPost';

/**
 * Sums approved forms to the city’s. Money adds up; the total is the mean weighted by the adjusted budgets, rounded half up once.
 * Example: 94.00 on 300,000 元 and 88.00 on 100,000 元 are 92.50.
 */
export function summariseSelfEvaluations(forms: readonly ApprovedSelfEvaluation[]): SelfEvaluationSummary {
  const adjustedBudget = sumFen(forms.map(({ form }) => form.adjustedBudget));
  const spent = sumFen(forms.map(({ form }) => form.spent));
  return {
    initialBudget: sumFen(forms.map(({ form }) => form.initialBudget)),
    adjustedBudget,
    spent,
    executionRate:
      adjustedBudget === 0 ? null : printRounded(multiply(rational(spent, adjustedBudget), HUNDRED), 2),
    lines: linesOf(forms),
    total: weighted(
      forms.map(({ form }) => ({ share: decimal(form.total), weight: rational(form.adjustedBudget) })),
    ),
  };
}

const decimal = (text: string | null): Rational | null => (text === null ? null : parseDecimal(text));

/** Σ weight × share ÷ Σ weight over what is known, two decimals; null where nothing weighs. */
function weighted(
  parts: readonly { readonly share: Rational | null; readonly weight: Rational }[],
): string | null {
  let [sum, weights] = [ZERO, ZERO];
  for (const { share, weight } of parts) {
    if (share === null) continue;
    sum = add(sum, multiply(share, weight));
    weights = add(weights, weight);
  }
  return weights.numerator === 0n ? null : printRounded(divide(sum, weights), 2);
}

interface OfCounty {
  readonly goal: GoalIndicator;
  readonly line: SelfEvaluationLine;
  readonly budget: Fen;
}

function linesOf(forms: readonly ApprovedSelfEvaluation[]): SummaryLine[] {
  const groups = new Map<string, OfCounty[]>();
  for (const { table, form } of forms) {
    for (const goal of table.indicators) {
      const line = form.lines.find(({ indicator }) => indicator === goal.id);
      if (!line) continue;
      const key = JSON.stringify([goal.kind, goal.name, goal.unit, goal.relation]);
      groups.set(key, [...(groups.get(key) ?? []), { goal, line, budget: form.adjustedBudget }]);
    }
  }
  return [...groups.values()].map(summaryLine);
}

function summaryLine(lines: readonly OfCounty[]): SummaryLine {
  const [{ goal }] = lines as [OfCounty];
  const figures = lines.flatMap(({ line }) => {
    const figure = goal.relation === 'qualitative' ? null : decimal(line.actual);
    return figure === null || line.actual === null ? [] : [{ figure, printed: line.actual }];
  });
  const ordered = [...figures].sort((a, b) => compare(a.figure, b.figure));
  const [least, most] = [ordered[0], ordered.at(-1)];
  return {
    goal: { kind: goal.kind, name: goal.name, relation: goal.relation, unit: goal.unit },
    counties: lines.length,
    met: lines.filter(({ line }) => line.score === `${line.marks}.00`).length,
    values: [...new Set(lines.map((one) => one.goal.value))],
    sum:
      addsUp(goal) && figures.length === lines.length
        ? printFigure(figures.reduce((sum, { figure }) => add(sum, figure), ZERO))
        : null,
    range: least && most ? [least.printed, most.printed] : null,
    rate: weighted(lines.map(({ line, budget }) => ({ share: shareOf(line), weight: rational(budget) }))),
  };
}

/** Percent of its marks that a line got; null where it was not scored or has none. */
function shareOf({ score, marks }: SelfEvaluationLine): Rational | null {
  const [got, of] = [decimal(score), decimal(marks)];
  return got && of && of.numerator !== 0n ? multiply(divide(got, of), HUNDRED) : null;
}
