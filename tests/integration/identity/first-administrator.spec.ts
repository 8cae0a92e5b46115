import { hash } from '@node-rs/argon2';
import { install } from '@yuheng/backend/installation/install';
import { environmentOf, startServer, type TestServer } from '../../support/server';
import { PASSWORD } from './own-people';

jest.mock('@node-rs/argon2', () => {
  const actual = jest.requireActual<typeof import('@node-rs/argon2')>('@node-rs/argon2');
  return { ...actual, hash: jest.fn(actual.hash) };
});
const passwordsHashed = hash as unknown as jest.Mock;

const VARIABLES = { YUHENG_DEMO: '0' };

describe('the link of the first administrator', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ variables: VARIABLES });
  });
  afterAll(() => server?.close());

  const make = async (token: string | null, username = 'first-admin') => {
    const body = { token, username, name: '王建国', password: PASSWORD };
    return (await server.request({ method: 'POST', url: '/api/first-administrator', body })).status;
  };
  const acts = async () =>
    (await server.sql<{ act: string }>('select act from audit_entry order by seq')).map(({ act }) => act);
  const restart = async () =>
    (await install(server.database.ownerUrl, environmentOf(VARIABLES))).firstAdministratorToken;

  it('is proved before anything else: a wrong one costs no hash and leaves no entry', async () => {
    const before = await acts();
    passwordsHashed.mockClear();
    expect(await make('a-guess', 'what-strangers-write')).toBe(404);
    expect(passwordsHashed).not.toHaveBeenCalled();
    expect(await acts()).toEqual(before);
  });

  it('is made anew by each start until there is an account, and the one before it is void', async () => {
    const lost = server.installation.firstAdministratorToken;
    const found = await restart();
    expect(found).toMatch(/^[\w-]{43}$/);
    expect(await make(lost)).toBe(404);
    expect(await make(found)).toBe(201);
    expect(await restart()).toBeNull();
    expect(await acts()).toEqual(['installation.fill', 'installation.renewLink', 'account.makeFirst']);
    const [entry] = await server.sql<{ content: string }>(
      `select content from audit_entry where act = 'account.makeFirst'`,
    );
    expect(JSON.parse(entry?.content ?? '')).toMatchObject({
      actor: { username: 'first-admin' },
      roles: ['systemAdministrator'],
      after: { username: 'first-admin', name: '王建国' },
    });
  });
});
