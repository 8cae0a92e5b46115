import type { TestServer } from '../../support/server';

/** What requests may speak of: looked up once, in an order that is the same in each installation. */
export interface Known {
  readonly counties: readonly { readonly id: string; readonly name: string }[];
  readonly places: readonly string[];
  readonly rounds: readonly string[];
  readonly scoringRuns: readonly string[];
  readonly allocationRuns: readonly string[];
  /** Never those that the fuzzer signs in with: whatever a request does to these, it may do. */
  readonly accounts: readonly string[];
}

/** Accounts that are no demonstration, because those are exempt from much and protected from more. */
const ADDED = Array.from({ length: 12 }, (_, index) => `fuzz-added-${index + 1}`);

/** Adds some accounts and looks everything up. @param signedIn the user names that the fuzzer signs in with */
export async function lookUp(server: TestServer, signedIn: readonly string[]): Promise<Known> {
  const ids = async (text: string, values: readonly unknown[] = []): Promise<string[]> =>
    (await server.sql<{ id: string }>(text, values)).map(({ id }) => id);
  for (const username of ADDED) await addAccount(server, username);
  return {
    counties: await server.sql(
      `select place_id as id, name from place_name join place using (place_id)
       where kind = 'county' order by place_id`,
    ),
    places: await ids('select place_id as id from place order by place_id'),
    rounds: await ids('select round_id as id from evaluation_round order by round_id'),
    scoringRuns: await ids('select run_id as id from scoring_run order by created_at, run_id'),
    allocationRuns: await ids('select run_id as id from allocation_run order by created_at, run_id'),
    accounts: await ids(
      `select account_id as id from account where username = any ($1)
       or username like 'county-%' and username <> all ($2) and place_id in ('tonghai', 'yimen') order by username`,
      [ADDED, signedIn],
    ),
  };
}

/** Like the officer of 红塔区 in everything but the name; nobody signs in as it. */
async function addAccount(server: TestServer, username: string): Promise<void> {
  await server.sql(
    `with added as (
       insert into account
       select (jsonb_populate_record(a, jsonb_build_object(
         'account_id', gen_random_uuid(), 'username', $1::text, 'demonstration', false))).*
       from account a where a.username = 'county-hongta' returning account_id
     )
     insert into account_role (account_id, role) select account_id, 'countyOfficer' from added`,
    [username],
  );
}
