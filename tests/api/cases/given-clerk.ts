import { ColumnCipherService, ENCRYPTED_COLUMNS } from '@yuheng/backend/personal-data/column-cipher.service';
import { type ProblemCase, sha256 } from '../requests';

/** The clerk of 红塔区 whom acts of administration are about. */
export const CLERK = '0c5e0000-0000-4000-8000-00000000000a';
/** A security administrator who is none of the demonstration's, whose second factor was given long ago. */
const CHECKER = '0c5e0000-0000-4000-8000-00000000000b';
const CHECKER_NAME = 'case-checker';
const CHECKER_TOKEN = 'case-checker-'.padEnd(43, '0');

export const CHECKER_COOKIE = { cookie: `yuheng_session=${CHECKER_TOKEN}` };

type Arrange = NonNullable<ProblemCase['arrange']>;

/** The clerk as new: open, version 1, with a telephone number and a second factor. */
export const clerk: Arrange = async ({ server }) => {
  await server.sql('delete from hand_over where from_account_id = $1', [CLERK]);
  await server.sql('delete from account_role where account_id = $1', [CLERK]);
  await server.sql(
    `insert into account (account_id, username, name, place_id, demonstration, approved_at)
     values ($1, 'case-clerk', '张建国', 'hongta', false, now())
     on conflict (account_id) do update set name = excluded.name, place_id = excluded.place_id, version = 1,
       approved_at = now(), approved_by = null, entered_by = null, disabled_at = null, disabled_reason = null,
       open_id_subject = null`,
    [CLERK],
  );
  await server.sql(`insert into account_role values ($1, 'countyOfficer')`, [CLERK]);
  await server.sql(
    `insert into credential values ($1, 'no password opens it', now(), false) on conflict do nothing`,
    [CLERK],
  );
  await server.sql(
    `insert into second_factor values ($1, 'stands for a secret', now(), now(), null) on conflict do nothing`,
    [CLERK],
  );
  const cipher = server.app.get(ColumnCipherService);
  const column = ENCRYPTED_COLUMNS.phone;
  await server.sql(
    `insert into account_contact values ($1, $2, $3) on conflict (account_id) do update
       set phone_cipher = excluded.phone_cipher, phone_hash = excluded.phone_hash`,
    [CLERK, cipher.encrypt('13987654321', column, CLERK), cipher.hash('13987654321', column)],
  );
};

const changed =
  (change: string): Arrange =>
  async (given) => {
    await clerk(given);
    await given.server.sql(`update account set ${change} where account_id = $1`, [CLERK]);
  };

/** The clerk waiting for the security administrator. */
export const waitingClerk = changed('approved_at = null');
/** The clerk waiting, as the demonstration's security administrator once entered it. */
export const clerkOfChecker = changed(
  `approved_at = null, entered_by = (select account_id from account where username = 'security-admin')`,
);
export const closedClerk = changed(`disabled_at = now(), disabled_reason = '离职'`);

export const clerkWithoutPhone: Arrange = async (given) => {
  await clerk(given);
  await given.server.sql('delete from account_contact where account_id = $1', [CLERK]);
};

/** The clerk, and a security administrator who would have to give a second factor once more. */
export const checker: Arrange = async (given) => {
  await waitingClerk(given);
  const { server } = given;
  await server.sql(
    `insert into account (account_id, username, name, place_id, demonstration, approved_at)
     values ($1, $2, '赵检查', '530400', false, now()) on conflict do nothing`,
    [CHECKER, CHECKER_NAME],
  );
  await server.sql(`insert into account_role values ($1, 'securityAdministrator') on conflict do nothing`, [
    CHECKER,
  ]);
  await server.sql(
    `insert into credential values ($1, 'no password opens it', now(), false) on conflict do nothing`,
    [CHECKER],
  );
  await server.sql(
    `insert into second_factor values ($1, 'stands for a secret', now(), now(), null) on conflict do nothing`,
    [CHECKER],
  );
  await server.sql(
    `insert into session (token_sha256, account_id, created_at, last_used_at, expires_at, session_id, address,
                          user_agent, method, authenticated_at, second_factor_at)
     values ($1, $2, now(), now(), now() + interval '1 hour', gen_random_uuid(), '127.0.0.1', '', 'password', now(),
             now() - interval '1 hour') on conflict do nothing`,
    [sha256(CHECKER_TOKEN), CHECKER],
  );
};

/** The same with the name locked by too many wrong codes; free again afterwards. */
export const lockedChecker: Arrange = async (given) => {
  await checker(given);
  const { server } = given;
  const name = [sha256(CHECKER_NAME)];
  await server.sql(`insert into sign_in_failure values ($1, 5, now(), now() + interval '1 minute')`, name);
  return async () => void (await server.sql('delete from sign_in_failure where username_sha256 = $1', name));
};
