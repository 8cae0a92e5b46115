import * as z from 'zod';
import { fraction } from './numbers';

const matrix = z.array(z.array(fraction));

const randomIndex = z
  .enum(['1980', '2008'])
  .optional()
  .meta({ description: 'table of random indices; default 1980' });

/** The other of the two keys, which may not stand beside the first. */
const absent = z
  .never(
    'matrix 与 matrices 只能给出其中一个，请删去一个 / Give either matrix or matrices; remove one of them',
  )
  .optional();

/** Input of `yuheng ahp` (architecture.md section 10); its output is the domain's `AhpInput`. */
export const ahpInput = z.union([
  z.strictObject({ matrix, matrices: absent, randomIndex }),
  z.strictObject({
    matrix: absent,
    matrices: z.array(matrix).meta({ description: 'one matrix an expert' }),
    randomIndex,
  }),
]);
