import * as z from 'zod';
import type { Endpoint } from './endpoint';
import { evidence, EVIDENCE_TYPES } from './evidence';
import {
  countyFieldwork,
  document,
  fieldRecord,
  fieldRecordContent,
  fieldworkBoard,
  fieldworkFacts,
  indicator,
  photo,
  sample,
  sampleResult,
} from './fieldwork-papers';
import { isoDate } from './values';

const county = z.string().min(1).max(40);
const ofCounty = z.strictObject({ round: z.uuid(), county });
const line = z.string().trim().min(1).max(100);

const PATH = '/api/evaluations/:round/fieldwork/:county';
const BODY = ['invalid-request', 'not-found', 'refused', 'too-large', 'unsupported-media-type'] as const;

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
    summary: 'Ask a county for documents (资料清单) until a day before the visit: a duty of the county.',
    params: ofCounty,
    body: z.strictObject({
      documents: z
        .array(z.strictObject({ indicator: indicator.nullable(), title: line }))
        .min(1)
        .max(60),
      dueOn: isoDate,
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
  withdrawSlipScan: {
    method: 'POST',
    path: `${PATH}/scans/:file/withdrawal`,
    permission: 'fieldwork:enter',
    summary:
      'Withdraw the scan of a slip that was uploaded by mistake: it is kept with the reason, and counts no longer.',
    params: z.strictObject({ ...ofCounty.shape, file: z.uuid() }),
    body: z.strictObject({ reason: line }),
    act: 'fieldwork.withdrawScan',
    idempotent: true,
    status: 200,
    response: fieldRecord,
    problems: BODY,
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

export { ofCounty as fieldworkParams, PATH as FIELDWORK_PATH, BODY as FIELDWORK_BODY };
