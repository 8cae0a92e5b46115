import { accountIdOf } from '@yuheng/backend/demonstration/demonstration-accounts';
import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import { type EndpointCase, get, type Given, UNKNOWN_ID, unknownQuery } from '../requests';
import {
  bodyProblems,
  broken,
  complete,
  ELSEWHERE,
  EVALUATOR,
  forget,
  IN_CONFLICT,
  ROUND,
  send,
  type Sending,
  withoutVersion,
} from './score-sendings';

const DESK = `${ROUND}/score`;
const BOX = `${DESK}/hongta/satisfaction`;
const CONFIRMATION = `${DESK}/confirmation`;
const SUBMISSION = `${DESK}/hongta/submission`;
/** Submitted, and given back by the cases of the one act that does so. */
const SHEET = `${ROUND}/score-sheets/jiangchuan/${accountIdOf('evaluator-1')}`;
const GIVEN_BACK = `${ROUND}/score-sheets/hongta/${accountIdOf('evaluator-1')}`;
const OPEN_SHEET = `${ROUND}/score-sheets/yuanjiang/${accountIdOf('evaluator-2')}`;
const FILE = '00000000-0000-4000-8000-00000000000c';
const FILE_OF = (county: string): string => `${ROUND}/evidence/${county}/${FILE}`;

const MARK = { methodVersion: 1, value: { marks: '5' }, remarks: [] };
const SEEN = { county: 'hongta', indicator: 'earmarkedUse', version: 0, score: '10.00' };
const ENTERS: Sending = { method: 'PUT', as: EVALUATOR, version: 0, body: MARK };
const CONFIRMS: Sending = { as: EVALUATOR, body: { methodVersion: 1, entries: [SEEN] } };
const SUBMITS: Sending = {
  as: EVALUATOR,
  version: 1,
  body: { methodVersion: 1, password: 'Yuheng-demo-2025' },
};
const REOPENS: Sending = { as: 'lead-evaluator', version: 2, body: { reason: '扣分依据需要补充。' } };

const fresh = async ({ server }: Given): Promise<() => Promise<void>> => {
  await forget(server);
  return () => forget(server);
};
const filledIn = async ({ server }: Given): Promise<() => Promise<void>> => {
  await complete(server);
  return () => forget(server);
};
async function document({ server }: Given): Promise<void> {
  await server.sql(
    `insert into evidence_file (city_id, county_id, file_id, file_name, media_type, size, sha256, content, uploaded_by, uploaded_at)
     values ('530400', 'hongta', $1, '台账.pdf', 'application/pdf', 8, repeat('c', 64), '%PDF-1.7', 'inspector', now())
     on conflict do nothing`,
    [FILE],
  );
}
/** Who has left the team, and is in it again. */
export async function withdrawn({ server }: Given): Promise<() => Promise<void>> {
  const set = async (on: string | null, why: string | null): Promise<void> => {
    await server.sql(
      'update round_member set withdrawn_on = $1, withdrawn_reason = $2 where account_id = $3',
      [on, why, accountIdOf(EVALUATOR)],
    );
  };
  await set('2026-03-19', '工作变动');
  return () => set(null, null);
}

