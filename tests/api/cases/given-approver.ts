import type { Role } from '@yuheng/shared/contract/roles';
import { randomUUID } from 'node:crypto';
import { type ProblemCase, sha256 } from '../requests';

type Arrange = NonNullable<ProblemCase['arrange']>;

/** How somebody who approves stands to the second factor. */
export type Standing = 'noneEnrolled' | 'givenLongAgo' | 'locked';

const TOKEN = 'approver-approver-approver-approver-approve';
const NAME = 'case-approver';

/** The browser of somebody who approves and is none of the demonstration's, so that the second factor is due. */
export const APPROVER_COOKIE = { cookie: `yuheng_session=${TOKEN}` };

/** Makes that person with a role; the answer takes them away again. */
export const approver =
  (role: Role, standing: Standing): Arrange =>
  async ({ server }) => {
    const id = randomUUID();
    await server.sql(
      `insert into account (account_id, username, name, place_id, demonstration, approved_at)
       values ($1, $2, '钱审批', '530400', false, now())`,
      [id, NAME],
    );
    await server.sql('insert into account_role values ($1, $2)', [id, role]);
    await server.sql(`insert into credential values ($1, 'no password opens it', now(), false)`, [id]);
    if (standing !== 'noneEnrolled') {
      await server.sql(`insert into second_factor values ($1, 'stands for a secret', now(), now(), null)`, [
        id,
      ]);
    }
    await server.sql(
      `insert into session (token_sha256, account_id, created_at, last_used_at, expires_at, session_id, address,
                            user_agent, method, authenticated_at, second_factor_at)
       values ($1, $2, now(), now(), now() + interval '1 hour', gen_random_uuid(), '127.0.0.1', '', 'password', now(),
               now() - interval '1 hour')`,
      [sha256(TOKEN), id],
    );
    if (standing === 'locked') {
      await server.sql(`insert into sign_in_failure values ($1, 5, now(), now() + interval '1 minute')`, [
        sha256(NAME),
      ]);
    }
    return async () => {
      await server.sql('delete from sign_in_failure where username_sha256 = $1', [sha256(NAME)]);
      for (const table of ['session', 'second_factor', 'credential', 'account_role', 'account']) {
        await server.sql(`delete from ${table} where account_id = $1`, [id]);
      }
    };
  };

/** The three problems of an act by which somebody approves, whatever it is. */
export const secondFactorCases = (
  role: Role,
  request: (body: Readonly<Record<string, unknown>>) => ReturnType<ProblemCase['request']>,
) => {
  const sent = (body: Readonly<Record<string, unknown>> = {}) => {
    const { as: _, ...rest } = request(body);
    return { ...rest, headers: { ...rest.headers, ...APPROVER_COOKIE } };
  };
  return {
    'second-factor-enrolment-required': [
      { why: 'none is enrolled', request: () => sent(), arrange: approver(role, 'noneEnrolled') },
    ],
    'second-factor-required': [
      { why: 'it was given long ago', request: () => sent(), arrange: approver(role, 'givenLongAgo') },
    ],
    'too-many-requests': [
      {
        why: 'too many wrong codes came before it',
        request: () => sent({ code: '123456' }),
        arrange: approver(role, 'locked'),
      },
    ],
  } satisfies Record<string, ProblemCase[]>;
};
