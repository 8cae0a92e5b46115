import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import type { TestRequest } from '../../support/server';
import {
  type EndpointCase,
  get,
  type Given,
  post,
  type ProblemCase,
  UNKNOWN_ID,
  unknownQuery,
} from '../requests';
import { DEPARTMENT, FIRM, LEAD, MEMBER, rounds, STRANGER } from './given-round';
import { roundActCase, roundUrl } from './round-act';
import { wrongBodiesOf } from './wrong-requests';

type TeamEndpoint = Extract<
  EndpointName,
  | `${'list' | 'create' | 'close'}EvaluationFirm${'' | 's'}`
  | `${'add' | 'withdraw'}RoundMember`
  | 'declareInterests'
  | `${'propose' | 'save'}Assignment`
  | 'listRoundComments'
  | 'commentOnIndicator'
  | 'answerRoundComment'
>;

const FIRMS = '/api/evaluation-firms';
const CLOSING = { reason: '合同到期' };
const CLOSED = '0e000000-0000-4000-8000-00000000000c';

/** A firm of this code, in version 3, is taken away again; the closed one as well. */
const firms = async ({ server }: Given): Promise<() => Promise<void>> => {
  const away = async (): Promise<void> =>
    void (await server.sql(`delete from evaluation_firm where code like 'case-%'`));
  await away();
  await server.sql(`insert into evaluation_firm values ('530400', $1, '演示另一机构', 'case-0', 3, null)`, [
    CLOSED,
  ]);
  return away;
};
const close = (version: string | null, firm = CLOSED, body: unknown = CLOSING): TestRequest => ({
  method: 'POST',
  url: `${FIRMS}/${firm}/closing`,
  as: 'officer-1',
  body,
  headers: version === null ? {} : { 'if-match': version },
});

const TASK = { county: 'hongta', section: 'benefit', account: MEMBER, turn: 'first' };
const DECLARED = roundUrl(DEPARTMENT, '/declarations');
const ANSWER = roundUrl(DEPARTMENT, '/comments/hongta/satisfaction/1/answer');
const COMMENTS = roundUrl(DEPARTMENT, '/comments');
const declare = (...declarations: object[]): ProblemCase['request'] =>
  post(DECLARED, { declarations }, 'evaluator-1');
const remark = (more: object = {}) => ({
  county: 'hongta',
  indicator: 'satisfaction',
  kind: 'changeRequest',
  text: '请核对样本数',
  ...more,
});
const withdrawal = roundActCase({
  way: `/members/${MEMBER}/withdrawal`,
  body: { reason: '另有任务' },
  standing: {},
  missing: ['/reason'],
  conflicts: [{ why: 'the round is finalised', standing: { finalised: true } }],
});
const { refused: _, ...remarkProblems } = roundActCase({
  way: '/comments',
  body: remark(),
  standing: { until: 'scoring' },
  missing: ['/county', '/indicator', '/kind', '/text'],
  conflicts: [{ why: 'the round is finalised', standing: { finalised: true } }],
}).problems;

