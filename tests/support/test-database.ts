import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

interface Role {
  user: string;
  password: string;
}

/** What tests/support/start-cluster.mjs leaves for the workers in YUHENG_TEST_CLUSTER. */
interface TestCluster {
  host: string;
  port: number;
  superuser: Role;
  owner: Role;
  app: Role;
  template: string;
}

/** A database of a test's own: an empty, migrated copy that no other test sees. */
export interface TestDatabase {
  name: string;
  /** Superuser, in this database: for tests that look at what the roles may not see. */
  adminUrl: string;
  /** yuheng_owner: migrates and owns the tables. */
  ownerUrl: string;
  /** yuheng_app: what the program itself runs as. */
  appUrl: string;
  /** Removes the database, connections and all. The cluster itself goes at the end of the run. */
  drop(): Promise<void>;
}

/**
 * Copies the migrated template, or another one of the cluster (about 30 ms). Call it in `beforeAll` and `drop()` in `afterAll`.
 * CREATE DATABASE copies no grants on the database itself, so those of `provision` are given once more.
 */
export async function testDatabase(template?: string): Promise<TestDatabase> {
  const cluster = testCluster();
  const name = `w${process.env.JEST_WORKER_ID ?? '1'}_${randomBytes(8).toString('hex')}`;
  const url = ({ user, password }: Role, database: string) =>
    `postgres://${user}:${password}@${cluster.host}:${cluster.port}/${database}`;
  const administration = url(cluster.superuser, 'postgres');
  await withClient(administration, async (client) => {
    await client.query(
      `CREATE DATABASE ${name} TEMPLATE ${template ?? cluster.template} OWNER ${cluster.owner.user}`,
    );
    await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${name} TO ${cluster.app.user}`);
  });
  return {
    name,
    adminUrl: url(cluster.superuser, name),
    ownerUrl: url(cluster.owner, name),
    appUrl: url(cluster.app, name),
    drop: () =>
      withClient(administration, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      }),
  };
}

function testCluster(): TestCluster {
  const text = process.env.YUHENG_TEST_CLUSTER;
  if (!text) {
    throw new Error(
      'No test cluster: name tests/support/start-cluster.mjs as globalSetup of this Jest project.',
    );
  }
  return JSON.parse(text) as TestCluster;
}

export async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
