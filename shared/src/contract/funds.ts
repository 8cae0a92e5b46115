import * as z from 'zod';
import type { Endpoint } from './endpoint';
import {
  asOfChoice,
  bilingual,
  decimalText,
  fenAmount,
  figureState,
  light,
  pageQuery,
  pageState,
  valueState,
} from './values';

/** One link of the chain: how much so far, and when it last moved. */
const link = z.object({ fen: fenAmount, on: z.string().nullable(), documentNumber: z.string().nullable() });

/** Spending of one month worked. */
const monthFunds = z.object({
  month: z.string(),
  approved: z.boolean(),
  cityPartFen: fenAmount,
  countyPartFen: fenAmount,
  /** Advanced by the counties and not settled yet; a settled advance is city money spent. */
  advancedFen: fenAmount,
  expectedFen: fenAmount,
  due: z.boolean(),
});

/** 对账: the reported months, each of which agrees, was explained, or is to be. */
const reconciliation = z.object({
  months: z.int(),
  agreeing: z.int(),
  explained: z.int(),
  toExplain: z.int(),
  /** Months whose ledger says another amount than their approved sheet. */
  unlike: z.int(),
  text: bilingual,
});

const countyFunds = z.object({
  id: z.string(),
  name: z.string(),
  posts: z.int().nullable(),
  budgetFen: fenAmount.nullable(),
  /** `notDue` where nothing was to be gathered: the amounts below are then no figures, though they print as 0. */
  state: valueState,
  issued: link,
  received: link,
  passedOn: link,
  spentFen: fenAmount,
  expectedFen: fenAmount,
  executionRate: decimalText.nullable(),
  /** Days from receipt to pass-on, against the clock (a setting, default 30). */
  passOnDays: z.int().nullable(),
  /** Days from receipt to the day by which it is to be passed on; null before receipt. */
  clockDays: z.int().nullable(),
  clockState: valueState,
  advancedFen: fenAmount,
  advanceSettledOn: z.string().nullable(),
  filed: z.int(),
  filingsDue: z.int(),
  light,
  text: bilingual,
  /** Where its tile stands on the schematic map; null: it has none. */
  tile: z.object({ row: z.int(), column: z.int() }).nullable(),
  /** Null where nothing is reported, and at an earlier point in time, because explanations are kept as they stand now. */
  reconciliation: reconciliation.nullable(),
  months: z.array(monthFunds),
});

export const funds = z.object({
  ...pageState,
  asOfChoice,
  state: figureState,
  headline: bilingual,
  /** The year whose publication says the posts and amounts; another than `year`: the split in force, carried over. Null: none does. */
  splitYear: z.int().nullable(),
  total: z.object({
    budgetFen: fenAmount,
    issuedFen: fenAmount,
    receivedFen: fenAmount,
    passedOnFen: fenAmount,
    spentFen: fenAmount,
    expectedFen: fenAmount,
    advancedFen: fenAmount,
  }),
  counties: z.array(countyFunds),
  /** 下达计划 of the decided split in force, beside what was issued; null: nothing is decided of the year. */
  plan: z
    .object({
      documentNumber: z.string(),
      decidedOn: z.string(),
      /** 1 is the first plan of the year; every correction has the next number. */
      number: z.int(),
      sentence: bilingual,
      counties: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          advanceFen: fenAmount,
          /** Negative where too much was issued in advance (多退). */
          finalFen: fenAmount,
          plannedFen: fenAmount,
          issuedFen: fenAmount,
          /** Left to issue; negative: issued beyond the plan. */
          leftFen: fenAmount,
        }),
      ),
    })
    .nullable(),
  /** Spending by month worked, all readable counties together; cumulative sums are left to the reader's program. */
  months: z.array(monthFunds),
});
export type Funds = z.infer<typeof funds>;

export const fundEndpoints = {
  readFunds: {
    method: 'GET',
    path: '/api/funds',
    permission: 'fund:read',
    summary: 'Where the money is: the chain from issue to wages, by county and month.',
    query: pageQuery,
    status: 200,
    response: funds,
    problems: ['invalid-request', 'not-found', 'refused'],
  },
} as const satisfies Record<string, Endpoint>;
