import type { AdministeredAccount } from '@yuheng/shared/contract/accounts';
import { startServer, type TestServer } from '../../support/server';
import { ACCOUNTS, CITY, makeClerk, makePerson, problemOf, readAs, type Person } from './people';

interface Listed {
  readonly accounts: readonly AdministeredAccount[];
  readonly total: number;
  readonly pageSize: number;
}

describe('reading accounts', () => {
  let server: TestServer;
  let administrator: Person;
  let security: Person;

  beforeAll(async () => {
    server = await startServer();
    administrator = await makePerson(server, { username: 'reads-accounts' });
    security = await makePerson(server, { roles: ['securityAdministrator'] });
    await makeClerk(administrator, { username: 'zhang-1', name: '张100%', phone: '13987654321' });
    await makeClerk(administrator, { username: 'zhang-2', name: '张_下划线', phone: '13987654322' });
    await makeClerk(administrator, { username: 'zhang-3', name: String.raw`张\反斜线`, place: 'yimen' });
    await makePerson(server, { username: 'waits', pending: true, roles: ['finance'] });
  });

  afterAll(() => server?.close());

  const list = async (query: Readonly<Record<string, string>> = {}, by = administrator): Promise<Listed> => {
    const answer = await by.send('GET', `${ACCOUNTS}?${new URLSearchParams(query).toString()}`);
    expect([answer.status, query]).toEqual([200, query]);
    return answer.json();
  };
  const names = async (query: Readonly<Record<string, string>>, by?: Person): Promise<string[]> =>
    (await list(query, by)).accounts.map(({ username }) => username);

  it('lists pages of fifty by user name, each account once, with the total', async () => {
    const [{ total } = { total: 0 }] = await server.sql<{ total: number }>(
      'select count(*)::int as total from account',
    );
    const pages = [await list(), await list({ page: '2' }), await list({ page: '3' })];
    expect(pages.map((page) => [page.total, page.pageSize, page.accounts.length])).toEqual([
      [total, 50, 50],
      [total, 50, total - 50],
      [total, 50, 0],
    ]);
    const all = pages.flatMap(({ accounts }) => accounts.map(({ username }) => username));
    expect(all).toEqual([...all].sort());
    expect(new Set(all).size).toBe(total);
  });

  it.each([
    ['part of a user name, in any case', 'ZHANG-', ['zhang-1', 'zhang-2', 'zhang-3']],
    ['part of a name', '下划线', ['zhang-2']],
    ['a per cent sign', '%', ['zhang-1']],
    ['an underscore', '_', ['zhang-2']],
    ['a backslash', '\\', ['zhang-3']],
    ['a quotation mark', `' or 1=1 --`, []],
    ['a whole telephone number', '13987654321', ['zhang-1']],
    ['a whole telephone number in another spelling', '+86 139-8765-4322', ['zhang-2']],
    ['part of a telephone number', '1398765', []],
  ])('finds %s', async (_, search, expected) => expect(await names({ search })).toEqual(expected));

  it.each([
    [{ role: 'leadEvaluator' }, ['lead-evaluator']],
    [{ state: 'pending' }, ['waits']],
    [{ place: 'yimen', search: 'zhang' }, ['zhang-3']],
    [{ state: 'disabled' }, []],
    [{ role: 'finance', place: CITY, state: 'active' }, ['finance']],
  ])('filters by %j', async (query, expected) => {
    const { accounts, total } = await list(query);
    expect([accounts.map(({ username }) => username), total]).toEqual([expected, expected.length]);
  });

  it.each([['page=0'], ['role=king'], ['state=open'], ['order=name']])('%s is 400', async (query) => {
    const answer = await administrator.send('GET', `${ACCOUNTS}?${query}`);
    expect(problemOf(answer)).toEqual([400, 'invalid-request', `/${query.split('=')[0]}`]);
  });

  it('shows no administrator a whole telephone number, and the security administrator none', async () => {
    expect((await list({ search: 'zhang-1' })).accounts[0]?.phone).toBe('139****4321');
    expect((await list({ search: 'zhang-1' }, security)).accounts[0]?.phone).toBeNull();
    expect(await names({ search: '13987654321' }, security)).toEqual([]);
  });

  it('an account is read alone as in the list', async () => {
    const [listed] = (await list({ search: 'zhang-2' })).accounts;
    expect(await readAs(administrator, listed?.id ?? '')).toEqual(listed);
    expect(listed).toMatchObject({
      name: '张_下划线',
      roles: ['countyOfficer'],
      place: { id: 'hongta', kind: 'county', name: '红塔区' },
      state: 'active',
      enteredBy: 'reads-accounts',
    });
  });

  it('an account that nobody has is not found, nor is what would be pending of it', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    for (const url of [`${ACCOUNTS}/${id}`, `${ACCOUNTS}/${id}/pending`]) {
      expect(problemOf(await administrator.send('GET', url))).toEqual([404, 'not-found']);
    }
  });
});
