import { accountIdOf } from '@yuheng/backend/demonstration/demonstration-accounts';
import { nameBasedUuid } from '@yuheng/backend/demonstration/name-based-uuid';
import type { TestRequest, TestServer } from '../../support/server';
import {
  type Build,
  type EndpointCase,
  malformed,
  type ProblemCase,
  UNKNOWN_ID,
  wrongBodies,
} from '../requests';

/** The finance re-check of 2025: evaluator-1 has submitted everything, evaluator-3 has not begun. */
export const ROUND = `/api/evaluations/${nameBasedUuid('round/assistants/2025/financeEvaluation')}`;
/** A round of which nobody is in the team. */
export const ELSEWHERE = `/api/evaluations/${UNKNOWN_ID}`;
export const EVALUATOR = 'evaluator-3';

export interface Sending {
  readonly method?: 'POST' | 'PUT';
  readonly as: string;
  readonly version?: number | null;
  readonly body?: unknown;
}

export const send =
  (url: string, { method = 'POST', as, version = null, body }: Sending): Build =>
  () => ({
    method,
    url,
    as,
    ...(version === null ? {} : { headers: { 'if-match': `"${version}"` } }),
    ...(body === undefined ? {} : { body }),
  });

export const withoutVersion = (url: string, sending: Sending): ProblemCase => ({
  why: 'it names no version',
  request: send(url, { ...sending, version: null }),
  pointers: ['/headers/if-match'],
});

/** What the body of an act can be wrong in besides its content. */
export function bodyProblems(url: string, { method = 'POST', as }: Sending): EndpointCase['problems'] {
  const sent = (one: ProblemCase): ProblemCase => ({
    ...one,
    request: (given): TestRequest => ({ ...one.request(given), method }),
  });
  const { 'too-large': tooLarge = [], 'unsupported-media-type': types = [] } = wrongBodies(url, as);
  return { 'too-large': tooLarge.map(sent), 'unsupported-media-type': types.map(sent) };
}

export const broken = (url: string, { method = 'POST', as }: Sending): ProblemCase => {
  const one = malformed(url, as);
  return { ...one, request: (given): TestRequest => ({ ...one.request(given), method }) };
};

/** Statements that no trigger stands in the way of. */
export async function freely(server: TestServer, ...statements: string[]): Promise<void> {
  await server.sql('set session_replication_role = replica');
  for (const statement of statements) await server.sql(statement);
  await server.sql('set session_replication_role = origin');
}

const OWN = `account_id = '${accountIdOf(EVALUATOR)}' and county_id = 'hongta'`;

/** Takes away whatever the evaluator of the cases entered of 红塔区. */
export const forget = (server: TestServer): Promise<void> =>
  freely(
    server,
    `delete from evaluator_mark where ${OWN}`,
    `delete from score_entry_version where ${OWN}`,
    `delete from score_entry where ${OWN}`,
    `delete from score_sheet where ${OWN}`,
  );

/** 红塔区 as the evaluator who has finished filled it in, not submitted yet. */
export async function complete(server: TestServer): Promise<void> {
  await forget(server);
  const [own, other] = [accountIdOf(EVALUATOR), accountIdOf('evaluator-1')];
  await freely(
    server,
    `insert into score_entry select (jsonb_populate_record(e, '{"account_id":"${own}"}')).* from score_entry e
     where account_id = '${other}' and county_id = 'hongta'`,
    `insert into score_sheet (city_id, round_id, county_id, account_id, version, state)
     select city_id, round_id, county_id, '${own}', 1, 'open' from score_sheet
     where account_id = '${other}' and county_id = 'hongta'`,
  );
}

/** A conflict of interest of the evaluator with 红塔区, and none again. */
export async function conflicted(server: TestServer): Promise<() => Promise<void>> {
  await freely(server, `update interest_declaration set conflict = true, reason = '亲属任职' where ${OWN}`);
  return () => freely(server, `update interest_declaration set conflict = false, reason = null where ${OWN}`);
}

export const IN_CONFLICT: Omit<ProblemCase, 'request'> = {
  why: 'a conflict of interest is declared',
  arrange: ({ server }) => conflicted(server),
  pointers: ['/county'],
};
