import { eventually } from './eventually';
import { cleanUp, launch, testFolder, type Launched } from './launched-postgres';
import { runs, timeLimit } from '../support/counts';

const ROUNDS = runs('kills');
const ROWS_A_ROUND = 150;
const WRITERS = 3;
/** More than a writer gets done before it is killed. */
const NUMBERS_A_ROUND = 1_000_000;

jest.setTimeout(timeLimit('kills', 30_000));
afterEach(cleanUp, 60_000);

/** Writes rows one by one from several connections and kills PostgreSQL meanwhile; returns what it acknowledged. */
async function writeAndKill(server: Launched, firstNumber: number): Promise<number[]> {
  const acknowledged: number[] = [];
  const write = async (start: number): Promise<void> => {
    const client = await server.client();
    for (let number = start; ; number += WRITERS) {
      await client.query('insert into written values ($1)', [number]);
      acknowledged.push(number);
    }
  };
  const ends = Array.from({ length: WRITERS }, (_, index) => write(firstNumber + index));
  const writers = Promise.allSettled(ends);
  await eventually(`${ROWS_A_ROUND} rows`, () => acknowledged.length >= ROWS_A_ROUND);
  process.kill(server.processId, 'SIGKILL');
  await writers;
  return acknowledged;
}

async function numbersIn(server: Launched): Promise<Set<number>> {
  const client = await server.client();
  const { rows } = await client.query<{ number: number }>('select number from written');
  await client.end();
  return new Set(rows.map((row) => row.number));
}

describe('kill -9 while writing', () => {
  it(`loses no acknowledged row in ${ROUNDS} rounds on one data folder`, async () => {
    const dataFolder = testFolder();
    let server = await launch({ dataFolder, fast: false });
    const setup = await server.client();
    await setup.query('create table written (number int primary key)');
    await setup.end();
    const acknowledged: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      acknowledged.push(...(await writeAndKill(server, round * NUMBERS_A_ROUND)));
      server = await launch({ dataFolder, fast: false });
      const found = await numbersIn(server);
      expect({ round, lost: acknowledged.filter((number) => !found.has(number)) }).toEqual({
        round,
        lost: [],
      });
    }
    await server.stop();
  });
});
