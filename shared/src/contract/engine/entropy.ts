import * as z from 'zod';
import { fraction } from './numbers';

/** Input of `yuheng entropy` (architecture.md section 10); its output is the domain's `EntropyInput`. */
export const entropyInput = z.strictObject({
  matrix: z.array(z.array(fraction)).meta({ description: 'rows are units, columns are indicators' }),
  directions: z.array(z.enum(['max', 'min'])),
  normalise: z.enum(['min-max', 'sum']),
});
