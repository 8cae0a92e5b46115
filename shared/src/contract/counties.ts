import * as z from 'zod';
import { countyBeside } from './county-beside';
import type { Endpoint } from './endpoint';
import {
  asOfChoice,
  bilingual,
  decimalText,
  fenAmount,
  figureState,
  grade,
  light,
  pageQuery,
  pageState,
  stage,
  valueState,
} from './values';

const countyMonth = z.object({
  month: z.string(),
  light,
  reasons: z.array(bilingual),
  approved: z.boolean(),
  inspection: z.object({
    state: valueState,
    stage,
    dueOn: z.string().nullable(),
    submittedOn: z.string().nullable(),
    passed: z.int(),
    failed: z.int(),
    notApplicable: z.int(),
    /** Conclusions carried from an earlier month, because the item is not checked every month. */
    carried: z.int(),
  }),
  wages: z.object({
    state: valueState,
    dueOn: z.string().nullable(),
    paidOn: z.string().nullable(),
    daysLate: z.int(),
    personsOnPost: z.int().nullable(),
    personsPaid: z.int().nullable(),
    posts: z.int().nullable(),
    cityPartFen: fenAmount.nullable(),
    countyPartFen: fenAmount.nullable(),
    /** County money advanced for the city part before the issue arrived (垫付): normal, never a fault. */
    advancedFen: fenAmount.nullable(),
  }),
  supervised: z.int().nullable(),
});
export type CountyMonth = z.infer<typeof countyMonth>;

const timelineEvent = z.object({
  date: z.string(),
  kind: z.enum(['issue', 'receipt', 'passOn', 'advance', 'settlement', 'wages', 'filing']),
  fen: fenAmount.nullable(),
  text: bilingual,
  documentNumber: z.string().nullable(),
});

const filing = z.object({
  document: z.enum(['implementationPlan', 'transferDocument']),
  recipient: z.enum(['cityJustice', 'cityFinance']),
  state: valueState,
  dueOn: z.string().nullable(),
  filedOn: z.string().nullable(),
  /** 依据: the document, and whether the year's own text repeats it. */
  basis: bilingual,
});

const finding = z.object({
  id: z.string(),
  month: z.string(),
  item: z.string(),
  itemName: bilingual,
  summary: z.string(),
  foundOn: z.string(),
  deadline: z.string(),
  rectifiedOn: z.string().nullable(),
  closedOn: z.string().nullable(),
  repeated: z.boolean(),
  overdue: z.boolean(),
});

/** Only a finalised evaluation is shown here: no verdict before the verdict. */
const result = z.object({
  scoringRun: z.string(),
  year: z.int(),
  finalisedOn: z.string(),
  documentNumber: z.string().nullable(),
  total: decimalText,
  fullMarks: decimalText,
  grade,
  dimensions: z.array(z.object({ id: z.string(), name: bilingual, marks: decimalText, score: decimalText })),
  /** Leaves that lost marks, the largest loss first. */
  lost: z.array(
    z.object({ id: z.string(), name: bilingual, marks: decimalText, score: decimalText, lost: decimalText }),
  ),
});

export const county = z.object({
  ...pageState,
  asOfChoice,
  id: z.string(),
  name: z.string(),
  code: z.string(),
  posts: z.int().nullable(),
  publishedFen: fenAmount.nullable(),
  /** The year of which `publishedFen` is published; another than `year`: the split in force. */
  publishedYear: z.int().nullable(),
  /** The year whose publication says the posts; another than `year`: the split in force. Null: none does. */
  splitYear: z.int().nullable(),
  state: figureState,
  headline: bilingual,
  light,
  reasons: z.array(bilingual),
  months: z.array(countyMonth),
  timeline: z.array(timelineEvent),
  filings: z.array(filing),
  findings: z.array(finding),
  /** What is asked of the county and what it reached so far, by indicator. */
  targets: z.array(
    z.object({
      id: z.string(),
      name: bilingual,
      target: decimalText,
      /** The document with which the value was issued, or that the template's default counts. */
      basis: bilingual,
      actual: decimalText.nullable(),
      state: valueState,
      light,
    }),
  ),
  result: result.nullable(),
  /** Null before 定案. */
  beside: countyBeside.nullable(),
});
export type County = z.infer<typeof county>;

export const countyEndpoints = {
  listCounties: {
    method: 'GET',
    path: '/api/counties',
    permission: 'county:read',
    summary:
      'The counties that the account may read, in official order; for a province or the nation all below it, and which can be opened.',
    status: 200,
    response: z.object({
      /** How many they are. */
      sentence: bilingual,
      /** The cities of these counties, in official order; the province where more than one is read. */
      cities: z.array(z.object({ id: z.string(), name: z.string(), province: z.string().nullable() })),
      counties: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          code: z.string(),
          /** The id of its city. */
          city: z.string(),
          /** Whether the account may open its page here; of other cities a province or the nation knows names and codes. */
          open: z.boolean(),
          tile: z.object({ row: z.int(), column: z.int() }),
        }),
      ),
    }),
    problems: ['invalid-request'],
  },
  readCounty: {
    method: 'GET',
    path: '/api/counties/:county',
    permission: 'county:read',
    summary:
      'How one county stands, and why: month calendar, funds timeline, filings, findings, finalised result.',
    params: z.strictObject({ county: z.string().max(40) }),
    query: pageQuery,
    status: 200,
    response: county,
    problems: ['invalid-request', 'not-found', 'refused'],
  },
} as const satisfies Record<string, Endpoint>;
