import * as z from 'zod';
import { fraction, wholeNumber } from './numbers';

export const apportionmentMethod = z.enum(['hamilton', 'webster', 'jefferson', 'hill', 'adams']);

/** Input of `yuheng apportion` (architecture.md section 10); its output is the domain's `ApportionmentInput`. */
export const apportionInput = z.strictObject({
  total: wholeNumber,
  weights: z.array(fraction),
  method: apportionmentMethod,
  floors: z.array(wholeNumber).optional(),
  caps: z.array(wholeNumber).optional(),
});
