import { Client } from 'pg';

export interface Provision {
  /** A superuser's URL on any database of the cluster. */
  readonly adminUrl: string;
  readonly database: string;
  readonly ownerPassword: string;
  readonly appPassword: string;
}

export const OWNER_ROLE = 'yuheng_owner';
export const APP_ROLE = 'yuheng_app';

/**
 * Makes the two roles and the database on a cluster of our own, or brings their passwords up to date; safe to repeat.
 * The application role is no superuser, does not bypass row security and owns nothing (architecture.md section 6).
 */
export async function provision({
  adminUrl,
  database,
  ownerPassword,
  appPassword,
}: Provision): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    for (const [role, password] of [
      [OWNER_ROLE, ownerPassword],
      [APP_ROLE, appPassword],
    ] as const) {
      const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
      const verb = rowCount ? 'alter' : 'create';
      await client.query(
        `${verb} role ${client.escapeIdentifier(role)} with login nosuperuser nocreatedb nocreaterole nobypassrls password ${client.escapeLiteral(password)}`,
      );
    }
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (!rowCount)
      await client.query(`create database ${client.escapeIdentifier(database)} owner ${OWNER_ROLE}`);
    await client.query(`revoke all on database ${client.escapeIdentifier(database)} from public`);
    await client.query(`grant connect on database ${client.escapeIdentifier(database)} to ${APP_ROLE}`);
  } finally {
    await client.end();
  }
}

/** Removes a database of our own cluster with all that it holds, if there is one. */
export async function dropDatabase(adminUrl: string, database: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(`drop database if exists ${client.escapeIdentifier(database)} with (force)`);
  } finally {
    await client.end();
  }
}
