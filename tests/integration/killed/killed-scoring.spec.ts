import { accountIdOf } from '@yuheng/backend/demonstration/demonstration-accounts';
import { runs, timeLimit } from '../../support/counts';
import { startServer, type TestServer } from '../../support/server';
import { startServerProcess, type ServerProcess } from '../../support/server-process';
import { ROUND } from '../evaluations/score-requests';

const TODAY = '2026-03-20';
const AS = 'evaluator-3';
const COUNTIES = ['hongta', 'eshan', 'yuanjiang'];
/** So long at the most a server is typed into before it is killed. */
const LONGEST_MS = 240;

/** One box that a robot types into, key by key. */
interface Box {
  readonly county: string;
  version: number;
  /** The value of each version that the server has said it keeps. */
  readonly kept: Map<number, string>;
}

describe('a server that is killed while evaluators type', () => {
  let server: TestServer;
  let victim: ServerProcess | null = null;

  beforeAll(async () => {
    server = await startServer({ variables: { YUHENG_TODAY: TODAY } });
    await server.cookieOf(AS);
  });

  afterEach(() => victim?.end());
  afterAll(() => server?.close());

  /** Types until the connection ends without an answer. */
  async function type(into: ServerProcess, box: Box): Promise<void> {
    for (let key = 0; ; key += 1) {
      const marks = `${((box.version + key) % 50) / 10}`;
      const status = await into.send({
        method: 'PUT',
        url: `/api/evaluations/${ROUND}/score/${box.county}/satisfaction`,
        as: AS,
        headers: { 'if-match': `"${box.version}"` },
        body: { methodVersion: 1, value: { marks }, remarks: [] },
      });
      if (status === null) return;
      expect(status).toBe(200);
      box.version += 1;
      box.kept.set(box.version, marks);
    }
  }

  const stored = (county: string): Promise<{ version: number; marks: string }[]> =>
    server.sql(
      `select version, value ->> 'marks' as marks from score_entry_version
       where account_id = $1 and round_id = $2 and county_id = $3 and indicator_id = 'satisfaction' order by version`,
      [accountIdOf(AS), ROUND, county],
    );

  it(
    'has every keystroke that it acknowledged, and none of it twice',
    async () => {
      const boxes = COUNTIES.map((county): Box => ({ county, version: 0, kept: new Map() }));
      for (let round = 0; round < runs('scoringKills'); round += 1) {
        victim = await startServerProcess(server, { today: TODAY });
        const typing = Promise.all(boxes.map((box) => type(victim as ServerProcess, box)));
        await new Promise((resolve) => setTimeout(resolve, 40 + ((round * 97) % (LONGEST_MS - 40))));
        await victim.end();
        await typing;
        for (const box of boxes) {
          const rows = await stored(box.county);
          expect(rows.map(({ version }) => version)).toEqual(rows.map((_, index) => index + 1));
          for (const [version, marks] of box.kept) expect(rows[version - 1]).toEqual({ version, marks });
          // What was kept and not acknowledged any more is the one that was on its way.
          expect(rows.length - box.version).toBeLessThanOrEqual(1);
          box.version = rows.length;
        }
      }
      expect(Math.min(...boxes.map(({ kept }) => kept.size))).toBeGreaterThan(0);
    },
    timeLimit('scoringKills', 10_000),
  );
});
