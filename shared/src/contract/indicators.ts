import * as z from 'zod';
import type { Endpoint } from './endpoint';
import {
  asOfChoice,
  bilingual,
  decimalText,
  figureState,
  light,
  pageQuery,
  pageState,
  valueState,
} from './values';

const figure = z.object({
  state: valueState,
  /** In the unit of the indicator; 1 or 0 of a condition that is met or not. Null: nothing is due, applicable or known. */
  figure: decimalText.nullable(),
  /** What the figure divides: persons, items, hours, or 分. */
  part: z.number().nullable(),
  whole: z.number().nullable(),
  light,
  /** In percent as laid down for the county; null where none may be laid down. */
  target: decimalText.nullable(),
});

const cell = z.object({ ...figure.shape, text: bilingual });
export type IndicatorCell = z.infer<typeof cell>;

const month = z.object({ ...figure.shape, month: z.string(), approved: z.boolean() });
export type IndicatorMonth = z.infer<typeof month>;

const indicator = z.object({
  id: z.string(),
  group: z.enum(['funds', 'persons', 'inspections', 'effects']),
  name: bilingual,
  /** The formula in words. */
  formula: bilingual,
  unit: z.enum(['percent', 'perPost', 'hoursPerPerson', 'occurrences', 'yesNo']),
  direction: z.enum(['atLeast', 'atMost', 'neither']),
  /** What part and whole count. */
  counts: z.enum(['persons', 'money', 'items', 'hours']),
  /** 主动公开 / 内部 / 不公开. */
  disclosure: z.enum(['public', 'internal', 'closed']),
  responsible: z.enum(['city', 'countyFinance', 'countyJustice', 'thirdParty']),
  /** The document or clause that it rests on. */
  basis: bilingual,
  /** A target may be laid down for it. */
  targeted: z.boolean(),
  /** On which monthly sheet it rests; null: counted over the year. */
  monthly: z.enum(['wages', 'inspections']).nullable(),
  /** The counties together: sums over sums, never a mean of rates; of how many of them. */
  all: z.object({
    figure: decimalText.nullable(),
    part: z.number().nullable(),
    whole: z.number().nullable(),
    counties: z.int(),
    months: z.array(
      z.object({
        month: z.string(),
        figure: decimalText.nullable(),
        part: z.number().nullable(),
        whole: z.number().nullable(),
        counties: z.int(),
        approved: z.boolean(),
      }),
    ),
  }),
});
export type Indicator = z.infer<typeof indicator>;

export const indicators = z.object({
  ...pageState,
  asOfChoice,
  state: figureState,
  headline: bilingual,
  indicators: z.array(indicator),
  /** In official order, with one cell for each indicator in its order. */
  counties: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      cells: z.array(cell),
      /** For each indicator its months, in its order; of one counted over the year there are none. */
      months: z.array(z.array(month)),
    }),
  ),
});
export type Indicators = z.infer<typeof indicators>;

export const indicatorEndpoints = {
  readIndicators: {
    method: 'GET',
    path: '/api/indicators',
    permission: 'indicator:read',
    summary: 'Which indicator needs work where: county by indicator, and each by month where it has months.',
    query: pageQuery,
    status: 200,
    response: indicators,
    problems: ['invalid-request', 'not-found', 'refused'],
  },
} as const satisfies Record<string, Endpoint>;