export const SCORE_SHEET_CASES = {
  readScoreDesk: {
    happy: get(DESK, EVALUATOR),
    problems: {
      'invalid-request': [
        {
          why: 'the round is none',
          request: get('/api/evaluations/newest/score', EVALUATOR),
          pointers: ['/round'],
        },
      ],
      'not-found': [{ why: 'there is no such round', request: get(`${ELSEWHERE}/score`, EVALUATOR) }],
      refused: [
        {
          why: 'the evaluator has left the team',
          request: get(DESK, EVALUATOR),
          arrange: withdrawn,
          pointers: ['/round'],
        },
      ],
    },
  },
  readScoreFacts: {
    happy: get(BOX, EVALUATOR),
    problems: {
      'invalid-request': [unknownQuery(BOX, EVALUATOR)],
      'not-found': [
        { why: 'there is no such indicator', request: get(`${DESK}/hongta/weather`, EVALUATOR) },
        { why: 'there is no such county', request: get(`${DESK}/kunming/satisfaction`, EVALUATOR) },
      ],
      refused: [{ ...IN_CONFLICT, request: get(BOX, EVALUATOR) }],
    },
  },
  downloadScoreEvidence: {
    happy: get(FILE_OF('hongta'), EVALUATOR),
    arrange: document,
    problems: {
      'invalid-request': [
        {
          why: 'the file is none',
          request: get(`${ROUND}/evidence/hongta/x`, EVALUATOR),
          pointers: ['/file'],
        },
      ],
      'not-found': [
        { why: 'it is another county’s', request: get(FILE_OF('eshan'), EVALUATOR), arrange: document },
      ],
      refused: [{ ...IN_CONFLICT, request: get(FILE_OF('hongta'), EVALUATOR) }],
    },
  },
  saveScoreEntry: {
    happy: send(BOX, ENTERS),
    arrange: fresh,
    problems: {
      'invalid-request': [
        withoutVersion(BOX, ENTERS),
        {
          why: 'nothing is said',
          request: send(BOX, { ...ENTERS, body: {} }),
          pointers: ['/methodVersion', '/value', '/remarks'],
        },
        {
          why: 'a key is misspelt',
          request: send(BOX, { ...ENTERS, body: { ...MARK, value: { mark: '5' } } }),
          pointers: ['/value/mark'],
        },
        broken(BOX, ENTERS),
      ],
      'not-found': [{ why: 'there is no such indicator', request: send(`${DESK}/hongta/weather`, ENTERS) }],
      conflict: [
        {
          why: 'another version is there',
          request: send(BOX, { ...ENTERS, version: 4 }),
          pointers: ['/headers/if-match'],
        },
        {
          why: 'the sheet is submitted and locked',
          request: send(`${DESK}/jiangchuan/satisfaction`, { ...ENTERS, as: 'evaluator-1', version: 1 }),
          pointers: ['/state'],
        },
        {
          why: 'it is marked by another version of the method',
          request: send(BOX, { ...ENTERS, body: { ...MARK, methodVersion: 2 } }),
          pointers: ['/methodVersion'],
        },
      ],
      refused: [
        {
          why: 'the mark is above the marks',
          request: send(BOX, { ...ENTERS, body: { ...MARK, value: { marks: '6' } } }),
          pointers: ['/value/marks'],
        },
        { ...IN_CONFLICT, request: send(BOX, ENTERS) },
      ],
      ...bodyProblems(BOX, ENTERS),
    },
  },
  confirmComputedScores: {
    happy: send(CONFIRMATION, CONFIRMS),
    arrange: fresh,
    problems: {
      'invalid-request': [
        {
          why: 'nothing is confirmed',
          request: send(CONFIRMATION, { ...CONFIRMS, body: { methodVersion: 1, entries: [] } }),
          pointers: ['/entries'],
        },
        broken(CONFIRMATION, CONFIRMS),
      ],
      'not-found': [
        {
          why: 'there is no such indicator',
          request: send(CONFIRMATION, {
            ...CONFIRMS,
            body: { methodVersion: 1, entries: [{ ...SEEN, indicator: 'weather' }] },
          }),
        },
      ],
      conflict: [
        {
          why: 'another version is there',
          request: send(CONFIRMATION, {
            ...CONFIRMS,
            body: { methodVersion: 1, entries: [{ ...SEEN, version: 3 }] },
          }),
          arrange: fresh,
          pointers: ['/headers/if-match'],
        },
      ],
      refused: [
        {
          why: 'the score is another one by now',
          request: send(CONFIRMATION, {
            ...CONFIRMS,
            body: { methodVersion: 1, entries: [{ ...SEEN, score: '9.99' }] },
          }),
          pointers: ['/entries/0/score'],
        },
        {
          why: 'an indicator of a county is confirmed twice',
          request: send(CONFIRMATION, { ...CONFIRMS, body: { methodVersion: 1, entries: [SEEN, SEEN] } }),
          arrange: fresh,
          pointers: ['/entries/1'],
        },
        {
          why: 'people mark it',
          request: send(CONFIRMATION, {
            ...CONFIRMS,
            body: { methodVersion: 1, entries: [{ ...SEEN, indicator: 'satisfaction', score: null }] },
          }),
          pointers: ['/entries/0/indicator'],
        },
      ],
      ...bodyProblems(CONFIRMATION, CONFIRMS),
    },
  },
  submitScoreSheet: {
    happy: send(SUBMISSION, SUBMITS),
    arrange: filledIn,
    problems: {
      'invalid-request': [
        withoutVersion(SUBMISSION, SUBMITS),
        {
          why: 'it is not signed',
          request: send(SUBMISSION, { ...SUBMITS, body: { methodVersion: 1 } }),
          pointers: ['/password'],
        },
        broken(SUBMISSION, SUBMITS),
      ],
      'not-found': [{ why: 'there is no such county', request: send(`${DESK}/kunming/submission`, SUBMITS) }],
      conflict: [
        {
          why: 'it is submitted already',
          request: send(`${DESK}/jiangchuan/submission`, { ...SUBMITS, as: 'evaluator-1', version: 2 }),
          pointers: ['/state'],
        },
      ],
      refused: [
        {
          why: 'something is still lacking',
          request: send(`${DESK}/yuanjiang/submission`, { ...SUBMITS, as: 'evaluator-2' }),
        },
        { ...IN_CONFLICT, request: send(SUBMISSION, SUBMITS) },
      ],
      'wrong-credentials': [
        {
          why: 'the password is wrong',
          request: send(SUBMISSION, { ...SUBMITS, body: { methodVersion: 1, password: 'not the password' } }),
          arrange: filledIn,
        },
      ],
      'too-many-requests': [
        {
          why: 'the name is locked after wrong passwords',
          request: send(SUBMISSION, SUBMITS),
          arrange: async (given) => {
            const undo = await filledIn(given);
            await given.server.sql(
              `insert into sign_in_failure values (encode(sha256($1::text::bytea), 'hex'), 5, now(), now() + interval '10 minutes')
               on conflict (username_sha256) do update set locked_until = excluded.locked_until`,
              [EVALUATOR],
            );
            return async () => {
              await undo();
              await given.server.sql('delete from sign_in_failure');
            };
          },
        },
      ],
      ...bodyProblems(SUBMISSION, SUBMITS),
    },
  },
  listScoreSheets: {
    happy: get(`${ROUND}/score-sheets`),
    problems: {
      'invalid-request': [unknownQuery(`${ROUND}/score-sheets`)],
      'not-found': [{ why: 'there is no such round', request: get(`${ELSEWHERE}/score-sheets`) }],
    },
  },
  readScoreSheet: {
    happy: get(SHEET),
    problems: {
      'invalid-request': [unknownQuery(SHEET)],
      'not-found': [
        { why: 'it is not submitted yet', request: get(OPEN_SHEET) },
        { why: 'another evaluator asks', request: get(SHEET, EVALUATOR) },
        { why: 'there is none', request: get(`${ROUND}/score-sheets/hongta/${UNKNOWN_ID}`) },
      ],
    },
  },
  reopenScoreSheet: {
    happy: send(`${GIVEN_BACK}/reopening`, REOPENS),
    // Giving a sheet back takes its marks out; they are put back, because other cases stand on them.
    arrange: async ({ server }: Given) => {
      const own = `account_id = $1 and county_id = 'hongta'`;
      const whose = [accountIdOf('evaluator-1')];
      const marks = await server.sql<{ row: unknown }>(
        `select to_jsonb(m) as row from evaluator_mark m where ${own}`,
        whose,
      );
      const submit = (): Promise<unknown> =>
        server.sql(`update score_sheet set state = 'submitted', version = 2 where ${own}`, whose);
      await submit();
      return async () => {
        await submit();
        await server.sql(
          `insert into evaluator_mark select r.* from jsonb_populate_recordset(null::evaluator_mark, $1::jsonb) r
           on conflict do nothing`,
          [JSON.stringify(marks.map(({ row }) => row))],
        );
      };
    },
    problems: {
      'invalid-request': [
        withoutVersion(`${GIVEN_BACK}/reopening`, REOPENS),
        {
          why: 'no reason is given',
          request: send(`${GIVEN_BACK}/reopening`, { ...REOPENS, body: {} }),
          pointers: ['/reason'],
        },
        broken(`${GIVEN_BACK}/reopening`, REOPENS),
      ],
      'not-found': [
        {
          why: 'there is no such sheet',
          request: send(`${ROUND}/score-sheets/hongta/${UNKNOWN_ID}/reopening`, REOPENS),
        },
      ],
      conflict: [
        {
          why: 'it is not submitted',
          request: send(`${OPEN_SHEET}/reopening`, { ...REOPENS, version: 1 }),
          pointers: ['/state'],
        },
      ],
      ...bodyProblems(`${GIVEN_BACK}/reopening`, REOPENS),
    },
  },
} satisfies Partial<Record<EndpointName, EndpointCase>>;
