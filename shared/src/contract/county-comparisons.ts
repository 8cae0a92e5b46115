import * as z from 'zod';
import type { Endpoint } from './endpoint';
import {
  asOfChoice,
  bilingual,
  countyName,
  decimalText,
  figureState,
  grade,
  light,
  programId,
  queryAsOf,
  queryYear,
  valueState,
} from './values';

const countyId = z.string().min(1).max(40);

const side = z.object({
  id: z.string(),
  name: z.string(),
  year: z.int(),
  headline: bilingual,
  light,
  state: figureState,
  months: z.array(z.object({ month: z.string(), light, state: valueState, approved: z.boolean() })),
  /** Null before 定案 of this side. */
  result: z
    .object({
      scoringRun: z.string(),
      total: decimalText,
      fullMarks: decimalText,
      grade,
      finalisedOn: z.string(),
      documentNumber: z.string().nullable(),
    })
    .nullable(),
});
export type ComparisonSide = z.infer<typeof side>;

const figure = z.object({ figure: decimalText.nullable(), state: valueState });

const measure = z.object({
  id: z.string(),
  group: z.enum(['conditions', 'rates', 'findings', 'money', 'result']),
  name: bilingual,
  /** `fen` are whole 分; `percent` stand on one scale of 0 to 100, the others on the larger of the two. */
  unit: z.enum(['percent', 'persons', 'posts', 'occurrences', 'fen']),
  left: figure,
  right: figure,
  /** How far they are apart, in words; never which of them is better. */
  difference: bilingual,
});
export type ComparisonMeasure = z.infer<typeof measure>;

export const countyComparison = z.object({
  program: programId,
  asOf: z.string(),
  asOfChoice,
  demonstration: z.boolean(),
  /** Two counties of one year, or one county in two years. */
  kind: z.enum(['counties', 'years']),
  sentence: bilingual,
  /** What has to be kept in mind before like is compared with unlike. */
  cautions: z.array(bilingual),
  left: side,
  right: side,
  measures: z.array(measure),
  /** Those that the reader may choose from, in official order. */
  counties: z.array(countyName),
});
export type CountyComparison = z.infer<typeof countyComparison>;

const ONE_OF_THEM =
  '只能比较同一年度的两个县（市、区），或同一县（市、区）的两个年度 / must be two counties of one year, or one county in two years';

export const countyComparisonEndpoints = {
  compareCounties: {
    method: 'GET',
    path: '/api/counties/compare',
    permission: 'county:read',
    summary: 'Two counties of one year, or one county in two years, side by side and without an order.',
    query: z
      .strictObject({
        program: programId,
        left: countyId,
        right: countyId,
        leftYear: queryYear,
        rightYear: queryYear,
        /** Both sides are looked at from it; of two years only a month-end, for a finalised result is of one year. */
        asOf: queryAsOf,
      })
      .refine((one) => (one.left === one.right) !== (one.leftYear === one.rightYear), {
        error: ONE_OF_THEM,
        path: ['right'],
      }),
    status: 200,
    response: countyComparison,
    problems: ['invalid-request', 'not-found', 'refused'],
  },
} as const satisfies Record<string, Endpoint>;
