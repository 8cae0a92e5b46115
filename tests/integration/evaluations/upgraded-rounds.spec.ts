import { createDataSource } from '@yuheng/backend/database/data-source';
import { nameBasedUuid } from '@yuheng/backend/demonstration/name-based-uuid';
import { migrate } from '@yuheng/backend/database/migrate';
import type { EvaluationRoundRecord } from '@yuheng/shared/contract/evaluation-rounds';
import { startServer, type TestServer } from '../../support/server';

/** A demonstration of before evaluation rounds had steps is brought up to date. */
describe('rounds of an installation that was upgraded', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer();
    const source = await createDataSource(server.database.ownerUrl, 1).initialize();
    // Back to before the migration that brought the steps, whatever was added since.
    const hasSteps = async (): Promise<boolean> => {
      const [row] = await source.query<{ there: boolean }[]>(
        `select to_regclass('round_step') is not null as there`,
      );
      return row?.there === true;
    };
    while (await hasSteps()) await source.undoLastMigration();
    await source.destroy();
    await migrate(server.database.ownerUrl, 'yuheng_app');
  });
  afterAll(() => server?.close());

  const read = async (year: number, kind: string, as: string): Promise<EvaluationRoundRecord> => {
    const id = nameBasedUuid(`round/assistants/${year}/${kind}`);
    return (await server.request({ url: `/api/evaluations/${id}`, as })).json<EvaluationRoundRecord>();
  };
  const taken = ({ steps }: EvaluationRoundRecord) =>
    steps.flatMap((one) => (one.taken ? [[one.step, one.taken.takenOn, one.taken.documentNumber]] : []));

  it('have come to scoring on the day of their first mark, and say that what was before is not on record', async () => {
    const round = await read(2025, 'financeEvaluation', 'finance');
    const [first] = await server.sql<{ on: string }>(
      `select min(submitted_on)::text as "on" from evaluator_mark where round_id = $1`,
      [round.id],
    );
    expect([taken(round), round.step, round.next]).toEqual([
      [['scoring', first?.on, null]],
      'scoring',
      'deliberation',
    ]);
    expect(round.steps.find(({ step }) => step === 'scoring')?.taken?.note).toContain('旧版数据迁移');
    expect(round.sentence.zh).toContain('打分');
  });

  it('that were final are final, with the document they were finalised by', async () => {
    const round = await read(2025, 'departmentEvaluation', 'officer-1');
    expect(taken(round).at(-1)).toEqual(['finalised', round.finalisedOn, round.documentNumber]);
    expect(round.next).toBe('feedback');
  });

  it('have a team that has declared, in the demonstration', async () => {
    const { team } = await read(2025, 'financeEvaluation', 'finance');
    expect(team.length).toBeGreaterThan(0);
    expect(team.map(({ declarations }) => declarations.filter(({ conflict }) => !conflict).length)).toEqual(
      team.map(() => 9),
    );
  });
});
