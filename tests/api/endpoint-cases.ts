import { ALLOCATION_DECISION_CASES } from './cases/allocation-decisions';
import { ACCOUNT_CASES } from './cases/account';
import { ACCOUNTS_CASES } from './cases/accounts';
import { ALLOCATION_HISTORY_CASES } from './cases/allocation-history';
import { ALLOCATION_POLICY_CASES } from './cases/allocation-policies';
import { ALLOCATION_SCENARIO_CASES } from './cases/allocation-scenarios';
import { ENGINE_CASES } from './cases/engine';
import { ASSIGNMENT_CASES } from './cases/assignments';
import { AUDIT_CASES } from './cases/audit';
import { COUNTY_COMPARISON_CASES } from './cases/county-comparisons';
import { DUTY_CASES } from './cases/duties';
import { METHOD_CASES } from './cases/evaluation-methods';
import { MAILBOX_CASES } from './cases/mailboxes';
import { IMPORT_CASES } from './cases/imports';
import { WAGE_LIST_CASES } from './cases/wage-lists';
import { ROSTER_CASES } from './cases/roster';
import { ROSTER_IMPORT_CASES } from './cases/roster-imports';
import { EVALUATION_ROUND_CASES } from './cases/evaluation-rounds';
import { EVALUATION_TEAM_CASES } from './cases/evaluation-teams';
import { FUND_CASES } from './cases/funds';
import { FIELD_FILE_CASES } from './cases/field-files';
import { SURVEY_CASES } from './cases/surveys';
import { FIELDWORK_CASES } from './cases/fieldwork';
import { EVALUATION_RESULT_CASES } from './cases/evaluation-results';
import { REPLY_CASES } from './cases/replies';
import { FINDING_CASES } from './cases/findings';
import { GOAL_CASES } from './cases/goals';
import { SELF_EVALUATION_CASES } from './cases/self-evaluations';
import { SECURITY_SETTING_CASES } from './cases/security-settings';
import { SESSION_CASES } from './cases/session';
import { EVIDENCE_CASES } from './cases/evidence';
import { EVIDENCE_REQUEST_CASES } from './cases/evidence-requests';
import { PACK_PHOTO_CASES } from './cases/pack-photos';
import { SCORE_PACK_CASES } from './cases/score-packs';
import { SCORE_PHRASE_CASES } from './cases/score-phrases';
import { SCORE_SHEET_CASES } from './cases/score-sheets';
import { SHEET_TEMPLATE_CASES } from './cases/sheet-templates';
import { SHEET_CASES } from './cases/sheets';
import { WALL_CASES } from './cases/wall';
import { YEAR_CASES } from './cases/years';
import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import {
  type EndpointCase,
  get,
  loadOf,
  malformed,
  post,
  spoiltMark,
  textOfYear,
  UNKNOWN_ID,
  unknownQuery,
  upload,
  wrongBodies,
  wrongForms,
  wrongPointsInTime,
  wrongQueries,
  wrongRunId,
  wrongUploads,
  ZEROES,
} from './requests';

