import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import { type EndpointCase, get, UNKNOWN_ID } from '../requests';
import { actCase, ask, at, COUNTY, FINALISED, noRound, URL, wrongRound } from './round-acts';

type ReplyEndpoint = Extract<EndpointName, `${string}${'Reply' | 'Replies'}`>;

const SAVE = {
  method: 'PUT',
  way: '/replies/hongta/satisfaction',
  as: COUNTY,
  body: { text: '请再核对满意度问卷。' },
  version: '"0"',
} as const;
const SUBMIT = {
  way: '/replies/hongta/submission',
  as: 'county-hongta-approver',
  body: { noOpinion: true },
  version: '"0"',
} as const;
const RULE = {
  way: '/replies/hongta/satisfaction/rulings',
  as: 'lead-evaluator',
  body: { ruling: 'notAccepted', reason: '问卷统计无误' },
  version: '"0"',
} as const;
export const REPLY_CASES = {
  readReplies: {
    happy: get(`/api/evaluations/${FINALISED}/replies`),
    byRole: { leadEvaluator: { happy: get(`${URL}/replies`, 'lead-evaluator'), arrange: at('submitted') } },
    problems: {
      'invalid-request': [
        wrongRound('/replies', 'leader'),
        {
          why: 'the number is none',
          request: get(`/api/evaluations/${FINALISED}/replies?number=0`),
          pointers: ['/number'],
        },
      ],
      'not-found': [
        noRound('/replies', 'leader'),
        {
          why: 'counties were not asked so often',
          request: get(`/api/evaluations/${FINALISED}/replies?number=9`),
        },
        {
          why: 'the evaluator is not in its team',
          request: get(`/api/evaluations/${UNKNOWN_ID}/replies`, 'lead-evaluator'),
        },
      ],
    },
  },
  openReplies: actCase({ way: '/draft-results', as: 'finance', body: { replyBy: '2026-03-27' } }, 'scored', {
    missing: ['/replyBy'],
    refused: [
      {
        why: 'the deadline is today',
        request: ask({ way: '/draft-results', as: 'finance', body: { replyBy: '2026-03-20' } }),
        arrange: at('scored'),
      },
      {
        why: 'another bureau organises it',
        request: ask({ way: '/draft-results', as: 'officer-1', body: { replyBy: '2026-03-27' } }),
        arrange: at('scored'),
      },
      {
        why: 'two evaluators are apart',
        request: ask({ way: '/draft-results', as: 'finance', body: { replyBy: '2026-03-27' } }),
        arrange: at('apart'),
      },
      {
        why: 'a draft is open',
        request: ask({ way: '/draft-results', as: 'finance', body: { replyBy: '2026-03-27' } }),
        arrange: at('draft'),
      },
    ],
  }),
  saveReply: actCase(SAVE, 'draft', {
    missing: ['/text'],
    notFound: [
      {
        why: 'it is another county’s',
        request: ask(SAVE, { way: '/replies/yimen/satisfaction' }),
        arrange: at('draft'),
      },
      {
        why: 'there is no such indicator',
        request: ask(SAVE, { way: '/replies/hongta/none' }),
        arrange: at('draft'),
      },
      { why: 'the county was not asked yet', request: ask(SAVE), arrange: at('scored') },
    ],
    refused: [
      { why: 'the deadline has passed', request: ask(SAVE), arrange: at('lapsed') },
      {
        why: 'it asks for more than the full marks',
        request: ask(SAVE, { body: { ...SAVE.body, askedScore: '99' } }),
        arrange: at('draft'),
        pointers: ['/askedScore'],
      },
      { why: 'the county has handed in', request: ask(SAVE, { version: '"1"' }), arrange: at('submitted') },
      { why: 'the round is final', request: ask(SAVE), arrange: at('final') },
    ],
  }),
  removeReply: {
    happy: ask({ ...SAVE, method: 'DELETE' }, { version: '"1"' }),
    arrange: at('written'),
    problems: {
      'invalid-request': [
        {
          why: 'no version is named',
          request: () => ({ method: 'DELETE', url: `${URL}${SAVE.way}`, as: COUNTY }),
          pointers: ['/headers/if-match'],
        },
      ],
      'not-found': [
        {
          why: 'there is no such opinion',
          request: () => ({
            method: 'DELETE',
            url: `${URL}/replies/hongta/onPostRate`,
            as: COUNTY,
            headers: { 'if-match': '"1"' },
          }),
          arrange: at('written'),
        },
      ],
      refused: [
        {
          why: 'the county has handed in',
          request: () => ({
            method: 'DELETE',
            url: `${URL}${SAVE.way}`,
            as: COUNTY,
            headers: { 'if-match': '"1"' },
          }),
          arrange: at('submitted'),
        },
      ],
      conflict: [
        {
          why: 'somebody changed it meanwhile',
          request: () => ({
            method: 'DELETE',
            url: `${URL}${SAVE.way}`,
            as: COUNTY,
            headers: { 'if-match': '"7"' },
          }),
          arrange: at('written'),
        },
      ],
    },
  },
  submitReplies: actCase(SUBMIT, 'draft', {
    missing: ['/noOpinion'],
    notFound: [
      {
        why: 'it is another county’s',
        request: ask(SUBMIT, { way: '/replies/yimen/submission' }),
        arrange: at('draft'),
      },
    ],
    refused: [
      { why: 'opinions are written', request: ask(SUBMIT, { version: '"1"' }), arrange: at('written') },
      {
        why: 'no opinion is written',
        request: ask(SUBMIT, { body: { noOpinion: false } }),
        arrange: at('draft'),
      },
      { why: 'the deadline has passed', request: ask(SUBMIT), arrange: at('lapsed') },
    ],
  }),
  ruleOnReply: actCase(RULE, 'submitted', {
    missing: ['/ruling', '/reason'],
    notFound: [
      {
        why: 'nobody said anything to it',
        request: ask(RULE, { way: '/replies/hongta/onPostRate/rulings' }),
        arrange: at('submitted'),
      },
    ],
    refused: [
      { why: 'the county has not handed in', request: ask(RULE), arrange: at('written') },
      {
        why: 'it sets a score and does not accept',
        request: ask(RULE, { body: { ...RULE.body, finalScore: '4' } }),
        arrange: at('submitted'),
        pointers: ['/finalScore'],
      },
      { why: 'the round is final', request: ask(RULE), arrange: at('final') },
    ],
  }),
} satisfies Readonly<Record<ReplyEndpoint, EndpointCase>>;
