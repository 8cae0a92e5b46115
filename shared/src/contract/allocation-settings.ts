import * as z from 'zod';
import { FACTOR_IDS } from '../domain/allocation/settings/allocation-settings';
import { apportionmentMethod } from './engine/apportion';

/** Decimals stay texts: settings are hashed and compared as they were published. */
const decimal = z
  .string()
  .regex(
    /^\d{1,9}(\.\d{1,9})?$/,
    '应为不小于0的小数文字，如 "0.9" / must be a decimal of at least 0 as a text, such as "0.9"',
  );
const month = z.int().min(1).max(12);
const posts = z.int().min(0).max(1_000_000);
const point = z.strictObject({ score: decimal, coefficient: decimal });

const performance = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('none') }),
  z.strictObject({ mode: z.literal('continuous'), from: point, to: point }),
  z.strictObject({
    mode: z.literal('gradeCoefficient'),
    coefficients: z.strictObject({ excellent: decimal, good: decimal, fair: decimal, poor: decimal }),
  }),
  z.strictObject({ mode: z.literal('add'), weight: decimal }),
]);

/** 分配办法 as data: `AllocationSettings` of the domain, which says what each part means. */
export const allocationSettings = z.strictObject({
  factors: z
    .array(z.strictObject({ id: z.enum(FACTOR_IDS), weight: decimal }))
    .min(1)
    .max(FACTOR_IDS.length),
  performance,
  indicators: z.enum(['countyJustice', 'all']),
  window: z.strictObject({ years: z.int().min(1).max(3), lastMonth: month }),
  movablePosts: posts.nullable(),
  floor: z.enum(['verifiedAverage', 'none']),
  bounds: z
    .array(
      z.strictObject({ county: z.string().min(1).max(50), floor: posts.optional(), cap: posts.optional() }),
    )
    .max(3000),
  maximumChange: z.union([z.strictObject({ parts: posts }), z.strictObject({ ratio: decimal })]).nullable(),
  phaseIn: z
    .strictObject({ firstYear: z.int().min(2000).max(2100), years: z.int().min(1).max(10) })
    .nullable(),
  firmness: z.strictObject({
    gate: z.boolean(),
    threshold: decimal,
    scoreError: decimal,
    weightUncertainty: decimal,
    runs: z.int().min(100).max(100_000),
    seed: z.int().min(0).max(4_294_967_295),
  }),
  advancePercent: decimal,
  contractYearStart: month,
  method: apportionmentMethod,
});
export type AllocationSettingsBody = z.infer<typeof allocationSettings>;
