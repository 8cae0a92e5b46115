import * as z from 'zod';
import { fraction, wholeNumber } from './numbers';

export const apportionmentMethod = z.enum(['hamilton', 'webster', 'jefferson', 'hill', 'adams']);

/** Input of `yuheng apportion` (architecture.md section 10); its output is the domain's `ApportionmentInput`. */
export const apportionInput = z.strictObject({
  total: wholeNumber,
  weights: z.array(fraction).meta({
    description: 'weights times their digits over one common denominator at most 10,000,000',
  }),
  method: apportionmentMethod,
  floors: z.array(wholeNumber).optional(),
  caps: z.array(wholeNumber).optional(),
});
