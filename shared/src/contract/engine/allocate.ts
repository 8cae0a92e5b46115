import * as z from 'zod';
import { apportionmentMethod } from './apportion';
import { fraction, wholeNumber } from './numbers';

const pool = z.union([
  z.strictObject({ posts: wholeNumber, fenPerPost: wholeNumber }),
  z.strictObject({ fen: wholeNumber, unitFen: wholeNumber }),
]);

const identity = z.string().min(1, '名称不得为空，请填写 / must not be empty; fill it in');

const unit = z.strictObject({
  id: identity,
  factors: z.record(z.string(), fraction),
  score: fraction.optional(),
  lastPart: wholeNumber.optional(),
  kept: wholeNumber.optional(),
  floor: wholeNumber.optional(),
  cap: wholeNumber.optional(),
});

const scorePoint = z.strictObject({ score: fraction, coefficient: fraction });

const performance = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('none') }),
  z.strictObject({
    mode: z.literal('gradeCoefficient'),
    coefficients: z.strictObject({ excellent: fraction, good: fraction, fair: fraction, poor: fraction }),
  }),
  z.strictObject({ mode: z.literal('continuous'), from: scorePoint, to: scorePoint }),
  z.strictObject({ mode: z.literal('add'), weight: fraction }),
]);

/** Input of `yuheng allocate` (architecture.md section 10); its output is the domain's `AllocationInput`. */
export const allocateInput = z.strictObject({
  pool,
  units: z.array(unit),
  policy: z.strictObject({
    factors: z.array(z.strictObject({ id: identity, weight: fraction })),
    performance,
    maximumChange: z
      .union([z.strictObject({ parts: wholeNumber }), z.strictObject({ ratio: fraction })])
      .optional(),
    phaseIn: fraction.optional(),
    method: apportionmentMethod,
  }),
});
