import * as z from 'zod';
import { isIsoDate } from '../domain/period/year-month';
import { EMPLOYMENTS } from '../domain/roster/contract-term';
import { ON_POST_RULES } from '../domain/roster/on-post-rule';
import type { Endpoint } from './endpoint';
import { bilingual, countyName, pageState, programId, queryYear } from './values';

/** A day of somebody's working life: what lies before or beyond is a slip of the hand. */
const day = z
  .string()
  .refine(
    (text) => isIsoDate(text) && text >= '1950-01-01' && text <= '2100-12-31',
    '应为 1950 至 2100 年间存在的日期，形如 2026-03-20 / must be an existing day between 1950 and 2100 such as 2026-03-20',
  )
  .meta({ format: 'date' });
const reason = z.string().trim().min(1).max(500);
const name = z.string().trim().min(1).max(50);
const countyId = z.string().min(1).max(40);
/** As it was typed or pasted: spaces, hyphens and full-width digits are understood. */
const identityNumber = z.string().max(40);
const bankCard = z.string().max(40);

export const employment = z.enum(EMPLOYMENTS);
export const onPostRule = z.enum(ON_POST_RULES);

/** 在岗期间: both days included; `until` null: still on post. */
const period = z.object({ from: z.string(), until: z.string().nullable(), reason: z.string().nullable() });
const givenPeriod = z.strictObject({
  from: day,
  until: day.nullable(),
  /** Why it ended. */
  reason: reason.nullable(),
});

/** One assistant as everybody who reads the roster sees them: both numbers masked. */
export const assistant = z.object({
  id: z.uuid(),
  county: z.string(),
  /** Null once personal data have been erased. */
  name: z.string().nullable(),
  identityNumber: z.string().nullable(),
  bankCard: z.string().nullable(),
  employment,
  office: countyName.nullable(),
  contractFrom: z.string().nullable(),
  contractUntil: z.string().nullable(),
  insuredSince: z.string().nullable(),
  /** In the order of their days. */
  periods: z.array(period),
  /** On the day that the page speaks of. */
  onPost: z.boolean(),
  /** 演示数据: invented, and nobody's numbers. */
  demonstration: z.boolean(),
  version: z.int(),
});
export type Assistant = z.infer<typeof assistant>;

const details = {
  name,
  employment,
  /** 司法所; null: the county bureau itself. */
  office: z.string().max(50).nullable(),
  contractFrom: day.nullable(),
  contractUntil: day.nullable(),
  insuredSince: day.nullable(),
};

const vacancy = z.object({ from: z.string(), until: z.string().nullable(), posts: z.int() });

export const roster = z.object({
  county: countyName,
  on: z.string(),
  asOf: z.string(),
  demonstration: z.boolean(),
  /** Approved posts of the year of `on`; null: none are recorded. */
  posts: z.int().nullable(),
  onPost: z.int(),
  vacant: z.int(),
  /** Persons on post beyond the approved posts. */
  beyondPosts: z.int(),
  headline: bilingual,
  /** Of the year of `on`, up to that day. */
  vacancies: z.array(vacancy),
  /** 司法所 of the county, for the form. */
  offices: z.array(countyName),
  /** What to look at, such as one bank card of two people, names and number masked; nothing of it stops. */
  remarks: z.array(bilingual),
  /** How many people there are on all pages together. */
  total: z.int(),
  /** Who is on post first, each group by its first day on post. */
  people: z.array(assistant),
  /** The cursor of the page after; null: this is the last one. */
  next: z.int().nullable(),
});
export type Roster = z.infer<typeof roster>;

const monthsOfCounty = z.object({
  id: z.string(),
  name: z.string(),
  posts: z.int().nullable(),
  onPostMonths: z.int(),
  approvedMonths: z.int().nullable(),
  /** 在岗率 in percent, two decimals. */
  rate: z.string().nullable(),
  months: z.array(
    z.object({
      month: z.string(),
      onPost: z.int(),
      posts: z.int().nullable(),
      vacant: z.int(),
      beyondPosts: z.int(),
    }),
  ),
});

export const rosterMonths = z.object({
  ...pageState,
  rule: onPostRule,
  /** The rule in words, printed beside the numbers. */
  ruleText: bilingual,
  counties: z.array(monthsOfCounty),
});
export type RosterMonths = z.infer<typeof rosterMonths>;

const of = z.strictObject({ assistant: z.uuid() });
const BODY = ['invalid-request', 'not-found', 'too-large', 'unsupported-media-type'] as const;

export const rosterEndpoints = {
  readRoster: {
    method: 'GET',
    path: '/api/roster',
    permission: 'roster:read',
    summary:
      'The assistants (协勤人员) of one county: everybody who ever was on post, and who is on the day `on` (today by default). Numbers are masked.',
    query: z.strictObject({
      county: countyId,
      on: day.optional(),
      /** This person alone among the people; the counts stay those of the county. */
      assistant: z.string().max(40).optional(),
      cursor: z.coerce.number().int().min(0).max(1_000_000).optional(),
    }),
    status: 200,
    response: roster,
    problems: ['invalid-request', 'not-found'],
  },
  readRosterMonths: {
    method: 'GET',
    path: '/api/roster/months',
    permission: 'roster:count',
    summary:
      'Person-months on post by county and month that is over, with the on-post rate: counts only. `rule`: on which days of a month one has to be on post, by default on its last one.',
    query: z.strictObject({ program: programId, year: queryYear, rule: onPostRule.optional() }),
    status: 200,
    response: rosterMonths,
    problems: ['invalid-request'],
  },
  enterAssistant: {
    method: 'POST',
    path: '/api/roster',
    permission: 'roster:keep',
    summary: 'Enter an assistant with the first day on post.',
    body: z.strictObject({
      county: countyId,
      ...details,
      identityNumber,
      bankCard: bankCard.nullable(),
      onPostFrom: day,
    }),
    act: 'roster.enter',
    idempotent: true,
    status: 201,
    response: assistant,
    problems: [...BODY, 'conflict', 'refused'],
  },
  changeAssistant: {
    method: 'PUT',
    path: '/api/roster/:assistant',
    permission: 'roster:keep',
    summary:
      'Change what is recorded of an assistant, the periods on post included; an absent number stays, a card of null is removed.',
    params: of,
    body: z.strictObject({
      ...details,
      identityNumber: identityNumber.optional(),
      bankCard: bankCard.nullable().optional(),
      periods: z.array(givenPeriod).max(50),
      reason,
    }),
    precondition: 'version',
    act: 'roster.change',
    status: 200,
    response: assistant,
    problems: [...BODY, 'conflict', 'refused'],
  },
  takeOffPost: {
    method: 'POST',
    path: '/api/roster/:assistant/off-post',
    permission: 'roster:keep',
    summary: 'End the period on post with its last day and the reason.',
    params: of,
    body: z.strictObject({ lastDay: day, reason }),
    precondition: 'version',
    act: 'roster.offPost',
    status: 200,
    response: assistant,
    problems: [...BODY, 'conflict', 'refused'],
  },
  discloseAssistant: {
    method: 'POST',
    path: '/api/roster/:assistant/disclosure',
    permission: 'roster:disclose',
    summary: 'Both whole numbers, for a stated reason; the trail says who saw them.',
    params: of,
    body: z.strictObject({ reason }),
    act: 'roster.disclose',
    status: 200,
    response: z.object({ identityNumber: z.string().nullable(), bankCard: z.string().nullable() }),
    problems: [...BODY],
  },
} as const satisfies Record<string, Endpoint>;
