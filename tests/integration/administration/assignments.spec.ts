import { startServer, type TestServer } from '../../support/server';
import { makePerson, problemOf } from './people';

interface Assignment {
  readonly round: string;
  readonly kind: string;
  readonly county: string;
  readonly name: string;
  readonly marksGiven: number;
  readonly finalised: boolean;
}

describe('what is assigned to an evaluator', () => {
  let server: TestServer;
  let recheck: string;
  let department: string;

  beforeAll(async () => {
    server = await startServer();
    const rounds = await server.sql<{ id: string; kind: string }>(
      'select round_id as id, kind from evaluation_round where year = 2025',
    );
    recheck = rounds.find(({ kind }) => kind === 'financeEvaluation')?.id ?? '';
    department = rounds.find(({ kind }) => kind === 'departmentEvaluation')?.id ?? '';
  });

  afterAll(() => server?.close());

  const list = async (as: string): Promise<readonly Assignment[]> =>
    (await server.request({ url: '/api/assignments', as })).json<{ assignments: Assignment[] }>().assignments;
  const read = (as: string, round: string, county: string) =>
    server.request({ url: `/api/assignments/${round}/${county}`, as });

  it('is listed with the own marks counted: one has finished, one is half-way, one has not begun', async () => {
    const counts = await Promise.all(
      ['evaluator-1', 'evaluator-2', 'evaluator-3', 'lead-evaluator'].map(async (as) => {
        const assignments = await list(as);
        expect(assignments.map(({ county }) => county)).toEqual(
          'hongta jiangchuan chengjiang tonghai huaning yimen eshan xinping yuanjiang'.split(' '),
        );
        return assignments.reduce((sum, { marksGiven }) => sum + marksGiven, 0);
      }),
    );
    expect(counts).toEqual([18, 8, 0, 0]);
  });

  it('names its round and county', async () => {
    const [first] = await list('evaluator-1');
    expect(first).toEqual({
      round: recheck,
      program: 'assistants',
      year: 2025,
      kind: 'financeEvaluation',
      county: 'hongta',
      name: '红塔区',
      marksGiven: 2,
      finalised: false,
    });
  });

  it('shows the own marks as they stand, and of the same county nobody else’s', async () => {
    const given = await server.sql<{ evaluator: string; indicator: string; marks: string }>(
      `select evaluator, indicator_id as indicator, marks::text as marks from evaluator_mark
       where round_id = $1 and county_id = 'hongta' and kind = 'mark' order by indicator_id`,
      [recheck],
    );
    for (const as of ['evaluator-1', 'evaluator-2', 'evaluator-3', 'lead-evaluator']) {
      const { marks } = (await read(as, recheck, 'hongta')).json<{
        marks: { indicator: string; marks: string }[];
      }>();
      expect(marks.map(({ indicator, marks: value }) => [indicator, value])).toEqual(
        given
          .filter(({ evaluator }) => evaluator === as)
          .map(({ indicator, marks: value }) => [indicator, value]),
      );
    }
  });

  it('and nothing else: a round, a county or both that are foreign answer what no such round answers', async () => {
    const nowhere = '00000000-0000-4000-8000-000000000000';
    await server.sql(
      `delete from evaluation_assignment where county_id = 'yimen' and account_id =
         (select account_id from account where username = 'evaluator-2')`,
    );
    const answers = await Promise.all([
      read('evaluator-2', recheck, 'yimen'),
      read('evaluator-2', department, 'hongta'),
      read('evaluator-2', recheck, 'kunming'),
      read('evaluator-2', nowhere, 'hongta'),
    ]);
    const texts = answers.map((answer) => {
      expect(problemOf(answer)).toEqual([404, 'not-found']);
      return answer.text.replace(/\/requests\/[0-9a-f-]{36}/, '/requests/…');
    });
    expect(new Set(texts).size).toBe(1);
    expect((await list('evaluator-2')).map(({ county }) => county)).not.toContain('yimen');
  });

  it('is nothing for an evaluator to whom nothing is assigned, also where the user name once marked', async () => {
    const person = await makePerson(server, { roles: ['evaluator'] });
    expect((await person.send('GET', '/api/assignments')).json()).toEqual({ assignments: [] });
    await server.sql(
      `insert into evaluator_mark select city_id, round_id, county_id, indicator_id, $1, marks, submitted_on
       from evaluator_mark where evaluator = 'evaluator-1' and round_id = $2`,
      [person.username, recheck],
    );
    expect(problemOf(await person.send('GET', `/api/assignments/${recheck}/hongta`))).toEqual([
      404,
      'not-found',
    ]);
  });
});
