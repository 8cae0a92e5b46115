import { accountIdOf } from '@yuheng/backend/demonstration/demonstration-accounts';
import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import { type EndpointCase, get, type Given, UNKNOWN_ID, unknownQuery } from '../requests';
import { bodyProblems, broken, ELSEWHERE, EVALUATOR, ROUND, send, type Sending } from './score-sendings';

const PHRASES = `${ROUND}/phrases`;
const ID = '00000000-0000-4000-8000-00000000000d';
const PHRASE = {
  indicator: null,
  point: '台账不完整',
  fact: '{county}台账缺少记录，得{score}分',
  basis: '评分标准',
  shared: true,
};
const ADDS: Sending = { as: EVALUATOR, body: PHRASE };

async function kept({ server }: Given): Promise<void> {
  await server.sql(
    `insert into score_phrase values ('530400', $1, $2, null, null, '台账', '', '', now()) on conflict do nothing`,
    [ID, accountIdOf(EVALUATOR)],
  );
}
const remove =
  (url: string, as = EVALUATOR) =>
  () => ({ method: 'DELETE' as const, url, as });

export const SCORE_PHRASE_CASES = {
  listScorePhrases: {
    happy: get(PHRASES, EVALUATOR),
    problems: {
      'invalid-request': [unknownQuery(PHRASES, EVALUATOR)],
      'not-found': [{ why: 'there is no such round', request: get(`${ELSEWHERE}/phrases`, EVALUATOR) }],
      refused: [
        {
          why: 'the evaluator has left the team',
          request: get(PHRASES, EVALUATOR),
          arrange: async ({ server }) => {
            const set = async (on: string | null): Promise<void> => {
              await server.sql(
                'update round_member set withdrawn_on = $1, withdrawn_reason = $2 where account_id = $3',
                [on, on && '工作变动', accountIdOf(EVALUATOR)],
              );
            };
            await set('2026-03-19');
            return () => set(null);
          },
          pointers: ['/round'],
        },
      ],
    },
  },
  addScorePhrase: {
    happy: send(PHRASES, ADDS),
    problems: {
      'invalid-request': [
        {
          why: 'it says nothing',
          request: send(PHRASES, { ...ADDS, body: { ...PHRASE, point: ' ' } }),
          pointers: ['/point'],
        },
        broken(PHRASES, ADDS),
      ],
      'not-found': [{ why: 'there is no such round', request: send(`${ELSEWHERE}/phrases`, ADDS) }],
      conflict: [
        {
          why: 'its key was used for something else',
          request: () => ({
            ...send(PHRASES, ADDS)({} as Given),
            headers: { 'idempotency-key': 'phrase-key-of-the-cases-1' },
          }),
          arrange: async ({ server }) => {
            await server.request({
              ...send(PHRASES, { ...ADDS, body: { ...PHRASE, basis: '另一依据' } })({} as Given),
              headers: { 'idempotency-key': 'phrase-key-of-the-cases-1' },
            });
          },
        },
      ],
      refused: [
        {
          why: 'it names an unknown figure',
          request: send(PHRASES, { ...ADDS, body: { ...PHRASE, fact: '{scores}' } }),
          pointers: ['/fact'],
        },
        {
          why: 'it is for an unknown indicator',
          request: send(PHRASES, { ...ADDS, body: { ...PHRASE, indicator: 'weather' } }),
          pointers: ['/indicator'],
        },
      ],
      ...bodyProblems(PHRASES, ADDS),
    },
  },
  removeScorePhrase: {
    happy: remove(`${PHRASES}/${ID}`),
    arrange: kept,
    problems: {
      'invalid-request': [
        { why: 'the phrase is none', request: remove(`${PHRASES}/x`), pointers: ['/phrase'] },
      ],
      'not-found': [
        { why: 'there is no such phrase', request: remove(`${PHRASES}/${UNKNOWN_ID}`) },
        { why: 'it is somebody else’s', request: remove(`${PHRASES}/${ID}`, 'evaluator-1'), arrange: kept },
      ],
      refused: [
        {
          why: 'the evaluator has left the team',
          request: remove(`${PHRASES}/${ID}`),
          arrange: async ({ server }) => {
            const set = async (on: string | null): Promise<void> => {
              await server.sql(
                'update round_member set withdrawn_on = $1, withdrawn_reason = $2 where account_id = $3',
                [on, on && '工作变动', accountIdOf(EVALUATOR)],
              );
            };
            await set('2026-03-19');
            return () => set(null);
          },
        },
      ],
    },
  },
} satisfies Partial<Record<EndpointName, EndpointCase>>;
