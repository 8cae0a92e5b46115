import * as z from 'zod';
import { compare, parseRational, reduce, ZERO, type Rational } from '../../domain/numbers/rational';

/**
 * Numbers of the engine's files: a JSON number, taken as it is printed in shortest form, or a text. Both become exact
 * fractions, so 0.1 is one tenth and "1/3" one third. Infinity (what 1e400 becomes) is refused by zod itself.
 */
const DECIMAL = /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?$/;
const FRACTION = /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?$|^[+-]?\d+\/\d+$/;

const DECIMAL_MESSAGE = '应为有限小数，如 95 或 "0.5" / must be a finite decimal such as 95 or "0.5"';
const FRACTION_MESSAGE =
  '应为有限小数或分数，如 95、"0.5" 或 "1/3" / must be a finite decimal or a fraction such as 95, "0.5" or "1/3"';
const WHOLE_MESSAGE = '应为不小于 0 的整数，请改正 / must be a whole number of 0 or more; correct it';

const numeral = (pattern: RegExp, message: string) =>
  z
    .union([z.number(), z.string().regex(pattern, message)], { error: message })
    .transform((value, context): Rational => {
      const exact = parseRational(String(value));
      if (exact) return exact;
      // "1/0", or a numeral of over 400 characters.
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    });

/** A finite decimal: 95, "0.5", "1e-7". */
export const decimal = numeral(DECIMAL, DECIMAL_MESSAGE);

/** A finite decimal or a fraction of whole numbers: 95, "0.5", "1/3". */
export const fraction = numeral(FRACTION, FRACTION_MESSAGE);

/** A whole number ≥ 0, in any of these forms: 150, "150", "300/2", 1.5e2. */
export const wholeNumber = fraction.transform((value, context): bigint => {
  const { numerator, denominator } = reduce(value);
  if (denominator === 1n && compare(value, ZERO) >= 0) return numerator;
  context.addIssue({ code: 'custom', message: WHOLE_MESSAGE });
  return z.NEVER;
});