export const EVALUATION_TEAM_CASES = {
  listEvaluationFirms: {
    happy: get(FIRMS, 'officer-1'),
    problems: { 'invalid-request': [unknownQuery(FIRMS, 'officer-1')] },
  },
  createEvaluationFirm: {
    happy: post(FIRMS, { name: '演示又一机构', code: 'case-1' }),
    arrange: firms,
    problems: {
      ...wrongBodiesOf({ method: 'POST', url: FIRMS, as: 'officer-1' }, ['/name', '/code']),
      conflict: [
        {
          why: 'its code is entered already',
          request: post(FIRMS, { name: '演示又一机构', code: 'case-0' }),
          arrange: firms,
        },
      ],
    },
  },
  closeEvaluationFirm: {
    happy: () => close('"3"'),
    arrange: firms,
    problems: {
      ...wrongBodiesOf({ method: 'POST', url: `${FIRMS}/${CLOSED}/closing`, as: 'officer-1' }, ['/reason']),
      'invalid-request': [
        { why: 'no reason is given', request: () => close('"3"', CLOSED, {}), pointers: ['/reason'] },
        { why: 'no version is named', request: () => close(null), pointers: ['/headers/if-match'] },
      ],
      'not-found': [{ why: 'there is no such firm', request: () => close('"3"', UNKNOWN_ID) }],
      conflict: [{ why: 'somebody changed it meanwhile', request: () => close('"2"'), arrange: firms }],
    },
  },
  addRoundMember: roundActCase({
    way: '/members',
    body: { account: STRANGER, firm: FIRM, rank: 'member' },
    standing: {},
    missing: ['/account', '/firm', '/rank'],
    conflicts: [
      {
        why: 'the person is in the team',
        standing: {},
        body: { account: MEMBER, firm: FIRM, rank: 'member' },
      },
      { why: 'the round is finalised', standing: { finalised: true } },
    ],
    refused: [
      {
        why: 'account and firm are none',
        standing: {},
        body: { account: UNKNOWN_ID, firm: UNKNOWN_ID, rank: 'member' },
        pointers: ['/account', '/firm'],
      },
      {
        why: 'a member’s role does not lead',
        standing: {},
        body: { account: STRANGER, firm: FIRM, rank: 'lead' },
        pointers: ['/rank'],
      },
    ],
  }),
  withdrawRoundMember: {
    ...withdrawal,
    problems: {
      ...withdrawal.problems,
      'not-found': [
        {
          why: 'the person is not in the team',
          request: post(roundUrl(DEPARTMENT, `/members/${STRANGER}/withdrawal`), { reason: '另有任务' }),
          arrange: rounds(),
        },
      ],
    },
  },
  declareInterests: {
    happy: declare({ county: 'hongta', conflict: false }),
    arrange: rounds({ declared: false }),
    problems: {
      ...wrongBodiesOf({ method: 'POST', url: DECLARED, as: 'evaluator-1' }, ['/declarations']),
      'not-found': [
        {
          why: 'the evaluator is not in the team',
          request: post(DECLARED, { declarations: [{ county: 'hongta', conflict: false }] }, 'evaluator-2'),
          arrange: rounds(),
        },
      ],
      refused: [
        {
          why: 'there is no such county',
          request: declare({ county: 'kunming', conflict: false }),
          arrange: rounds(),
          pointers: ['/declarations/0/county'],
        },
        {
          why: 'a county is declared twice',
          request: declare(
            { county: 'hongta', conflict: false },
            { county: 'hongta', conflict: true, reason: '曾任职' },
          ),
          arrange: rounds(),
          pointers: ['/declarations/1/county'],
        },
        {
          why: 'a conflict has no reason',
          request: declare({ county: 'hongta', conflict: true }),
          arrange: rounds(),
          pointers: ['/declarations/0/reason'],
        },
        {
          why: 'a conflict is taken back',
          request: post(
            DECLARED,
            { declarations: [{ county: 'yuanjiang', conflict: false }] },
            'lead-evaluator',
          ),
          arrange: rounds(),
          pointers: ['/declarations/0/conflict'],
        },
      ],
    },
  },
  proposeAssignment: {
    happy: get(roundUrl(DEPARTMENT, '/assignment/proposal'), 'officer-1'),
    arrange: rounds(),
    problems: {
      'invalid-request': [
        {
          why: 'the round is none',
          request: get(roundUrl('newest', '/assignment/proposal'), 'officer-1'),
          pointers: ['/round'],
        },
      ],
      'not-found': [
        {
          why: 'there is no such round',
          request: get(roundUrl(UNKNOWN_ID, '/assignment/proposal'), 'officer-1'),
        },
      ],
    },
  },
  saveAssignment: roundActCase({
    method: 'PUT',
    way: '/assignment',
    body: { assignments: [TASK] },
    standing: {},
    versioned: true,
    missing: ['/assignments'],
    conflicts: [{ why: 'the draft is out for replies', standing: { until: 'replies' } }],
    refused: [
      {
        why: 'county, section and person are unknown',
        standing: {},
        body: {
          assignments: [
            { ...TASK, county: 'kunming' },
            { ...TASK, section: 'other' },
            { ...TASK, account: STRANGER },
          ],
        },
        pointers: ['/assignments/0/county', '/assignments/1/section', '/assignments/2/account'],
      },
      {
        why: 'the person declared a conflict',
        standing: {},
        body: { assignments: [{ ...TASK, county: 'yuanjiang', account: LEAD }] },
        pointers: ['/assignments/0/account'],
      },
      {
        why: 'the same stands there twice',
        standing: {},
        body: { assignments: [TASK, { ...TASK, turn: 'second' }] },
        pointers: ['/assignments/1'],
      },
    ],
  }),
  listRoundComments: {
    happy: get(COMMENTS),
    arrange: rounds({ comment: 'comment' }),
    problems: {
      'invalid-request': [
        { why: 'the round is none', request: get(roundUrl('newest', '/comments')), pointers: ['/round'] },
      ],
      'not-found': [
        { why: 'there is no such round', request: get(roundUrl(UNKNOWN_ID, '/comments')) },
        { why: 'the evaluator is not in the team', request: get(COMMENTS, 'evaluator-2'), arrange: rounds() },
      ],
    },
  },
  commentOnIndicator: {
    ...roundActCase({
      way: '/comments',
      body: remark(),
      standing: { until: 'scoring' },
      missing: ['/county', '/indicator', '/kind', '/text'],
      conflicts: [],
    }),
    problems: {
      ...remarkProblems,
      refused: [
        {
          why: 'county and indicator are unknown',
          request: post(COMMENTS, remark({ county: 'kunming', indicator: 'other' })),
          arrange: rounds(),
          pointers: ['/county', '/indicator'],
        },
      ],
    },
  },
  answerRoundComment: {
    happy: post(ANSWER, { answer: '已核对，维持原分', outcome: 'kept' }, 'evaluator-1'),
    arrange: rounds({ comment: 'changeRequest' }),
    problems: {
      ...wrongBodiesOf({ method: 'POST', url: ANSWER, as: 'evaluator-1' }, ['/answer']),
      'not-found': [
        {
          why: 'nobody said anything there',
          request: post(ANSWER, { answer: '已核对' }, 'evaluator-1'),
          arrange: rounds(),
        },
        {
          why: 'the county is not declared',
          request: post(ANSWER, { answer: '已核对', outcome: 'kept' }, 'evaluator-1'),
          arrange: rounds({ comment: 'changeRequest', declared: false }),
        },
      ],
      conflict: [
        {
          why: 'it was answered',
          request: post(ANSWER, { answer: '已核对', outcome: 'kept' }, 'evaluator-1'),
          arrange: rounds({ comment: 'changeRequest', answered: true }),
        },
      ],
      refused: [
        {
          why: 'a request is answered without an outcome',
          request: post(ANSWER, { answer: '已核对' }, 'evaluator-1'),
          arrange: rounds({ comment: 'changeRequest' }),
          pointers: ['/outcome'],
        },
      ],
    },
  },
} satisfies Record<TeamEndpoint, EndpointCase>;
