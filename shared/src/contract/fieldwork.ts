import * as z from 'zod';
import { evidence, EVIDENCE_TYPES } from './evidence';
import type { Endpoint } from './endpoint';
import { bilingual, isoDate, pageState } from './values';

const county = z.string().min(1).max(40);
const ofCounty = z.strictObject({ round: z.uuid(), county });
const indicator = z.string().trim().min(1).max(80);
const line = z.string().trim().min(1).max(100);
const words = z.string().trim().min(1).max(4000);
const usernames = z.array(z.string().min(1).max(40)).min(1).max(8);

const PATH = '/api/evaluations/:round/fieldwork/:county';
const BODY = ['invalid-request', 'not-found', 'refused', 'too-large', 'unsupported-media-type'] as const;

const common = { on: isoDate, place: line, evaluators: usernames };
/** What a record says; who was met and who was heard is named by function, never a supervised person. */
const fieldRecordContent = z.discriminatedUnion('kind', [
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
};

const document = z.object({
  id: z.uuid(),
  version: z.int(),
  indicator: z.string().nullable(),
  title: z.string(),
  state: z.enum(['asked', 'received', 'waived']),
  note: z.string().nullable(),
  evidence: z.array(evidence),
  settledOn: z.string().nullable(),
  settledBy: z.string().nullable(),
});
export type RequestedDocument = z.infer<typeof document>;

const fieldRecord = z.object({
  id: z.uuid(),
  version: z.int(),
  number: z.int(),
  content: fieldRecordContent,
  lockedOn: z.string().nullable(),
  /** Of the version that stands. */
  signatures: z.array(signature),
  /** Of a slip: what was scanned back after signing on paper, the latest last. */
  scans: z.array(z.object(storedFile)),
  acts: z.array(z.enum(['change', 'sign', 'scan'])),
});
export type FieldRecordEntry = z.infer<typeof fieldRecord>;

const photo = z.object({
  ...storedFile,
  indicator: z.string(),
  note: z.string(),
  record: z.uuid().nullable(),
  withdrawn: z.object({ on: z.string(), by: z.string(), reason: z.string() }).nullable(),
});
export type FieldPhoto = z.infer<typeof photo>;

const sampleResult = z.strictObject({
  id: z.string().max(80),
  agrees: z.boolean(),
  note: z.string().trim().max(300),
});
const sample = z.object({
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
const survey = z.object({
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
export type FieldSurvey = z.infer<typeof survey>;

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
  surveys: z.array(survey),
});
export type CountyFieldwork = z.infer<typeof countyFieldwork>;

const fieldworkFact = z.object({
  kind: z.enum(['visit', 'interview', 'slip', 'photo', 'sample', 'survey']),
  /** Null: of the county as a whole. */
  indicator: z.string().nullable(),
  on: z.string().nullable(),
  text: bilingual,
});
export type FieldworkFact = z.infer<typeof fieldworkFact>;
const fieldworkFacts = z.object({ facts: z.array(fieldworkFact) });
export type FieldworkFacts = z.infer<typeof fieldworkFacts>;

export const fieldworkEndpoints = {
  listFieldwork: {
    method: 'GET',
    path: '/api/evaluations/:round/fieldwork',
    permission: 'fieldwork:read',
    summary: 'How far the fieldwork of a round is, by county of the reader.',
    params: z.strictObject({ round: z.uuid() }),
    status: 200,
    response: fieldworkBoard,
    problems: ['invalid-request', 'not-found'],
  },
  readFieldwork: {
    method: 'GET',
    path: PATH,
    permission: 'fieldwork:read',
    summary:
      'The fieldwork of one county: everything for its evaluators and the city, documents and slips for the county.',
    params: ofCounty,
    status: 200,
    response: countyFieldwork,
    problems: ['invalid-request', 'not-found'],
  },
  readFieldworkFacts: {
    method: 'GET',
    path: `${PATH}/facts`,
    permission: 'fieldwork:paper',
    summary: 'What the fieldwork of a county says beside the box of each indicator, in sentences.',
    params: ofCounty,
    status: 200,
    response: fieldworkFacts,
    problems: ['invalid-request', 'not-found'],
  },
  askDocuments: {
    method: 'POST',
    path: `${PATH}/documents`,
    permission: 'fieldwork:ask',
    summary: 'Ask a county for documents (资料清单) before the visit.',
    params: ofCounty,
    body: z.strictObject({
      documents: z
        .array(z.strictObject({ indicator: indicator.nullable(), title: line }))
        .min(1)
        .max(60),
    }),
    act: 'fieldwork.askDocuments',
    idempotent: true,
    status: 201,
    response: z.object({ documents: z.array(document) }),
    problems: BODY,
  },
  settleDocument: {
    method: 'PUT',
    path: `${PATH}/documents/:document`,
    permission: 'fieldwork:settle',
    summary:
      'Tick a document as received, with where it is; an evaluator may also say that it is not needed.',
    params: z.strictObject({ ...ofCounty.shape, document: z.uuid() }),
    body: z.strictObject({
      state: z.enum(['asked', 'received', 'waived']),
      note: z.string().trim().min(1).max(300).optional(),
      evidence: z.array(evidence).max(10).optional(),
    }),
    act: 'fieldwork.settleDocument',
    precondition: 'version',
    status: 200,
    response: document,
    problems: [...BODY, 'conflict'],
  },
  enterFieldRecord: {
    method: 'POST',
    path: `${PATH}/records`,
    permission: 'fieldwork:enter',
    summary: 'Enter a visit (现场记录), an interview or a slip (取证单).',
    params: ofCounty,
    body: fieldRecordContent,
    act: 'fieldwork.enterRecord',
    idempotent: true,
    status: 201,
    response: fieldRecord,
    problems: BODY,
  },
  changeFieldRecord: {
    method: 'PUT',
    path: `${PATH}/records/:record`,
    permission: 'fieldwork:enter',
    summary: 'Write a record anew until it is locked; its former versions stay, its signatures begin anew.',
    params: z.strictObject({ ...ofCounty.shape, record: z.uuid() }),
    body: fieldRecordContent,
    act: 'fieldwork.changeRecord',
    precondition: 'version',
    status: 200,
    response: fieldRecord,
    problems: [...BODY, 'conflict'],
  },
  signFieldRecord: {
    method: 'POST',
    path: `${PATH}/records/:record/signature`,
    permission: 'fieldwork:enter',
    summary: 'Sign a record as one of those it names; signed by all of them it is locked.',
    params: z.strictObject({ ...ofCounty.shape, record: z.uuid() }),
    act: 'fieldwork.signRecord',
    precondition: 'version',
    idempotent: true,
    status: 200,
    response: fieldRecord,
    problems: ['invalid-request', 'not-found', 'refused', 'conflict'],
  },
  storeSlipScan: {
    method: 'POST',
    path: `${PATH}/records/:record/scan`,
    permission: 'fieldwork:enter',
    summary:
      'Store the scan of a slip that was printed and signed (field `file`; PDF, JPEG or PNG, up to 10 MB).',
    params: z.strictObject({ ...ofCounty.shape, record: z.uuid() }),
    upload: true,
    act: 'fieldwork.storeScan',
    status: 201,
    response: fieldRecord,
    problems: ['invalid-request', 'not-found', 'refused', 'too-large', 'unsupported-media-type'],
  },
  downloadSlipScan: {
    method: 'GET',
    path: `${PATH}/scans/:file`,
    permission: 'fieldwork:read',
    summary: 'The scan of a signed slip, to be saved.',
    params: z.strictObject({ ...ofCounty.shape, file: z.uuid() }),
    status: 200,
    response: null,
    files: EVIDENCE_TYPES,
    problems: ['invalid-request', 'not-found'],
  },
  storeFieldPhoto: {
    method: 'POST',
    path: `${PATH}/photos`,
    permission: 'fieldwork:enter',
    summary:
      'Store a photograph (field `file`; JPEG or PNG, up to 10 MB) of an indicator, with the declaration that it shows no supervised person.',
    params: ofCounty,
    query: z.strictObject({
      indicator,
      note: line,
      record: z.uuid().optional(),
      /** 不含社区矫正对象. */
      noSupervisedPerson: z.literal('true', {
        message:
          '请先确认照片不含社区矫正对象 / declare first that the photograph shows no supervised person',
      }),
    }),
    upload: true,
    act: 'fieldwork.storePhoto',
    status: 201,
    response: photo,
    problems: ['invalid-request', 'not-found', 'refused', 'too-large', 'unsupported-media-type'],
  },
  downloadFieldPhoto: {
    method: 'GET',
    path: `${PATH}/photos/:photo`,
    permission: 'fieldwork:paper',
    summary:
      'A photograph without what its camera wrote into it, the place above all; the picture itself is not encoded anew.',
    params: z.strictObject({ ...ofCounty.shape, photo: z.uuid() }),
    status: 200,
    response: null,
    files: ['image/jpeg', 'image/png'],
    problems: ['invalid-request', 'not-found'],
  },
  downloadFieldOriginal: {
    method: 'GET',
    path: `${PATH}/photos/:photo/original`,
    permission: 'fieldwork:original',
    summary:
      'A photograph byte for byte as it was uploaded, to be held against its SHA-256; it may say where it was taken.',
    params: z.strictObject({ ...ofCounty.shape, photo: z.uuid() }),
    act: 'fieldwork.readOriginal',
    status: 200,
    response: null,
    files: ['image/jpeg', 'image/png'],
    problems: ['invalid-request', 'not-found'],
  },
  withdrawFieldPhoto: {
    method: 'POST',
    path: `${PATH}/photos/:photo/withdrawal`,
    permission: 'fieldwork:enter',
    summary: 'Take a photograph away for good: its bytes go, its hash and the reason stay.',
    params: z.strictObject({ ...ofCounty.shape, photo: z.uuid() }),
    body: z.strictObject({ reason: line }),
    act: 'fieldwork.withdrawPhoto',
    idempotent: true,
    status: 200,
    response: photo,
    problems: BODY,
  },
  drawFieldSample: {
    method: 'POST',
    path: `${PATH}/samples`,
    permission: 'fieldwork:enter',
    summary:
      'Draw a sample of the posts or the justice offices of a county; the seed is the program’s, and each draw stays.',
    params: ofCounty,
    body: z.strictObject({
      population: z.enum(['posts', 'justiceOffices']),
      size: z.int().min(1).max(500),
    }),
    act: 'fieldwork.drawSample',
    idempotent: true,
    status: 201,
    response: sample,
    problems: BODY,
  },
  checkFieldSample: {
    method: 'PUT',
    path: `${PATH}/samples/:sample`,
    permission: 'fieldwork:enter',
    summary: 'Say of what was drawn whether it agrees with the records; what does not carries a note.',
    params: z.strictObject({ ...ofCounty.shape, sample: z.uuid() }),
    body: z.strictObject({ results: z.array(sampleResult).max(500) }),
    act: 'fieldwork.checkSample',
    precondition: 'version',
    status: 200,
    response: sample,
    problems: [...BODY, 'conflict'],
  },
} as const satisfies Record<string, Endpoint>;

export { survey as fieldSurvey, ofCounty as fieldworkParams, PATH as FIELDWORK_PATH, BODY as FIELDWORK_BODY };
