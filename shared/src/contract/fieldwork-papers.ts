import * as z from 'zod';
import { evidence } from './evidence';
import { bilingual, isoDate, pageState } from './values';

const line = z.string().trim().min(1).max(100);
const words = z.string().trim().min(1).max(4000);
const usernames = z.array(z.string().min(1).max(40)).min(1).max(8);
/** The id of a leaf of the round’s method. */
export const indicator = z.string().trim().min(1).max(80);

const common = { on: isoDate, place: line, evaluators: usernames };
/** What a record says; who was met and who was heard is named by function, never a supervised person. */
export const fieldRecordContent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('visit'), ...common, met: z.array(line).min(1).max(10), notes: words }),
  z.strictObject({
    kind: z.literal('interview'),
    ...common,
    function: line,
    questions: z
      .array(z.strictObject({ question: z.string().trim().min(1).max(300), answer: words }))
      .min(1)
      .max(20),
  }),
  z.strictObject({
    kind: z.literal('slip'),
    ...common,
    indicator: indicator.optional(),
    provider: line,
    subject: line,
    facts: words,
    attachments: z.array(line).max(20),
  }),
]);
export type FieldRecordContent = z.infer<typeof fieldRecordContent>;

const signature = z.object({ username: z.string(), name: z.string(), at: z.iso.datetime() });
const storedFile = {
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  /** In bytes, of the original. */
  size: z.int(),
  /** SHA-256 of the original. */
  sha256: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  /** Taken away: a photograph without its bytes, a scan struck through and not counted any more. */
  withdrawn: z.object({ on: z.string(), by: z.string(), reason: z.string() }).nullable(),
};

export const document = z.object({
  id: z.uuid(),
  version: z.int(),
  indicator: z.string().nullable(),
  title: z.string(),
  /** The day by which the county provides it. */
  dueOn: z.string(),
  state: z.enum(['asked', 'received', 'waived']),
  note: z.string().nullable(),
  evidence: z.array(evidence),
  settledOn: z.string().nullable(),
  settledBy: z.string().nullable(),
});
export type RequestedDocument = z.infer<typeof document>;

export const fieldRecord = z.object({
  id: z.uuid(),
  version: z.int(),
  number: z.int(),
  content: fieldRecordContent,
  lockedOn: z.string().nullable(),
  /** Of the version that stands. */
  signatures: z.array(signature),
  /** Of a slip: what was scanned back after signing on paper, the latest last. */
  scans: z.array(z.object(storedFile)),
  acts: z.array(z.enum(['change', 'sign', 'scan', 'withdrawScan'])),
});
export type FieldRecordEntry = z.infer<typeof fieldRecord>;

export const photo = z.object({
  ...storedFile,
  indicator: z.string(),
  note: z.string(),
  record: z.uuid().nullable(),
});
export type FieldPhoto = z.infer<typeof photo>;

export const sampleResult = z.strictObject({
  id: z.string().max(80),
  agrees: z.boolean(),
  note: z.string().trim().max(300),
});
export const sample = z.object({
  id: z.uuid(),
  version: z.int(),
  number: z.int(),
  population: z.enum(['posts', 'justiceOffices']),
  seed: z.int(),
  /** Everybody who could be drawn, as they stood at the draw. */
  members: z.array(z.object({ id: z.string(), label: z.string() })),
  drawn: z.array(z.string()),
  results: z.array(sampleResult),
  /** 抽查 n 个，已核 m 个，不符 k 个, in words. */
  sentence: bilingual,
  drawnBy: z.string(),
  drawnOn: z.string(),
});
export type FieldSample = z.infer<typeof sample>;

const surveyQuestion = z.object({ id: z.string(), text: z.string() });
export const fieldSurvey = z.object({
  id: z.uuid(),
  kind: z.enum(['online', 'paper']),
  indicator: z.string(),
  title: z.string(),
  audience: z.string(),
  questions: z.array(surveyQuestion),
  closesOn: z.string(),
  isClosed: z.boolean(),
  issued: z.int(),
  returned: z.int(),
  valid: z.int(),
  /** Null before it is closed, and with fewer than 30 valid answers: 样本不足. */
  rate: z.string().nullable(),
  /** The result in words; before it is closed only how many came back. */
  sentence: bilingual,
  /** How often each choice (1 to 5) was made; only once it is closed with enough answers. */
  choices: z.array(z.object({ question: z.string(), counts: z.array(z.int()) })),
  evidence: z.array(evidence),
});
export type FieldSurvey = z.infer<typeof fieldSurvey>;

const countyHead = { id: z.string(), name: z.string() };

export const fieldworkBoard = z.object({
  ...pageState,
  round: z.uuid(),
  kind: z.enum(['departmentEvaluation', 'financeEvaluation']),
  /** 已定案: nothing is entered any more. */
  finalised: z.boolean(),
  counties: z.array(
    z.object({
      ...countyHead,
      documents: z.object({ asked: z.int(), received: z.int() }),
      visits: z.int(),
      photos: z.int(),
      interviews: z.int(),
      slips: z.int(),
      samples: z.int(),
      surveys: z.int(),
    }),
  ),
});
export type FieldworkBoard = z.infer<typeof fieldworkBoard>;

export const countyFieldwork = z.object({
  ...pageState,
  round: z.uuid(),
  county: z.object(countyHead),
  finalised: z.boolean(),
  /** The county’s own people see the list of documents and the slips, and nothing else. */
  reads: z.enum(['everything', 'documentsAndSlips']),
  acts: z.array(z.enum(['ask', 'receive', 'waive', 'enter', 'original'])),
  /** Who may be named in a record: the people of the round who enter for this county. */
  evaluators: z.array(z.object({ username: z.string(), name: z.string() })),
  indicators: z.array(z.object({ id: z.string(), name: bilingual })),
  /** What would be asked for by the method, where nothing has been yet. */
  proposed: z.array(z.object({ indicator: z.string().nullable(), title: z.string() })),
  documents: z.array(document),
  records: z.array(fieldRecord),
  photos: z.array(photo),
  samples: z.array(sample),
  surveys: z.array(fieldSurvey),
});
export type CountyFieldwork = z.infer<typeof countyFieldwork>;

const fieldworkFact = z.object({
  kind: z.enum(['visit', 'interview', 'slip', 'photo', 'sample', 'survey']),
  /** Null: of the county as a whole. */
  indicator: z.string().nullable(),
  on: z.string().nullable(),
  /** What the program says of it. */
  text: bilingual,
  /** What people wrote, in their own words. */
  words: z.string().nullable(),
});
export type FieldworkFact = z.infer<typeof fieldworkFact>;
export const fieldworkFacts = z.object({ facts: z.array(fieldworkFact) });
export type FieldworkFacts = z.infer<typeof fieldworkFacts>;
