import { DEMONSTRATION_PASSWORD } from '@yuheng/backend/identity/sessions.service';
import { ColumnCipherService, ENCRYPTED_COLUMNS } from '@yuheng/backend/personal-data/column-cipher.service';
import { generateSync } from 'otplib';
import { type Given, type ProblemCase, sha256 } from '../requests';

/** Somebody who is none of the demonstration's: for what those are exempt from, or refused. Signs in as they do. */
export const OWN = 'case-person';
export const PASSWORD = DEMONSTRATION_PASSWORD;
export const NEW_PASSWORD = 'Heron-on-the-lake-7';

const ACCOUNT = '0c5e0000-0000-4000-8000-000000000001';
/** Another open session of the same person, and a token. */
export const OTHER_SESSION = '0c5e0000-0000-4000-8000-000000000002';
export const TOKEN = '0c5e0000-0000-4000-8000-000000000003';
const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

type Arrange = NonNullable<ProblemCase['arrange']>;

/** The person with the password of the demonstration, a session, no second factor and nothing counted against the name. */
export const person: Arrange = async ({ server }) => {
  await server.sql(
    `insert into account (account_id, username, name, place_id, demonstration, approved_at)
     values ($1, $2, '王建国', '530400', false, now()) on conflict do nothing`,
    [ACCOUNT, OWN],
  );
  await server.sql(`insert into account_role values ($1, 'leader') on conflict do nothing`, [ACCOUNT]);
  await server.sql(
    `insert into credential select $1, k.password_hash, now(), false
     from credential k join account a on a.account_id = k.account_id and a.username = 'leader'
     on conflict (account_id) do update set password_hash = excluded.password_hash`,
    [ACCOUNT],
  );
  await server.sql('delete from former_password where account_id = $1', [ACCOUNT]);
  await server.sql('delete from sign_in_failure where username_sha256 = $1', [sha256(OWN)]);
  await server.sql('delete from second_factor where account_id = $1', [ACCOUNT]);
  await server.cookieOf(OWN);
};

/** The person with a second factor, which this session has given. */
export const enrolled: Arrange = async (given) => {
  await person(given);
  await factor(given, 'now()');
  await given.server.sql('update session set second_factor_at = now() where account_id = $1', [ACCOUNT]);
};

/** The person with a second factor that was begun and not yet proved. */
export const begun: Arrange = async (given) => {
  await person(given);
  await factor(given, 'null');
};

async function factor({ server }: Pick<Given, 'server'>, confirmedAt: string): Promise<void> {
  const cipher = server.app.get(ColumnCipherService);
  await server.sql(`insert into second_factor values ($1, $2, now(), ${confirmedAt}, null)`, [
    ACCOUNT,
    cipher.encrypt(SECRET, ENCRYPTED_COLUMNS.secondFactor, ACCOUNT),
  ]);
}

/** The name locked by too many failures; free again afterwards. */
export const locked =
  (arrange: Arrange): Arrange =>
  async (given) => {
    await arrange(given);
    await given.server.sql(`insert into sign_in_failure values ($1, 5, now(), now() + interval '1 minute')`, [
      sha256(OWN),
    ]);
    return async () =>
      void (await given.server.sql('delete from sign_in_failure where username_sha256 = $1', [sha256(OWN)]));
  };

export const otherSession: Arrange = async (given) => {
  await person(given);
  await given.server.sql(
    `insert into session (token_sha256, session_id, account_id, created_at, last_used_at, expires_at, address, user_agent,
       method, authenticated_at)
     values ($1, $2, $3, now(), now(), now() + interval '1 hour', '127.0.0.1', '', 'password', now())
     on conflict do nothing`,
    [sha256(OTHER_SESSION), OTHER_SESSION, ACCOUNT],
  );
};

export const token: Arrange = async (given) => {
  await person(given);
  await given.server.sql(
    `insert into access_token values ($1, $2, '大屏', $3, '{overview:read}', now(), now() + interval '1 day', null, null)
     on conflict (token_id) do update set revoked_at = null`,
    [TOKEN, ACCOUNT, sha256(TOKEN)],
  );
};

/** What the authenticator shows now. */
export const code = (): string => generateSync({ secret: SECRET });
export const WRONG_CODE = '######';
