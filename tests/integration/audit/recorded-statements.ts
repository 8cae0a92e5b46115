import { Client } from 'pg';

interface Statement {
  readonly client: Client;
  readonly text: string;
}

/** What the program sends to PostgreSQL meanwhile, connection by connection, seen by the driver itself. */
export async function recordedStatements(work: () => Promise<unknown>): Promise<string[][]> {
  const statements: Statement[] = [];
  const original = Client.prototype.query as (this: Client, ...given: unknown[]) => unknown;
  Client.prototype.query = function record(this: Client, ...given: unknown[]) {
    const [first] = given as [string | { text: string }];
    statements.push({ client: this, text: typeof first === 'string' ? first : first.text });
    return original.apply(this, given);
  } as typeof Client.prototype.query;
  try {
    await work();
  } finally {
    Client.prototype.query = original as typeof Client.prototype.query;
  }
  const clients = [...new Set(statements.map(({ client }) => client))];
  return clients.map((one) => statements.flatMap(({ client, text }) => (client === one ? [text] : [])));
}
