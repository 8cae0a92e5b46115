import { ownScope } from '@yuheng/backend/database/scope';
import { scoped } from '@yuheng/backend/database/scoped-transaction';
import {
  EvaluatorAccessService,
  type EvaluatorAccess,
} from '@yuheng/backend/evaluations/evaluator-access.service';
import type { SignedIn } from '@yuheng/backend/identity/signed-in';
import { idOf } from '../../support/row-security';
import { startServer, type TestServer } from '../../support/server';

describe('what a member of a team reaches', () => {
  let server: TestServer;
  let service: EvaluatorAccessService;
  let round: string;

  beforeAll(async () => {
    server = await startServer();
    service = server.app.get(EvaluatorAccessService, { strict: false });
    const [found] = await server.sql<{ id: string }>(
      `select round_id as id from evaluation_round where kind = 'financeEvaluation'`,
    );
    round = found?.id ?? '';
    // As before anybody had declared: what is declared is the person's own word and is otherwise never taken back.
    await server.sql(`truncate interest_declaration`);
    await server.sql(
      `delete from evaluation_assignment where county_id not in ('hongta', 'yimen') or section = 'process'`,
    );
  });

  afterAll(() => server?.close());

  const accountOf = async (username: string): Promise<SignedIn> =>
    ({ accountId: await idOf(server, username) }) as SignedIn;
  const reach = async (username: string): Promise<EvaluatorAccess | null> => {
    const account = await accountOf(username);
    return scoped(server.source, ownScope(account.accountId), (tx) => service.find(tx, account, round));
  };
  const declare = async (username: string, county: string, conflict: boolean): Promise<void> => {
    const { accountId } = await accountOf(username);
    await scoped(server.source, ownScope(accountId), (tx) =>
      tx.query(
        `insert into interest_declaration values ('530400', $1, $2, $3, $4, $5, now())
         on conflict (city_id, round_id, county_id, account_id) do update set conflict = excluded.conflict, reason = excluded.reason`,
        [round, county, accountId, conflict, conflict ? '亲属在该局工作' : null],
      ),
    );
  };

  it('is nothing before it is declared, though assigned: not one county, and not one row of one', async () => {
    const access = await reach('evaluator-1');
    expect(access).toMatchObject({
      rank: 'member',
      counties: [],
      undeclared: ['hongta', 'yimen'],
      inConflict: [],
    });
    const account = await accountOf('evaluator-1');
    const scope = service.scopeFor(account, access as EvaluatorAccess);
    expect(await scoped(server.source, scope, (tx) => tx.query('select 1 from inspection'))).toEqual([]);
  });

  it('is a county that is assigned and declared without a conflict, and of it the assigned sections', async () => {
    await declare('evaluator-1', 'hongta', false);
    await declare('evaluator-1', 'yuanjiang', false);
    const access = (await reach('evaluator-1')) as EvaluatorAccess;
    expect([access.counties, access.undeclared]).toEqual([['hongta'], ['yimen']]);
    expect([...access.sections]).toEqual([
      [
        'hongta',
        [
          { section: 'benefit', turn: 'first' },
          { section: 'output', turn: 'first' },
        ],
      ],
    ]);
    const scope = service.scopeFor(await accountOf('evaluator-1'), access);
    const seen = await scoped(server.source, scope, (tx) =>
      tx.query<{ county: string }[]>('select distinct county_id as county from inspection'),
    );
    expect(seen).toEqual([{ county: 'hongta' }]);
  });

  it('ends with a conflict declared later, which is never taken back', async () => {
    await declare('evaluator-1', 'hongta', true);
    expect(await reach('evaluator-1')).toMatchObject({ counties: [], inConflict: ['hongta'] });
    await expect(declare('evaluator-1', 'hongta', false)).rejects.toThrow(/append-only/);
    expect((await reach('evaluator-1'))?.sections.size).toBe(0);
  });

  it('is for who leads the round every county, each behind the same gate', async () => {
    await declare('lead-evaluator', 'yuanjiang', false);
    const access = await reach('lead-evaluator');
    expect(access).toMatchObject({ rank: 'lead', counties: ['yuanjiang'] });
    expect(access?.undeclared).toHaveLength(8);
  });

  it('is declared by nobody for another, nor by who is not in the team', async () => {
    const [member, stranger] = [await accountOf('evaluator-2'), await accountOf('inspector')];
    const insert = (as: SignedIn, of: SignedIn): Promise<unknown> =>
      scoped(server.source, ownScope(as.accountId), (tx) =>
        tx.query(`insert into interest_declaration values ('530400', $1, 'yimen', $2, false, null, now())`, [
          round,
          of.accountId,
        ]),
      );
    await expect(insert(stranger, member)).rejects.toThrow(/row-level security/);
    await expect(insert(stranger, stranger)).rejects.toThrow(/row-level security/);
  });

  it('is what round_rank says of the acting account alone, and evaluator_accounts names the team to who leads it', async () => {
    const asked = async (username: string) => {
      const { accountId } = await accountOf(username);
      return scoped(server.source, ownScope(accountId), async (tx) => {
        const [{ rank }] = await tx.query<[{ rank: string }]>(`select round_rank('530400', $1) as rank`, [
          round,
        ]);
        const people = await tx.query<{ username: string }[]>(
          'select username from evaluator_accounts() order by 1',
        );
        return { rank, people: people.map((one) => one.username) };
      });
    };
    expect(await asked('evaluator-2')).toEqual({ rank: 'member', people: ['evaluator-2'] });
    expect(await asked('lead-evaluator')).toEqual({
      rank: 'lead',
      people: ['evaluator-1', 'evaluator-2', 'evaluator-3', 'lead-evaluator'],
    });
    expect(await asked('inspector')).toEqual({ rank: null, people: [] });
  });

  it('is nothing from the moment of the withdrawal on', async () => {
    await declare('evaluator-3', 'yimen', false);
    expect(await reach('evaluator-3')).toMatchObject({ counties: ['yimen'] });
    await server.sql(
      `update round_member set withdrawn_on = '2026-03-20', withdrawn_reason = '调离' where account_id = $1`,
      [await idOf(server, 'evaluator-3')],
    );
    expect(await reach('evaluator-3')).toBeNull();
    const { accountId } = await accountOf('evaluator-3');
    expect(
      await scoped(server.source, ownScope(accountId), (tx) => tx.query('select 1 from evaluation_round')),
    ).toEqual([]);
  });
});
