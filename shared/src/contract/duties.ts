import * as z from 'zod';
import { daysBetween, isIsoDate } from '../domain/period/year-month';
import type { Endpoint } from './endpoint';
import { bilingual, isoDate, pageState, programId, queryYear } from './values';

export const dutyState = z.enum(['done', 'late', 'overdue', 'dueSoon', 'asked', 'notYet', 'reminder']);
export const dutyKind = z.enum([
  'issue',
  'passOn',
  'filing',
  'inspection',
  'spending',
  'workload',
  'midYearMonitoring',
  'annualMethod',
  'selfEvaluation',
  'evidenceRequest',
  'documentRequest',
  'reply',
  'claims',
  'payout',
]);
const party = z.enum(['cityFinance', 'cityJustice', 'countyFinance', 'countyJustice', 'mediationCommittees']);
const printed = (longest: number) => z.string().trim().min(1).max(longest);
const reason = printed(500);
const year = z.int().min(2000).max(2100);

const duty = z.object({
  rule: z.string(),
  kind: dutyKind,
  name: bilingual,
  /** The fiscal year that it belongs to. */
  year: z.int(),
  /** The evaluation round that asks for it; null: none does. */
  round: z.uuid().nullable(),
  /** Null for the duty of the whole city. */
  county: z.string().nullable(),
  countyName: z.string().nullable(),
  month: z.string().nullable(),
  dueOn: z.string(),
  doneOn: z.string().nullable(),
  state: dutyState,
  owedBy: z.array(party),
  /** The reader’s own bureau owes it. */
  own: z.boolean(),
  /** Working days were counted in a year without a holiday table. */
  assumed: z.boolean(),
  /** Why it was given back to be done once more; null: it was not. */
  returnReason: z.string().nullable(),
});

/** What is said once of a rule in a year: who owes it, on what it rests, how its clock runs. */
const ruleInYear = z.object({
  rule: z.string(),
  year: z.int(),
  owedBy: bilingual,
  basis: bilingual,
  clock: bilingual,
  /** A basis is in force in that year; its words are those of a document, Chinese in either language. */
  based: z.boolean(),
  /** A basis is in force and the program holds the record: it can be overdue. */
  binding: z.boolean(),
  recorded: z.boolean(),
});

/** `asked`: waited for now, though its day is not near: what evaluation rounds ask, and forms that were given back. */
const count = z.object({ overdue: z.int(), dueSoon: z.int(), asked: z.int() });

const LONGEST_WINDOW = 366;

export const dutyTerm = z.strictObject({
  unit: z.enum(['days', 'workingDays', 'months', 'dayOfNextMonth']),
  count: z.int().min(1).max(366),
});
const fixedDay = z.strictObject({
  month: z.int().min(1).max(12),
  day: z.int().min(1).max(31),
  nextYear: z.boolean(),
});
export const dutyClock = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('monthEnd'), term: dutyTerm }),
  z.strictObject({ from: z.literal('receipt'), term: dutyTerm }),
  z.strictObject({ from: z.literal('fixedDays'), days: z.array(fixedDay).min(1).max(12) }),
]);
export const dutyBasis = z.strictObject({
  document: printed(200),
  clause: printed(200),
  year,
  quotation: printed(1000),
  statesTerm: z.boolean(),
  until: year.nullable(),
});
const terms = { clock: dutyClock, bases: z.array(dutyBasis).max(10) };

const storedRule = z.object({
  id: z.string(),
  program: programId,
  kind: dutyKind,
  name: bilingual,
  /** 0: as the program brings it; nobody has changed it. */
  version: z.int(),
  /** The year from which the terms hold; null while they are the program’s own. */
  fromYear: z.int().nullable(),
  ...terms,
  owedBy: bilingual,
  basis: bilingual,
  words: bilingual,
  changedBy: z.string().nullable(),
  changedAt: z.iso.datetime().nullable(),
  reason: z.string().nullable(),
});
export type StoredDutyRule = z.infer<typeof storedRule>;

const span = z.strictObject({ from: isoDate, to: isoDate });
const holidays = { off: z.array(span).max(20), worked: z.array(isoDate).max(30) };
const holidayTable = z.object({
  year: z.int(),
  version: z.int(),
  document: z.string(),
  off: z.array(z.object({ from: z.string(), to: z.string() })),
  worked: z.array(z.string()),
  loadedBy: z.string().nullable(),
});
export type StoredHolidayTable = z.infer<typeof holidayTable>;

