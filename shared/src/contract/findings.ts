import * as z from 'zod';
import { readRecordId } from '../domain/findings/record-id';
import type { Endpoint } from './endpoint';
import { evidence } from './evidence';
import {
  bilingual,
  decimalText,
  isoDate,
  pageState,
  programId,
  queryYear,
  recordReference,
  yearMonth,
} from './values';

export const findingState = z.enum(['open', 'rectified', 'returned', 'closed']);
/** 待核实 · 已提交说明 · 已说明 · 转为问题 */
export const doubtState = z.enum(['waiting', 'answered', 'explained', 'converted']);

const county = z.string().min(1).max(40);
const words = z.string().trim().min(1).max(1000);
const version = z.int();
const recordName = z
  .string()
  .max(200)
  .refine(
    (text) => readRecordId(text) !== null,
    '应为记录编号，形如 assistants.hongta.2025-03.filing / must name a record, such as assistants.hongta.2025-03.filing',
  );
/** So many of a list are skipped: what the answer before gave as `next`. */
const cursor = z.coerce.number().int().min(0).max(1_000_000).optional();
/** The place of the last finding of the page before: closed or not, deadline, month, county and item. */
const place = z
  .string()
  .max(200)
  .regex(
    /^[01]~\d{4}-\d{2}-\d{2}~\d{4}-\d{2}~[a-z0-9-]+~[A-Za-z0-9-]+$/,
    '应为上一页给出的续页标记 / must be the cursor that the page before answered',
  )
  .optional();

/** One act on a finding or a doubt, as it was done; nothing of it is ever changed. */
const event = {
  by: z.string().nullable(),
  at: z.iso.datetime(),
  text: z.string().nullable(),
  evidence: z.array(evidence),
};

const finding = z.object({
  id: z.string(),
  version,
  program: programId,
  county: z.string(),
  countyName: z.string(),
  month: z.string(),
  item: z.string(),
  /** Of the item that failed, or that the doubt touches; null where it touches none. */
  itemName: bilingual.nullable(),
  /** The doubt that became this finding; only for who may read doubts. */
  doubt: z.string().nullable(),
  /** The evaluation round that found it, and the clause that was not kept; null for a finding of an inspection. */
  round: z.uuid().nullable(),
  clause: z.string().nullable(),
  summary: z.string(),
  /** 责任单位 or person; null where nobody was named. */
  responsible: z.string().nullable(),
  state: findingState,
  overdue: z.boolean(),
  /** Calendar days after its deadline; 0 where it is not overdue. */
  daysOverdue: z.int(),
  /** The same item was found before in the same year. */
  repeated: z.boolean(),
  foundOn: z.string(),
  deadline: z.string(),
  rectifiedOn: z.string().nullable(),
  returnedOn: z.string().nullable(),
  closedOn: z.string().nullable(),
  /** Working days since it was found, until it was closed. */
  age: z.int(),
  /** What the reader may do with it now. */
  acts: z.array(z.enum(['rectify', 'recheck'])),
});
export type Finding = z.infer<typeof finding>;

export const findingDetail = z.object({
  ...finding.shape,
  events: z.array(z.object({ act: z.enum(['raise', 'rectify', 'pass', 'return']), ...event })),
});
export type FindingDetail = z.infer<typeof findingDetail>;

const part = z.object({
  part: z.int(),
  whole: z.int(),
  /** Percent with two decimals; null where the whole is 0. */
  rate: decimalText.nullable(),
});

export const findingBoard = z.object({
  ...pageState,
  counts: z.object({
    total: z.int(),
    states: z.object({ open: z.int(), rectified: z.int(), returned: z.int(), closed: z.int() }),
    overdue: z.int(),
    /** Rectified by their deadline, of those whose day has come or that were rectified already. */
    inTime: part,
    repeated: part,
    /** Those not closed, by working days since they were found; both ends included, null: or longer. */
    ages: z.array(z.object({ from: z.int(), to: z.int().nullable(), count: z.int() })),
    /** Working days of the one that waits longest; null where none waits. */
    oldest: z.int().nullable(),
  }),
  /** Open ones first, the earliest deadline first. */
  findings: z.array(finding),
  next: z.string().nullable(),
});
export type FindingBoard = z.infer<typeof findingBoard>;

/** 疑点（待核实）: it accuses nobody, and nobody but its county and the inspectors reads it. */
const doubt = z.object({
  id: z.string(),
  version,
  program: programId,
  county: z.string(),
  countyName: z.string(),
  month: z.string(),
  item: z.string().nullable(),
  itemName: bilingual.nullable(),
  /** What does not fit, in a sentence; raised by hand it is the inspector's own words. */
  sentence: bilingual,
  records: z.array(recordReference),
  /** Null: computed from the figures. */
  raisedBy: z.string().nullable(),
  raisedOn: z.string(),
  /** The last of the county's working days. */
  explainBy: z.string(),
  explainedOn: z.string().nullable(),
  decidedOn: z.string().nullable(),
  state: doubtState,
  events: z.array(z.object({ act: z.enum(['raise', 'explain', 'accept', 'convert']), ...event })),
  acts: z.array(z.enum(['explain', 'accept', 'convert'])),
});
export type Doubt = z.infer<typeof doubt>;