/** Every endpoint, how it is called rightly, and every problem that it declares. TypeScript refuses a missing one. */
export const ENDPOINT_CASES: Readonly<Record<EndpointName, EndpointCase>> = {
  ...SESSION_CASES,
  ...ALLOCATION_DECISION_CASES,
  ...ACCOUNT_CASES,
  ...ACCOUNTS_CASES,
  ...SECURITY_SETTING_CASES,
  ...AUDIT_CASES,
  ...ASSIGNMENT_CASES,
  ...ALLOCATION_HISTORY_CASES,
  ...ALLOCATION_POLICY_CASES,
  ...ALLOCATION_SCENARIO_CASES,
  ...ENGINE_CASES,
  ...SHEET_CASES,
  ...SHEET_TEMPLATE_CASES,
  ...EVIDENCE_CASES,
  ...EVIDENCE_REQUEST_CASES,
  ...SCORE_PACK_CASES,
  ...PACK_PHOTO_CASES,
  ...SCORE_PHRASE_CASES,
  ...SCORE_SHEET_CASES,
  ...IMPORT_CASES,
  ...WAGE_LIST_CASES,
  ...FIELDWORK_CASES,
  ...FIELD_FILE_CASES,
  ...SURVEY_CASES,
  ...EVALUATION_RESULT_CASES,
  ...REPLY_CASES,
  ...FINDING_CASES,
  ...FUND_CASES,
  ...SELF_EVALUATION_CASES,
  ...DUTY_CASES,
  ...MAILBOX_CASES,
  ...YEAR_CASES,
  ...WALL_CASES,
  ...ROSTER_CASES,
  ...ROSTER_IMPORT_CASES,
  ...GOAL_CASES,
  ...METHOD_CASES,
  ...EVALUATION_ROUND_CASES,
  ...EVALUATION_TEAM_CASES,
  readHealth: {
    happy: () => ({ url: '/api/health' }),
    problems: {
      unavailable: [
        {
          why: 'the server is stopping',
          request: () => ({ url: '/api/health' }),
          arrange: async ({ server }) => {
            server.lifecycle.isStopping = true;
            return async () => void (server.lifecycle.isStopping = false);
          },
        },
      ],
    },
  },
  readOpenApi: { happy: () => ({ url: '/api/openapi.json' }), problems: {} },
  listPlaces: {
    happy: get('/api/administration/places', 'system-admin'),
    problems: { 'invalid-request': [unknownQuery('/api/administration/places', 'system-admin')] },
  },
  readOverview: {
    happy: get('/api/overview?program=assistants&year=2025'),
    problems: {
      'invalid-request': wrongQueries('/api/overview'),
      ...wrongPointsInTime('/api/overview'),
    },
  },
  listCounties: {
    happy: get('/api/counties'),
    problems: { 'invalid-request': [unknownQuery('/api/counties')] },
  },
  ...COUNTY_COMPARISON_CASES,
  readCounty: {
    happy: get('/api/counties/jiangchuan?program=assistants&year=2025'),
    problems: {
      'invalid-request': wrongQueries('/api/counties/jiangchuan'),
      refused: wrongPointsInTime('/api/counties/jiangchuan').refused,
      'not-found': [
        ...wrongPointsInTime('/api/counties/jiangchuan')['not-found'],
        {
          why: 'there is no such county',
          request: get('/api/counties/kunming?program=assistants&year=2025'),
        },
        {
          why: 'the county is foreign',
          request: get('/api/counties/jiangchuan?program=assistants&year=2025', 'county-hongta'),
        },
      ],
    },
  },
  readIndicators: {
    happy: get('/api/indicators?program=assistants&year=2025'),
    problems: {
      'invalid-request': wrongQueries('/api/indicators'),
      ...wrongPointsInTime('/api/indicators'),
    },
  },
  listInspections: {
    happy: get('/api/inspections?program=assistants&year=2025'),
    problems: { 'invalid-request': wrongQueries('/api/inspections') },
  },
  readInspection: {
    happy: get('/api/inspections/jiangchuan/2025-02?program=assistants'),
    problems: {
      'invalid-request': [
        {
          why: 'the month is none',
          request: get('/api/inspections/jiangchuan/2025-13?program=assistants'),
          pointers: ['/month'],
        },
        {
          why: 'the program is not said',
          request: get('/api/inspections/jiangchuan/2025-02'),
          pointers: ['/program'],
        },
      ],
      'not-found': [
        {
          why: 'there is no such county',
          request: get('/api/inspections/kunming/2025-02?program=assistants'),
        },
        {
          why: 'nothing was gathered that year',
          request: get('/api/inspections/hongta/2019-02?program=assistants'),
        },
        {
          why: 'the county is foreign',
          request: get('/api/inspections/jiangchuan/2025-02?program=assistants', 'county-hongta'),
        },
      ],
    },
  },
  readFunds: {
    happy: get('/api/funds?program=assistants&year=2025'),
    problems: { 'invalid-request': wrongQueries('/api/funds'), ...wrongPointsInTime('/api/funds') },
  },
  listPublications: {
    happy: get('/api/publications'),
    problems: { 'invalid-request': [unknownQuery('/api/publications')] },
  },
  readPublication: {
    happy: get('/api/publications/2025'),
    problems: {
      'invalid-request': [
        { why: 'the year is none', request: get('/api/publications/last'), pointers: ['/year'] },
        unknownQuery('/api/publications/2025'),
      ],
      'not-found': [{ why: 'no text of that year is loaded', request: get('/api/publications/2019') }],
    },
  },
  previewPublication: {
    happy: () => upload('/api/publications/preview', textOfYear(2030)),
    problems: {
      'invalid-request': [...wrongForms('/api/publications/preview')],
      ...wrongUploads('/api/publications/preview'),
    },
  },
  loadPublication: {
    happy: () => loadOf(textOfYear(2031)),
    problems: {
      'invalid-request': [
        {
          why: 'the previewed bytes are not named',
          request: () => upload('/api/publications', textOfYear(2032)),
          pointers: ['/sha256'],
        },
        ...wrongForms(`/api/publications?sha256=${ZEROES}`),
      ],
      conflict: [
        { why: 'the year is loaded', request: () => loadOf(textOfYear(2025)) },
        {
          why: 'the bytes are not those previewed',
          request: () => upload(`/api/publications?sha256=${ZEROES}`, textOfYear(2033)),
        },
      ],
      ...wrongUploads(`/api/publications?sha256=${ZEROES}`),
    },
  },
  listScoringRuns: {
    happy: get('/api/scoring-runs?program=assistants&year=2025'),
    problems: { 'invalid-request': wrongQueries('/api/scoring-runs') },
  },
  readScoringRun: {
    happy: ({ finalisedRun }) => ({ url: `/api/scoring-runs/${finalisedRun}`, as: 'leader' }),
    problems: {
      'invalid-request': [wrongRunId('/api/scoring-runs/newest')],
      'not-found': [
        { why: 'there is no such run', request: get(`/api/scoring-runs/${UNKNOWN_ID}`) },
        {
          why: 'a draft is nothing for a county',
          request: ({ draftRun }) => ({ url: `/api/scoring-runs/${draftRun}`, as: 'county-hongta' }),
        },
      ],
    },
  },
  explainScore: {
    happy: ({ finalisedRun }) => ({
      url: `/api/scoring-runs/${finalisedRun}/counties/jiangchuan`,
      as: 'leader',
    }),
    problems: {
      'invalid-request': [wrongRunId('/api/scoring-runs/newest/counties/hongta')],
      'not-found': [
        { why: 'there is no such run', request: get(`/api/scoring-runs/${UNKNOWN_ID}/counties/hongta`) },
        {
          why: 'the county is foreign',
          request: ({ finalisedRun }) => ({
            url: `/api/scoring-runs/${finalisedRun}/counties/jiangchuan`,
            as: 'county-hongta',
          }),
        },
      ],
    },
  },
  readScoringCertificate: {
    happy: ({ finalisedRun }) => ({ url: `/api/scoring-runs/${finalisedRun}/certificate`, as: 'leader' }),
    problems: {
      'invalid-request': [wrongRunId('/api/scoring-runs/newest/certificate')],
      'not-found': [
        { why: 'there is no such run', request: get(`/api/scoring-runs/${UNKNOWN_ID}/certificate`) },
      ],
    },
  },
  createScoringRun: {
    happy: post('/api/scoring-runs', { program: 'assistants', year: 2025, kind: 'financeEvaluation' }),
    problems: {
      'invalid-request': [
        {
          why: 'a key is absent and another unknown',
          request: post('/api/scoring-runs', { program: 'assistants', year: 2025, art: 'x' }),
          pointers: ['/kind', '/art'],
        },
        {
          why: 'a client brings scores of its own',
          request: post('/api/scoring-runs', {
            program: 'assistants',
            year: 2025,
            kind: 'financeEvaluation',
            total: '100.00',
          }),
          pointers: ['/total'],
        },
        malformed('/api/scoring-runs', 'officer-1'),
      ],
      'not-found': [
        {
          why: 'there is no such round',
          request: post('/api/scoring-runs', {
            program: 'assistants',
            year: 2019,
            kind: 'departmentEvaluation',
          }),
        },
      ],
      refused: [
        {
          why: 'the forms of the counties are scored, and not by a run',
          request: post('/api/scoring-runs', { program: 'assistants', year: 2025, kind: 'selfEvaluation' }),
        },
        {
          why: 'an evaluator gave more than the full marks',
          request: post('/api/scoring-runs', {
            program: 'assistants',
            year: 2025,
            kind: 'financeEvaluation',
          }),
          arrange: spoiltMark,
        },
      ],
      ...wrongBodies('/api/scoring-runs', 'officer-1'),
    },
  },
  listAllocationRuns: {
    happy: get('/api/allocation-runs?program=assistants&year=2026'),
    problems: { 'invalid-request': wrongQueries('/api/allocation-runs') },
  },
  readAllocationRun: {
    happy: ({ allocationRun }) => ({ url: `/api/allocation-runs/${allocationRun}`, as: 'leader' }),
    problems: {
      'invalid-request': [wrongRunId('/api/allocation-runs/newest')],
      'not-found': [{ why: 'there is no such run', request: get(`/api/allocation-runs/${UNKNOWN_ID}`) }],
    },
  },
  readAllocationCertificate: {
    happy: ({ allocationRun }) => ({
      url: `/api/allocation-runs/${allocationRun}/certificate`,
      as: 'leader',
    }),
    problems: {
      'invalid-request': [wrongRunId('/api/allocation-runs/newest/certificate')],
      'not-found': [
        { why: 'there is no such run', request: get(`/api/allocation-runs/${UNKNOWN_ID}/certificate`) },
      ],
    },
  },
};
