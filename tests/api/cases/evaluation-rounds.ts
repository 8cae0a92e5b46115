import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import { formOf } from '../../support/server';
import {
  type Build,
  type EndpointCase,
  get,
  type Given,
  post,
  type ProblemCase,
  UNKNOWN_ID,
} from '../requests';
import { DEPARTMENT, FILE, RECHECK, rounds, withoutRounds } from './given-round';
import { roundActCase, roundUrl } from './round-act';
import { wrongBodiesOf } from './wrong-requests';

type RoundEndpoint = Extract<
  EndpointName,
  | 'listEvaluations'
  | 'listRoundTasks'
  | `${'create' | 'read' | 'change'}Evaluation`
  | 'registerStep'
  | 'startScoring'
  | `${'store' | 'download'}RoundFile`
>;

const SETTINGS = {
  methodVersion: 1,
  windowFrom: '2026-01',
  windowTo: '2026-02',
  scoreBy: '2026-04-10',
  replyBy: '2026-04-24',
  gapMarks: '3',
  markers: 1,
  secondShare: 10,
  rotate: true,
  seed: 7,
};
const NEW = { program: 'assistants', year: 2026, kind: 'departmentEvaluation', ...SETTINGS };
const SETTING_KEYS = Object.keys(SETTINGS).map((key) => `/${key}`);
const KEY = { 'idempotency-key': 'a-step-used-for-another' };

const none = async (given: Given): Promise<() => Promise<void>> => {
  await withoutRounds(given);
  return () => withoutRounds(given);
};
const create = (more: object, as = 'officer-1'): Build => post('/api/evaluations', { ...NEW, ...more }, as);
const refusedSettings = [
  ['the method is not published', { methodVersion: 99 }, ['/methodVersion']],
  ['the window lies in another year', { windowFrom: '2025-12' }, ['/windowFrom']],
  ['the window ends before it begins', { windowFrom: '2026-02', windowTo: '2026-01' }, ['/windowTo']],
  ['marks are due within the window', { windowTo: '2026-12' }, ['/scoreBy']],
  ['marks were due yesterday', { scoreBy: '2026-03-19' }, ['/scoreBy']],
  ['replies are due before the marks', { replyBy: '2026-04-01' }, ['/replyBy']],
  ['the gap is nothing', { gapMarks: '0.00' }, ['/gapMarks']],
] as const;
const upload =
  (bytes: Buffer | string, round = DEPARTMENT, as = 'officer-1'): Build =>
  () => ({ method: 'POST', url: roundUrl(round, '/files'), as, ...formOf(bytes, { name: '通知.pdf' }) });
const PDF = '%PDF-1.7\n% notice';

/** An idempotency key that the same person used for another step of the round. */
const usedKey = (way: string, first: object, then: object): ProblemCase => ({
  why: 'its key was used for something else',
  arrange: async (given) => {
    const undo = await rounds({ until: 'fieldwork' })(given);
    await given.server.request(post(roundUrl(DEPARTMENT, way), first, 'officer-1', KEY)(given));
    return async () => {
      await given.server.sql(`delete from idempotency_key where key = $1`, [KEY['idempotency-key']]);
      await undo?.();
    };
  },
  request: post(roundUrl(DEPARTMENT, way), then, 'officer-1', KEY),
});

const step = roundActCase({
  way: '/steps',
  body: { step: 'notice', takenOn: '2026-03-20', documentNumber: '演示司发〔2026〕12号', file: FILE },
  standing: { until: 'plan' },
  missing: ['/step', '/takenOn'],
  conflicts: [],
  refused: [
    {
      why: 'the step before it is missing',
      standing: { until: 'plan' },
      body: { step: 'fieldwork', takenOn: '2026-03-20' },
      pointers: ['/step'],
    },
    {
      why: 'it has an act of its own',
      standing: { until: 'fieldwork' },
      body: { step: 'scoring', takenOn: '2026-03-20' },
      pointers: ['/step'],
    },
    {
      why: 'the day is before that of the last step',
      standing: { until: 'plan' },
      body: { step: 'notice', takenOn: '2026-03-01' },
      pointers: ['/takenOn'],
    },
    {
      why: 'it is passed over without a reason',
      standing: { until: 'notice' },
      body: { step: 'documentList', takenOn: '2026-03-20', passedOver: true },
      pointers: ['/note'],
    },
    {
      why: 'the scan is not of this round',
      standing: { until: 'plan' },
      body: { step: 'notice', takenOn: '2026-03-20', file: UNKNOWN_ID },
      pointers: ['/file'],
    },
  ],
});
const scoring = roundActCase({
  way: '/scoring',
  body: { takenOn: '2026-03-20' },
  standing: { until: 'fieldwork' },
  missing: ['/takenOn'],
  conflicts: [],
  refused: [
    {
      why: 'fieldwork was not done and not passed over',
      standing: { until: 'documentList' },
      pointers: ['/step'],
    },
    {
      why: 'there is no team and nothing is assigned',
      standing: { until: 'fieldwork', team: false },
      pointers: ['', ''],
    },
    {
      why: 'who is assigned has not declared',
      standing: { until: 'fieldwork', declared: false },
      pointers: [''],
    },
  ],
});

