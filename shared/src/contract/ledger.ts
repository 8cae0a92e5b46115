import * as z from 'zod';
import type { Endpoint } from './endpoint';
import {
  bilingual,
  fenAmount,
  instant,
  isoDate,
  pageState,
  programId,
  programYearQuery,
  queryYear,
  yearMonth,
} from './values';

export const ledgerLink = z.enum(['issue', 'receipt', 'passOn', 'payment']);
export const ledgerSource = z.enum(['cityGrant', 'countyPart', 'countyAdvance', 'other']);
export const ledgerKind = z.enum(['ordinary', 'reversal', 'settlement', 'carryOver', 'return']);
export const ledgerAct = z.enum([
  'issue',
  'receipt',
  'passOn',
  'payment',
  'settlement',
  'return',
  'carryOver',
]);

const county = z.string().min(1).max(50);
/** What a person writes: neither empty nor a line break. */
const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\r\n]*$/, '应为一行文字，不能换行 / must be one line of text');

const entry = z.object({
  id: z.uuid(),
  county: z.string(),
  year: z.int(),
  /** Its place in the ledger of its county and year. */
  number: z.int(),
  /** Entries of one act. */
  group: z.uuid(),
  link: ledgerLink,
  source: ledgerSource,
  kind: ledgerKind,
  /** With its sign: what is taken back is negative. */
  fen: fenAmount,
  on: z.string(),
  documentNumber: z.string().nullable(),
  subject: z.string().nullable(),
  monthWorked: z.string().nullable(),
  reverses: z.uuid().nullable(),
  settles: z.uuid().nullable(),
  /** The entry that takes this one back; null while it stands. */
  reversedBy: z.uuid().nullable(),
  /** Of an advance: what is not settled yet. */
  unsettledFen: fenAmount.nullable(),
  /** The sheet that posted it; null where it was entered by hand. */
  sourceDocument: z.string().nullable(),
  enteredBy: z.string().nullable(),
  enteredAt: instant,
  reason: z.string().nullable(),
  /** All of its link and source in its county and year, up to and with this entry. */
  runningFen: fenAmount,
  /** The reader may take it back now. */
  reversible: z.boolean(),
});
export type LedgerEntry = z.infer<typeof entry>;

const balance = z.object({
  county: z.string(),
  name: z.string(),
  issuedFen: fenAmount,
  receivedFen: fenAmount,
  passedOnFen: fenAmount,
  /** Paid by source; an advance counts until it is settled, then its settlement does. */
  paidFen: z.object({
    cityGrant: fenAmount,
    countyPart: fenAmount,
    countyAdvance: fenAmount,
    other: fenAmount,
  }),
  /** 交回: given back to the city, and no longer among what was received. */
  returnedFen: fenAmount,
  /** Of the city grant: received and not paid. */
  availableFen: fenAmount,
  budgetFen: fenAmount.nullable(),
  /** More was spent than the budget: allowed, and said. */
  overBudget: z.boolean(),
  text: bilingual,
});
export type LedgerBalance = z.infer<typeof balance>;

const reconciled = z.object({
  county: z.string(),
  name: z.string(),
  month: z.string(),
  posts: z.int(),
  personsOnPost: z.int(),
  expectedFen: fenAmount,
  paidFen: fenAmount,
  postedFen: fenAmount.nullable(),
  differenceFen: fenAmount,
  vacancySurplusFen: fenAmount,
  toExplain: z.boolean(),
  explanation: z.string().nullable(),
  explainedBy: z.string().nullable(),
  text: bilingual,
});
export type ReconciledMonth = z.infer<typeof reconciled>;

const document = z.enum(['implementationPlan', 'transferDocument']);
const recipient = z.enum(['cityJustice', 'cityFinance']);
const filing = z.object({
  county: z.string(),
  name: z.string(),
  document,
  recipient,
  filedOn: z.string().nullable(),
  documentNumber: z.string().nullable(),
  filedBy: z.string().nullable(),
});
export type Filing = z.infer<typeof filing>;

const entered = z.object({ entries: z.array(entry) });

