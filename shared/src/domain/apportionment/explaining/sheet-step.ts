import type { Bilingual } from '../../bilingual';

/** One line of a sheet that a person can follow with a pencil. */
export interface Step {
  readonly label: Bilingual;
  /** Empty where nothing is computed in this line. */
  readonly expression: string;
  /** Marked ≈ where it is shortened, or worked out from figures that are. */
  readonly result: string;
}

/**
 * A line of a sheet that is true as it is printed: a result that is worked out from shortened figures is itself marked ≈,
 * even where it happens to be printed in full.
 * Example: "≈16.6667% × 0.9" and "15%" give the line ≈16.6667% × 0.9 ≈ 15%.
 */
export const sheetStep = (label: Bilingual, expression: string, result: string): Step => ({
  label,
  expression,
  result: expression.includes('≈') && !result.startsWith('≈') ? `≈${result}` : result,
});

/** A line as it is set: expression, the sign between them and the figure; the sign is empty where one of them is. */
export interface PrintedStep {
  readonly expression: string;
  readonly sign: '' | '=' | '≈';
  readonly result: string;
}

/**
 * How a line is printed: 127 ÷ 12 ≈ 10.58, 25 ÷ 150 = … with the mark of the result as the sign between the two. A result
 * without an expression keeps its mark.
 */
export function printedStep({ expression, result }: Pick<Step, 'expression' | 'result'>): PrintedStep {
  if (expression === '' || result === '') return { expression, sign: '', result };
  return result.startsWith('≈')
    ? { expression, sign: '≈', result: result.slice(1) }
    : { expression, sign: '=', result };
}
