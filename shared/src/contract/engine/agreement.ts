import * as z from 'zod';
import { decimal } from './numbers';

const rating = z.union([decimal, z.null()], {
  error: '应为有限小数，或者 null（没有评分） / must be a finite decimal, or null where there is no rating',
});

/** Input of `yuheng agreement` (architecture.md section 10); its output is the domain's `AgreementInput`. */
export const agreementInput = z.strictObject({
  ratings: z.array(z.array(rating)).meta({
    description:
      'rows are the rated things, columns the raters; ratings times their digits over one common denominator at most 10,000,000, and under level ratio the square of the different ratings times those digits at most 250,000,000',
  }),
  statistic: z.enum(['krippendorff', 'icc', 'kendall']),
  level: z
    .enum(['nominal', 'ordinal', 'interval', 'ratio'])
    .optional()
    .meta({ description: 'of krippendorff only; default interval' }),
});