const CHANGED = ['invalid-request', 'conflict', 'refused', 'too-large', 'unsupported-media-type'] as const;

const dutyPage = z.object({
  ...pageState,
  from: z.string(),
  to: z.string(),
  duties: z.array(duty),
  /** Overdue, due soon or asked for on the day of the data, whatever the window; the reader’s own first, each part by date. */
  reminders: z.array(duty),
  rules: z.array(ruleInYear),
  /** On the day of the data, whatever the window: of all that is read, and of what the reader’s own bureau owes. */
  counts: z.object({ all: count, own: count }),
  /** Days before its day from which on a duty is said to be due soon. */
  soonDays: z.int(),
  total: z.int(),
  next: z.int().nullable(),
});
export type DutyPage = z.infer<typeof dutyPage>;

export const dutyEndpoints = {
  listDuties: {
    method: 'GET',
    path: '/api/duties',
    permission: 'duty:read',
    summary:
      'Everything due in a window of days, by date, with its state, basis and clock; a county reads its own.',
    query: z
      .strictObject({
        program: programId,
        /** Absent both: the month of the day of the data. */
        from: isoDate.optional(),
        to: isoDate.optional(),
        county: z.string().min(1).max(40).optional(),
        /** So many duties are skipped: what the answer before gave as `next`. */
        cursor: z.coerce.number().int().min(0).max(1_000_000).optional(),
      })
      .refine(
        ({ from, to }) => {
          if (from === undefined || to === undefined) return from === to;
          // A day that does not exist is said by its own schema.
          if (!isIsoDate(from) || !isIsoDate(to)) return true;
          const days = daysBetween(from, to);
          return days >= 0 && days <= LONGEST_WINDOW;
        },
        {
          path: ['to'],
          message:
            '起止日期应同时给出，截止日期不早于起始日期，跨度不超过一年 / The days `from` and `to` come together, in order, and no more than a year apart',
        },
      ),
    status: 200,
    response: dutyPage,
    problems: ['invalid-request', 'not-found'],
  },
  countDuties: {
    method: 'GET',
    path: '/api/duties/count',
    permission: 'duty:read',
    summary:
      'How much of what the reader’s own bureau owes is overdue, due soon or asked for on the day of the data.',
    query: z.strictObject({ program: programId }),
    status: 200,
    response: z.object({ program: programId, asOf: z.string(), ...count.shape }),
    problems: ['invalid-request'],
  },
  listDutyRules: {
    method: 'GET',
    path: '/api/duty-rules',
    permission: 'duty:read',
    summary: 'The rules of duties as they stand for a year, each with its basis, clock and version.',
    query: z.strictObject({ year: queryYear }),
    status: 200,
    response: z.object({ year: z.int(), rules: z.array(storedRule) }),
    problems: ['invalid-request'],
  },
  changeDutyRule: {
    method: 'PUT',
    path: '/api/duty-rules/:rule',
    permission: 'dutyRule:change',
    summary:
      'Change the term of a duty, or begin and end what it rests on, from a year on; the former version stays.',
    params: z.strictObject({ rule: z.string().min(1).max(40) }),
    body: z.strictObject({ fromYear: year, ...terms, reason }),
    act: 'dutyRule.change',
    precondition: 'version',
    status: 200,
    response: storedRule,
    problems: [...CHANGED, 'not-found'],
  },
  listHolidayTables: {
    method: 'GET',
    path: '/api/holiday-tables',
    permission: 'duty:read',
    summary: 'The holidays and worked weekends of each year, with the notice that orders them.',
    status: 200,
    response: z.object({ tables: z.array(holidayTable) }),
    problems: ['invalid-request'],
  },
  loadHolidayTable: {
    method: 'PUT',
    path: '/api/holiday-tables/:year',
    permission: 'holidayTable:load',
    summary:
      'Load the holidays of a year as its notice prints them, or correct them; the former version stays.',
    params: z.strictObject({ year: queryYear }),
    body: z.strictObject({ document: printed(200), ...holidays, reason }),
    act: 'holidayTable.load',
    precondition: 'version',
    status: 200,
    response: holidayTable,
    problems: CHANGED,
  },
} as const satisfies Record<string, Endpoint>;
