import { createDataSource } from '@yuheng/backend/database/data-source';
import {
  EXPLANATIONS,
  unpackExplanations,
} from '@yuheng/backend/database/migrations/1790300000000-evaluation-explanations';
import { unpackExplanation } from '@yuheng/backend/evaluations/packed-explanation';
import { startServer, type TestServer } from '../../support/server';

const ALL = 'select explanation from scoring_result order by run_id, county_id';

describe('the explanations of a run', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server?.close());

  it('go back to the JSON that they were, and forth again, and say the same', async () => {
    const owner = await createDataSource(server.database.ownerUrl, 1).initialize();
    const runner = owner.createQueryRunner();
    const said = async (): Promise<unknown[]> => {
      const rows = await server.sql<{ explanation: Buffer }>(ALL);
      return Promise.all(rows.map(({ explanation }) => unpackExplanation(explanation)));
    };
    const before = await said();
    expect(before.length).toBeGreaterThan(9);
    await unpackExplanations(runner);
    for (const statement of EXPLANATIONS.down) await runner.query(statement);
    const stored = await server.sql<{ explanation: unknown }>(ALL);
    expect(stored.map(({ explanation }) => explanation)).toEqual(before);
    await expect(server.sql(`update scoring_result set explanation = '{}'`)).rejects.toThrow(/append-only/);
    for (const statement of EXPLANATIONS.up) await runner.query(statement);
    expect(await said()).toEqual(before);
    await runner.release();
    await owner.destroy();
  });
});