export const EVALUATION_ROUND_CASES = {
  listEvaluations: {
    happy: get('/api/evaluations?program=assistants&year=2025'),
    problems: {
      'invalid-request': [
        { why: 'the year is none', request: get('/api/evaluations?year=25'), pointers: ['/year'] },
        { why: 'a key is misspelt', request: get('/api/evaluations?jahr=2025'), pointers: ['/jahr'] },
      ],
    },
  },
  listRoundTasks: {
    happy: get('/api/evaluation-tasks?program=assistants', 'evaluator-1'),
    problems: {
      'invalid-request': [
        {
          why: 'there is no such program',
          request: get('/api/evaluation-tasks?program=roads'),
          pointers: ['/program'],
        },
        { why: 'a key is misspelt', request: get('/api/evaluation-tasks?jahr=2025'), pointers: ['/jahr'] },
      ],
    },
  },
  createEvaluation: {
    happy: create({}),
    arrange: none,
    byRole: { finance: { happy: create({ kind: 'financeEvaluation' }, 'finance'), arrange: none } },
    problems: {
      ...wrongBodiesOf({ method: 'POST', url: '/api/evaluations', as: 'officer-1' }, [
        '/program',
        '/year',
        '/kind',
        ...SETTING_KEYS,
      ]),
      conflict: [{ why: 'there is one of the kind already', request: create({}), arrange: rounds() }],
      forbidden: [
        { why: 'the bureau makes no re-check', request: create({ kind: 'financeEvaluation' }) },
        { why: 'finance makes no department evaluation', request: create({}, 'finance') },
      ],
      refused: refusedSettings.map(([why, more, pointers]) => ({
        why,
        request: create(more),
        arrange: none,
        pointers,
      })),
    },
  },
  readEvaluation: {
    happy: get(roundUrl(DEPARTMENT, '')),
    arrange: rounds({ until: 'notice' }),
    problems: {
      'invalid-request': [
        { why: 'the round is none', request: get(roundUrl('newest', '')), pointers: ['/round'] },
      ],
      'not-found': [
        { why: 'there is no such round', request: get(roundUrl(UNKNOWN_ID, '')) },
        {
          why: 'the evaluator is not in its team',
          request: get(roundUrl(DEPARTMENT, ''), 'evaluator-2'),
          arrange: rounds(),
        },
      ],
    },
  },
  changeEvaluation: roundActCase({
    method: 'PUT',
    way: '',
    body: SETTINGS,
    standing: { until: 'fieldwork' },
    versioned: true,
    missing: SETTING_KEYS,
    conflicts: [{ why: 'scoring has started', standing: { until: 'scoring' } }],
    refused: refusedSettings.map(([why, more, pointers]) => ({
      why,
      standing: {},
      body: { ...SETTINGS, ...more },
      pointers,
    })),
  }),
  registerStep: {
    ...step,
    problems: {
      ...step.problems,
      conflict: [
        usedKey(
          '/steps',
          { step: 'fieldwork', takenOn: '2026-03-19' },
          { step: 'fieldwork', takenOn: '2026-03-20' },
        ),
      ],
    },
  },
  startScoring: {
    ...scoring,
    problems: {
      ...scoring.problems,
      conflict: [usedKey('/scoring', { takenOn: '2026-03-19' }, { takenOn: '2026-03-20' })],
    },
  },
  storeRoundFile: {
    happy: upload(PDF),
    arrange: rounds(),
    byRole: { finance: { happy: upload(PDF, RECHECK, 'finance'), arrange: rounds() } },
    problems: {
      'invalid-request': [
        {
          why: 'the file stands in another field',
          request: () => ({
            method: 'POST',
            url: roundUrl(DEPARTMENT, '/files'),
            as: 'officer-1',
            ...formOf(PDF, { field: 'datei' }),
          }),
          pointers: ['/file', '/datei'],
        },
      ],
      'not-found': [{ why: 'there is no such round', request: upload(PDF, UNKNOWN_ID) }],
      forbidden: [
        { why: 'another bureau organises the round', request: upload(PDF, RECHECK), arrange: rounds() },
      ],
      'too-large': [{ why: 'the file is over 10 MB', request: upload(Buffer.alloc(11 * 1024 * 1024)) }],
      'unsupported-media-type': [
        { why: 'the file is a page of the web', request: upload('<!doctype html><script>alert(1)</script>') },
        { why: 'the body is JSON', request: post(roundUrl(DEPARTMENT, '/files'), { file: 'x' }) },
      ],
    },
  },
  downloadRoundFile: {
    happy: get(roundUrl(DEPARTMENT, `/files/${FILE}`)),
    arrange: rounds(),
    problems: {
      'invalid-request': [
        { why: 'the file is none', request: get(roundUrl(DEPARTMENT, '/files/first')), pointers: ['/file'] },
      ],
      'not-found': [
        { why: 'there is no such file', request: get(roundUrl(DEPARTMENT, `/files/${UNKNOWN_ID}`)) },
        {
          why: 'the evaluator is not in the team',
          request: get(roundUrl(DEPARTMENT, `/files/${FILE}`), 'evaluator-2'),
          arrange: rounds(),
        },
      ],
    },
  },
} satisfies Record<RoundEndpoint, EndpointCase>;
