import { nameBasedUuid } from '@yuheng/backend/demonstration/name-based-uuid';
import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import { type EndpointCase, get, UNKNOWN_ID } from '../requests';
import { actCase, ask, at, FINALISED, noRound, URL, wrongRound } from './round-acts';

type ResultEndpoint = Extract<
  EndpointName,
  | `${string}${'Agreement' | 'Deliberation'}`
  | 'assignThird'
  | 'readEvaluationResults'
  | 'finaliseRound'
  | 'raiseEvaluationFinding'
>;

const THIRD = {
  county: 'hongta',
  indicator: 'satisfaction',
  account: nameBasedUuid('account/evaluator-3'),
};
const HELD = {
  county: 'hongta',
  indicator: 'satisfaction',
  heldOn: '2026-03-19',
  members: ['演示·评价人员一', '演示·主评人'],
  minutesNumber: '演示合议〔2026〕9号',
  text: '核对了问卷。',
  reason: '按复核后的问卷计分',
  finalScore: '3.5',
};
const FINALISE = { finalisedOn: '2026-03-20', documentNumber: '演示财函〔2026〕8号' };
const FINDING = {
  county: 'hongta',
  indicator: 'satisfaction',
  summary: '问卷样本不足',
  clause: '评价办法第八条',
  deadline: '2026-04-20',
};

export const EVALUATION_RESULT_CASES = {
  readAgreement: {
    happy: get(`/api/evaluations/${FINALISED}/agreement`),
    byRole: { leadEvaluator: { happy: get(`${URL}/agreement`, 'lead-evaluator'), arrange: at('apart') } },
    problems: {
      'invalid-request': [wrongRound('/agreement', 'leader')],
      'not-found': [noRound('/agreement', 'leader')],
    },
  },
  assignThird: actCase({ way: '/third-markers', as: 'lead-evaluator', body: THIRD }, 'apart', {
    missing: ['/county', '/indicator', '/account'],
    refused: [
      {
        why: 'nobody is apart on it',
        request: ask({ way: '/third-markers', as: 'lead-evaluator', body: THIRD }),
        arrange: at('scored'),
        pointers: ['/indicator'],
      },
      {
        why: 'the person is not in the team',
        request: ask({
          way: '/third-markers',
          as: 'lead-evaluator',
          body: { ...THIRD, account: UNKNOWN_ID },
        }),
        arrange: at('apart'),
        pointers: ['/account'],
      },
    ],
  }),
  recordDeliberation: actCase({ way: '/deliberations', as: 'lead-evaluator', body: HELD }, 'apart', {
    missing: ['/county', '/indicator', '/heldOn', '/members', '/minutesNumber', '/text', '/reason'],
    refused: [
      {
        why: 'the score is above the marks',
        request: ask({ way: '/deliberations', as: 'lead-evaluator', body: { ...HELD, finalScore: '11' } }),
        arrange: at('apart'),
        pointers: ['/finalScore'],
      },
      {
        why: 'one person deliberates alone and tomorrow',
        request: ask({
          way: '/deliberations',
          as: 'lead-evaluator',
          body: { ...HELD, heldOn: '2026-03-21', members: ['演示·主评人', '演示·主评人'] },
        }),
        arrange: at('apart'),
        pointers: ['/heldOn', '/members'],
      },
      {
        why: 'a value is given where a score is settled',
        request: ask({
          way: '/deliberations',
          as: 'lead-evaluator',
          body: { ...HELD, finalScore: undefined, value: { met: true } },
        }),
        arrange: at('apart'),
        pointers: ['/value'],
      },
      {
        why: 'the round is final',
        request: ask({ way: '/deliberations', as: 'lead-evaluator', body: HELD }),
        arrange: at('final'),
      },
    ],
  }),
  readEvaluationResults: {
    happy: get(`/api/evaluations/${FINALISED}/results`),
    byRole: {
      leadEvaluator: { happy: get(`${URL}/results`, 'lead-evaluator'), arrange: at('draft') },
    },
    problems: {
      'invalid-request': [
        wrongRound('/results', 'leader'),
        {
          why: 'the number is none',
          request: get(`/api/evaluations/${FINALISED}/results?number=0`),
          pointers: ['/number'],
        },
      ],
      'not-found': [
        noRound('/results', 'leader'),
        {
          why: 'it was not finalised so often',
          request: get(`/api/evaluations/${FINALISED}/results?number=9`),
        },
      ],
    },
  },
  finaliseRound: actCase({ way: '/finalisations', as: 'finance', body: FINALISE }, 'answered', {
    missing: ['/finalisedOn', '/documentNumber'],
    refused: [
      {
        why: 'counties may still answer, and one waits for a ruling',
        request: ask({ way: '/finalisations', as: 'finance', body: FINALISE }),
        arrange: at('submitted'),
      },
      {
        why: 'the counties were not asked',
        request: ask({ way: '/finalisations', as: 'finance', body: FINALISE }),
        arrange: at('scored'),
      },
      {
        why: 'another bureau organises it',
        request: ask({ way: '/finalisations', as: 'officer-1', body: FINALISE }),
        arrange: at('answered'),
      },
      {
        why: 'the day has not come',
        request: ask({
          way: '/finalisations',
          as: 'finance',
          body: { ...FINALISE, finalisedOn: '2026-03-21' },
        }),
        arrange: at('answered'),
        pointers: ['/finalisedOn'],
      },
      {
        why: 'it is final, and nobody asked anew',
        request: ask({ way: '/finalisations', as: 'finance', body: FINALISE }),
        arrange: at('final'),
      },
    ],
  }),
  raiseEvaluationFinding: actCase({ way: '/findings', as: 'finance', body: FINDING }, 'final', {
    missing: ['/county', '/indicator', '/summary', '/clause', '/deadline'],
    notFound: [
      {
        why: 'there is no such indicator',
        request: ask({ way: '/findings', as: 'finance', body: { ...FINDING, indicator: 'none' } }),
        arrange: at('final'),
      },
    ],
    refused: [
      {
        why: 'there is no result yet',
        request: ask({ way: '/findings', as: 'finance', body: FINDING }),
        arrange: at('scored'),
      },
      {
        why: 'the deadline has passed',
        request: ask({ way: '/findings', as: 'finance', body: { ...FINDING, deadline: '2026-03-01' } }),
        arrange: at('final'),
      },
    ],
  }),
} satisfies Readonly<Record<ResultEndpoint, EndpointCase>>;
