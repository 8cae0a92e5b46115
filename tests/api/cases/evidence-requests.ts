import { accountIdOf } from '@yuheng/backend/demonstration/demonstration-accounts';
import { nameBasedUuid } from '@yuheng/backend/demonstration/name-based-uuid';
import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import { type EndpointCase, get, type Given, UNKNOWN_ID, unknownQuery } from '../requests';
import {
  bodyProblems,
  broken,
  ELSEWHERE,
  EVALUATOR,
  IN_CONFLICT,
  ROUND,
  send,
  type Sending,
  withoutVersion,
} from './score-sendings';

const REQUESTS = `${ROUND}/evidence-requests`;
const ID = '00000000-0000-4000-8000-00000000000e';
const FOREIGN = '00000000-0000-4000-8000-00000000000f';
const ANSWER = `/api/evidence-requests/${ID}/answer`;
const REQUEST = {
  county: 'hongta',
  indicator: 'satisfaction',
  text: '请补充问卷汇总表。',
  dueOn: '2026-03-27',
};
const ASKS: Sending = { as: EVALUATOR, body: REQUEST };
const ANSWERS: Sending = { as: 'county-hongta', version: 1, body: { text: '已补充。', evidence: [] } };

/** Asked and not answered, in 红塔区 and in 峨山县. */
async function asked({ server }: Given): Promise<void> {
  for (const [id, county] of [
    [ID, 'hongta'],
    [FOREIGN, 'eshan'],
  ]) {
    await server.sql('delete from evidence_request where request_id = $1', [id]);
    await server.sql(
      `insert into evidence_request (city_id, round_id, county_id, request_id, indicator_id, account_id, text, due_on, asked_at, version, evidence)
       values ('530400', $1, $2, $3, 'satisfaction', $4, '请补充问卷汇总表。', '2026-03-27', now(), 1, '[]')`,
      [nameBasedUuid('round/assistants/2025/financeEvaluation'), county, id, accountIdOf(EVALUATOR)],
    );
  }
}

export const EVIDENCE_REQUEST_CASES = {
  listEvidenceRequests: {
    happy: get('/api/evidence-requests'),
    arrange: asked,
    problems: { 'invalid-request': [unknownQuery('/api/evidence-requests')] },
  },
  requestEvidence: {
    happy: send(REQUESTS, ASKS),
    problems: {
      'invalid-request': [
        {
          why: 'its day is none',
          request: send(REQUESTS, { ...ASKS, body: { ...REQUEST, dueOn: '2026-02-30' } }),
          pointers: ['/dueOn'],
        },
        broken(REQUESTS, ASKS),
      ],
      'not-found': [
        { why: 'there is no such round', request: send(`${ELSEWHERE}/evidence-requests`, ASKS) },
        {
          why: 'there is no such indicator',
          request: send(REQUESTS, { ...ASKS, body: { ...REQUEST, indicator: 'weather' } }),
        },
      ],
      conflict: [
        {
          why: 'scoring is over',
          request: send(REQUESTS, ASKS),
          arrange: async ({ server }) => {
            await server.sql(
              `update evaluation_round set score_by = '2026-03-19' where kind = 'financeEvaluation'`,
            );
            return async () => {
              await server.sql(
                `update evaluation_round set score_by = '2026-03-31' where kind = 'financeEvaluation'`,
              );
            };
          },
          pointers: ['/round'],
        },
      ],
      refused: [
        {
          why: 'its day has passed',
          request: send(REQUESTS, { ...ASKS, body: { ...REQUEST, dueOn: '2026-03-19' } }),
          pointers: ['/dueOn'],
        },
        {
          why: 'its day lies after the last day for marks',
          request: send(REQUESTS, { ...ASKS, body: { ...REQUEST, dueOn: '2026-04-01' } }),
          pointers: ['/dueOn'],
        },
        { ...IN_CONFLICT, request: send(REQUESTS, ASKS) },
      ],
      ...bodyProblems(REQUESTS, ASKS),
    },
  },
  answerEvidenceRequest: {
    happy: send(ANSWER, ANSWERS),
    arrange: asked,
    problems: {
      'invalid-request': [
        withoutVersion(ANSWER, ANSWERS),
        {
          why: 'nothing is answered',
          request: send(ANSWER, { ...ANSWERS, body: { text: ' ', evidence: [] } }),
          pointers: ['/text'],
        },
        broken(ANSWER, ANSWERS),
      ],
      'not-found': [
        {
          why: 'it is another county’s',
          request: send(`/api/evidence-requests/${FOREIGN}/answer`, ANSWERS),
          arrange: asked,
        },
      ],
      conflict: [
        {
          why: 'another version is there',
          request: send(ANSWER, { ...ANSWERS, version: 3 }),
          arrange: asked,
          pointers: ['/headers/if-match'],
        },
        {
          why: 'it is answered already',
          request: send(ANSWER, { ...ANSWERS, version: 2 }),
          arrange: async (given) => {
            await asked(given);
            await given.server.request(send(ANSWER, ANSWERS)(given));
          },
          pointers: ['/answer'],
        },
      ],
      refused: [
        {
          why: 'its document is not stored',
          request: send(ANSWER, {
            ...ANSWERS,
            body: { text: '见附件。', evidence: [{ source: '汇总表', file: UNKNOWN_ID }] },
          }),
          arrange: asked,
        },
      ],
      ...bodyProblems(ANSWER, ANSWERS),
    },
  },
} satisfies Partial<Record<EndpointName, EndpointCase>>;
