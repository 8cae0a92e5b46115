import * as z from 'zod';
import type { Endpoint } from './endpoint';
import { waitingItem } from './round-tasks';
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

/** One cell of the county table: a state, a figure where there is one, and the same said in a sentence. */
const cell = z.object({
  state: valueState,
  /** A percentage with two decimals, or null where no rate is due. */
  rate: decimalText.nullable(),
  /** What the rate divides, e.g. 143 of 150 person-months. */
  part: z.number().nullable(),
  whole: z.number().nullable(),
  light,
  text: bilingual,
});
export type OverviewCell = z.infer<typeof cell>;

const trendMonth = z.object({
  month: z.string(),
  /** Unapproved months are drawn apart. */
  approved: z.boolean(),
  onPostRate: decimalText.nullable(),
  wageTimeliness: decimalText.nullable(),
  inspectionPassRate: decimalText.nullable(),
});

const countyRow = z.object({
  id: z.string(),
  name: z.string(),
  posts: z.int().nullable(),
  publishedFen: fenAmount.nullable(),
  /** The year whose publication says the posts; another than the page's: the split in force. Null: none does. */
  splitYear: z.int().nullable(),
  receipt: cell,
  onPost: cell,
  wages: cell,
  inspection: cell,
  rectification: cell,
  light,
  /** Why the light is what it is, each in a sentence with the month it comes from. */
  reasons: z.array(bilingual),
  /** The county in one sentence; null where nothing is gathered of it. */
  sentence: bilingual.nullable(),
  /** The county's own months, as `trend` has them of all; empty where nothing is gathered of it. */
  trend: z.array(trendMonth),
  /** Where its tile stands on the schematic map; null: it has none. */
  tile: z.object({ row: z.int(), column: z.int() }).nullable(),
});

/** A line of risks, linked to its evidence inside the program. */
const item = z.object({
  kind: z.string(),
  count: z.int(),
  text: bilingual,
  link: z.string().nullable(),
  /** The counties that it concerns, in official order; empty for doubts, which are told as a number only. */
  counties: z.array(z.object({ county: z.string(), count: z.int() })),
});

export const overview = z.object({
  ...pageState,
  asOfChoice,
  state: figureState,
  /** (1) one sentence of all. */
  headline: bilingual,
  /** The headline in its parts, each linked to its evidence: printed one after the other they are the headline. */
  headlineParts: z.array(z.object({ text: bilingual, link: z.string().nullable() })),
  /** (2) 需要您办; empty: 目前没有需要您处理的事项. */
  needsYou: z.array(waitingItem),
  /** (3) risks: unpaid wages, findings overdue or repeated, number of doubts. A count of 0 is said too. */
  risks: z.array(item),
  /** (4) the counties in one table, in official order. */
  counties: z.array(countyRow),
  /** (5) one trend: the city's share on post, of wages paid on time and of inspection items passed, by month. */
  trend: z.array(trendMonth),
  /** (5) execution: received, spent and expected so far, by county; a county where nothing is due yet has no row. */
  execution: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      receivedFen: fenAmount,
      spentFen: fenAmount,
      expectedFen: fenAmount,
      advancedFen: fenAmount,
      rate: decimalText.nullable(),
    }),
  ),
  /** (6) in season: how far the evaluation is, the finalised result, next year. */
  season: z.object({
    evaluations: z.array(
      z.object({
        kind: z.enum(['selfEvaluation', 'departmentEvaluation', 'financeEvaluation']),
        year: z.int(),
        state: figureState,
        /** Marks given and expected of the evaluators; null for a reader who may not see them. */
        marksGiven: z.int().nullable(),
        marksExpected: z.int().nullable(),
        finalisedOn: z.string().nullable(),
        scoringRun: z.string().nullable(),
        text: bilingual,
      }),
    ),
    nextYear: z.object({ year: z.int(), text: bilingual, link: z.string() }).nullable(),
  }),
});
export type Overview = z.infer<typeof overview>;

export const overviewEndpoints = {
  readOverview: {
    method: 'GET',
    path: '/api/overview',
    permission: 'overview:read',
    summary: "The leadership page's data in one answer; county roles read their own county's row.",
    query: pageQuery,
    status: 200,
    response: overview,
    problems: ['invalid-request', 'not-found', 'refused'],
  },
} as const satisfies Record<string, Endpoint>;