export const doubtList = z.object({
  program: programId,
  asOf: z.string(),
  demonstration: z.boolean(),
  /** Not decided yet. */
  open: z.int(),
  /** What a doubt raised by hand may be about. */
  items: z.array(z.object({ id: z.string(), name: bilingual })),
  /** Open ones first, the earliest day to explain first. */
  doubts: z.array(doubt),
  next: z.int().nullable(),
});
export type DoubtList = z.infer<typeof doubtList>;

const said = z.strictObject({ text: words, evidence: z.array(evidence).max(10).optional() });
const ofFinding = z.strictObject({ finding: recordName });
const ofDoubt = z.strictObject({ doubt: recordName });
const BODY = ['invalid-request', 'not-found', 'refused', 'too-large', 'unsupported-media-type'] as const;

export const findingEndpoints = {
  listFindings: {
    method: 'GET',
    path: '/api/findings',
    permission: 'finding:read',
    summary: 'Findings of a program year with their ages, and what the board counts.',
    query: z.strictObject({
      program: programId,
      year: queryYear,
      county: county.optional(),
      state: z.enum([...findingState.options, 'overdue']).optional(),
      cursor: place,
    }),
    status: 200,
    response: findingBoard,
    problems: ['invalid-request'],
  },
  readFinding: {
    method: 'GET',
    path: '/api/findings/:finding',
    permission: 'finding:read',
    summary: 'One finding with everything that was done about it.',
    params: ofFinding,
    status: 200,
    response: findingDetail,
    problems: ['invalid-request', 'not-found'],
  },
  rectifyFinding: {
    method: 'POST',
    path: '/api/findings/:finding/rectification',
    permission: 'finding:rectify',
    summary: 'The county says what it put right, with where that can be seen.',
    params: ofFinding,
    body: said,
    act: 'finding.rectify',
    precondition: 'version',
    idempotent: true,
    status: 200,
    response: findingDetail,
    problems: [...BODY, 'conflict'],
  },
  recheckFinding: {
    method: 'POST',
    path: '/api/findings/:finding/recheck',
    permission: 'finding:recheck',
    summary: 'An inspector closes a rectified finding (销号) or sends it back; never who rectified it.',
    params: ofFinding,
    body: z.strictObject({ passed: z.boolean(), text: words }),
    act: 'finding.recheck',
    precondition: 'version',
    idempotent: true,
    status: 200,
    response: findingDetail,
    problems: [...BODY, 'conflict'],
  },
  listDoubts: {
    method: 'GET',
    path: '/api/doubts',
    permission: 'doubt:read',
    summary: 'Doubts (疑点（待核实）) of a program, for their county and the inspectors alone.',
    query: z.strictObject({
      program: programId,
      county: county.optional(),
      state: doubtState.optional(),
      cursor,
    }),
    status: 200,
    response: doubtList,
    problems: ['invalid-request'],
  },
  raiseDoubt: {
    method: 'POST',
    path: '/api/doubts',
    permission: 'doubt:decide',
    summary: 'An inspector asks a county about an item of a month.',
    body: z.strictObject({
      program: programId,
      county,
      month: yearMonth,
      item: z.string().max(60),
      text: words,
    }),
    act: 'doubt.raise',
    idempotent: true,
    status: 201,
    response: doubt,
    problems: BODY,
  },
  explainDoubt: {
    method: 'POST',
    path: '/api/doubts/:doubt/explanation',
    permission: 'doubt:explain',
    summary: 'The county explains; until an inspector decides it may do so again.',
    params: ofDoubt,
    body: said,
    act: 'doubt.explain',
    precondition: 'version',
    idempotent: true,
    status: 200,
    response: doubt,
    problems: [...BODY, 'conflict'],
  },
  acceptDoubt: {
    method: 'POST',
    path: '/api/doubts/:doubt/acceptance',
    permission: 'doubt:decide',
    summary: 'An inspector accepts the explanation (已说明).',
    params: ofDoubt,
    body: z.strictObject({ text: words.optional() }),
    act: 'doubt.accept',
    precondition: 'version',
    idempotent: true,
    status: 200,
    response: doubt,
    problems: [...BODY, 'conflict'],
  },
  convertDoubt: {
    method: 'POST',
    path: '/api/doubts/:doubt/conversion',
    permission: 'doubt:decide',
    summary: 'An inspector makes a finding of it (转为问题), explained or after the county’s working days.',
    params: ofDoubt,
    body: z.strictObject({
      summary: words,
      deadline: isoDate,
      responsible: z.string().trim().min(1).max(100).optional(),
    }),
    act: 'doubt.convert',
    precondition: 'version',
    idempotent: true,
    status: 200,
    response: findingDetail,
    problems: [...BODY, 'conflict'],
  },
} as const satisfies Record<string, Endpoint>;