export const ledgerEndpoints = {
  readLedger: {
    method: 'GET',
    path: '/api/ledger',
    permission: 'fund:read',
    summary: 'The ledger of a program year by date, a page at a time, with what each county’s comes to.',
    query: z.strictObject({
      program: programId,
      year: queryYear,
      county: county.optional(),
      from: isoDate.optional(),
      to: isoDate.optional(),
      /** As the page before answered it. */
      cursor: z
        .string()
        .regex(
          /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])~[a-z0-9-]{1,50}~\d{1,9}$/,
          '应为上一页给出的续页标记 / must be the cursor that the page before answered',
        )
        .optional(),
    }),
    status: 200,
    response: z.object({
      ...pageState,
      entries: z.array(entry),
      next: z.string().nullable(),
      balances: z.array(balance),
      closedMonths: z.array(z.string()),
      /** What the reader may enter. */
      acts: z.array(ledgerAct),
    }),
    problems: ['invalid-request', 'not-found'],
  },
  enterLedgerEntry: {
    method: 'POST',
    path: '/api/ledger',
    permission: 'ledger:enter',
    summary: 'Enter an issue, receipt, pass-on, payment, settlement, return or carry-over.',
    body: z.strictObject({
      program: programId,
      year: z.int().min(2000).max(2100),
      county,
      act: ledgerAct,
      source: ledgerSource.optional(),
      fen: z.int().min(1).max(100_000_000_000_000),
      on: isoDate,
      documentNumber: line(100),
      subject: line(100),
      /** The advance that a settlement settles. */
      advance: z.uuid().optional(),
      reason: line(500).optional(),
    }),
    act: 'ledger.enter',
    idempotent: true,
    status: 201,
    response: entered,
    problems: ['invalid-request', 'not-found', 'conflict', 'too-large', 'unsupported-media-type', 'refused'],
  },
  reverseLedgerEntry: {
    method: 'POST',
    path: '/api/ledger/:entry/reversal',
    permission: 'ledger:enter',
    summary: 'Take back an entry, and the others of its act, by a reversal.',
    params: z.strictObject({ entry: z.uuid() }),
    body: z.strictObject({ reason: line(500) }),
    act: 'ledger.reverse',
    idempotent: true,
    status: 201,
    response: entered,
    problems: ['invalid-request', 'not-found', 'conflict', 'too-large', 'unsupported-media-type', 'refused'],
  },
  readReconciliation: {
    method: 'GET',
    path: '/api/ledger/reconciliation',
    permission: 'fund:read',
    summary: 'On-post months × 1,000 yuan against the city part, by county and month, each in a sentence.',
    query: programYearQuery,
    status: 200,
    response: z.object({ months: z.array(reconciled), mayExplain: z.boolean() }),
    problems: ['invalid-request'],
  },
  explainReconciliation: {
    method: 'POST',
    path: '/api/ledger/reconciliation/explanations',
    permission: 'reconciliation:explain',
    summary:
      'Say why a month’s city part was not used in full; a further explanation stands beside the former one.',
    body: z.strictObject({ program: programId, county, month: yearMonth, text: line(500) }),
    act: 'reconciliation.explain',
    idempotent: true,
    status: 201,
    response: reconciled,
    problems: ['invalid-request', 'not-found', 'conflict', 'too-large', 'unsupported-media-type', 'refused'],
  },
  listFilings: {
    method: 'GET',
    path: '/api/filings',
    permission: 'fund:read',
    summary: 'The two documents that each county files with both city bureaus.',
    query: programYearQuery,
    status: 200,
    response: z.object({ filings: z.array(filing), mayFile: z.boolean(), mayWithdraw: z.boolean() }),
    problems: ['invalid-request'],
  },
  createFiling: {
    method: 'POST',
    path: '/api/filings',
    permission: 'filing:enter',
    summary: 'File a document with a city bureau, with its date and document number.',
    body: z.strictObject({
      program: programId,
      year: z.int().min(2000).max(2100),
      county,
      document,
      recipient,
      filedOn: isoDate,
      documentNumber: line(100),
    }),
    act: 'filing.create',
    idempotent: true,
    status: 201,
    response: filing,
    problems: ['invalid-request', 'not-found', 'conflict', 'too-large', 'unsupported-media-type', 'refused'],
  },
  withdrawFiling: {
    method: 'POST',
    path: '/api/filings/withdrawal',
    permission: 'filing:withdraw',
    summary: 'Take a filing back that was registered wrongly; the county then registers it anew.',
    body: z.strictObject({
      program: programId,
      year: z.int().min(2000).max(2100),
      county,
      document,
      recipient,
      /** As it was read: another day stands for another filing. */
      filedOn: isoDate,
      reason: line(500),
    }),
    act: 'filing.withdraw',
    status: 200,
    response: filing,
    problems: ['invalid-request', 'not-found', 'conflict', 'too-large', 'unsupported-media-type'],
  },
  readInvariants: {
    method: 'GET',
    path: '/api/administration/invariants',
    permission: 'invariant:read',
    summary: 'Every rule of money asked of every row that the reader sees, live; each breach with its rows.',
    status: 200,
    response: z.object({
      checkedAt: instant,
      rules: z.array(
        z.object({
          id: z.string(),
          text: bilingual,
          holds: z.boolean(),
          /** Up to 20 of them. */
          violations: z.array(z.object({ county: z.string(), id: z.string(), detail: z.string() })),
        }),
      ),
    }),
    problems: ['invalid-request'],
  },
} as const satisfies Record<string, Endpoint>;
