import type { ProblemCase } from '../requests';

/** A system administrator who is none of the demonstration's and signs in with their password. */
export const ADMINISTRATOR = 'case-administrator';

const ACCOUNT = '0c5e0000-0000-4000-8000-00000000000c';

/** The administrator with an open session, in which the second factor was given just now. */
export const administrator: NonNullable<ProblemCase['arrange']> = async ({ server }) => {
  await server.sql(
    `insert into account (account_id, username, name, place_id, demonstration, approved_at)
     values ($1, $2, '孙管理', '530400', false, now()) on conflict do nothing`,
    [ACCOUNT, ADMINISTRATOR],
  );
  await server.sql(`insert into account_role values ($1, 'systemAdministrator') on conflict do nothing`, [
    ACCOUNT,
  ]);
  await server.sql(
    `insert into credential select $1, k.password_hash, now(), false
     from credential k join account a on a.account_id = k.account_id and a.username = 'leader'
     on conflict do nothing`,
    [ACCOUNT],
  );
  await server.cookieOf(ADMINISTRATOR);
  await server.sql(
    `insert into second_factor values ($1, 'stands for a secret', now(), now(), null) on conflict do nothing`,
    [ACCOUNT],
  );
  await server.sql('update session set second_factor_at = now() where account_id = $1', [ACCOUNT]);
};
