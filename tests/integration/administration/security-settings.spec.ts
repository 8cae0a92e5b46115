import { DEFAULT_SECURITY_SETTINGS, type SecuritySettings } from '@yuheng/shared/contract/security-settings';
import { keepRows } from '../../support/put-back';
import { startServer, type TestAnswer, type TestServer } from '../../support/server';
import {
  ACCOUNTS,
  atOneMoment,
  CITY,
  detailOf,
  makePerson,
  problemOf,
  REASON,
  SETTINGS,
  type Person,
} from './people';

describe('the security settings', () => {
  let server: TestServer;
  let administrator: Person;

  let putBack: () => Promise<void>;

  beforeAll(async () => {
    server = await startServer();
    administrator = await makePerson(server);
    putBack = await keepRows(server, ['security_setting', 'account', 'account_role', 'audit_entry']);
  });

  afterEach(() => putBack());
  afterAll(() => server?.close());

  const change = (
    changes: Partial<SecuritySettings>,
    { by = administrator, version = 1 }: { readonly by?: Person; readonly version?: number } = {},
  ): Promise<TestAnswer> =>
    by.send('PUT', SETTINGS, {
      version,
      settings: { ...DEFAULT_SECURITY_SETTINGS, ...changes },
      reason: REASON,
    });
  const stored = async (): Promise<unknown> => (await administrator.send('GET', SETTINGS)).json();
  const entries = async (): Promise<Record<string, unknown>[]> => {
    const rows = await server.sql<{ content: string }>(
      `select content from audit_entry where act = 'securitySettings.change' order by seq`,
    );
    return rows.map(({ content }) => JSON.parse(content) as Record<string, unknown>);
  };

  it('are those of the installation until somebody changes them', async () => {
    expect(await stored()).toEqual({ version: 1, settings: DEFAULT_SECURITY_SETTINGS });
  });

  it('hold from the next request on, with what changed and why in the trail', async () => {
    const answer = await change({ passwordLength: 20, lockAfter: 3 });
    const expected = {
      version: 2,
      settings: { ...DEFAULT_SECURITY_SETTINGS, passwordLength: 20, lockAfter: 3 },
    };
    expect([answer.status, answer.json()]).toEqual([200, expected]);
    expect(await stored()).toEqual(expected);
    expect(await entries()).toMatchObject([
      {
        outcome: 'done',
        reason: REASON,
        object: { kind: 'securitySettings', id: CITY },
        before: { passwordLength: 12, lockAfter: 5 },
        after: { passwordLength: 20, lockAfter: 3 },
      },
    ]);
    expect(Object.keys((await entries())[0]?.['after'] ?? {})).toHaveLength(2);
    const made = await administrator.send('POST', ACCOUNTS, {
      username: 'long-password',
      name: '张建国',
      roles: ['finance'],
      place: CITY,
    });
    expect(made.json<{ initialPassword: string }>().initialPassword.length).toBeGreaterThanOrEqual(20);
  });

  it('sent as they stand keep their version', async () => {
    expect((await change({})).json()).toEqual({ version: 1, settings: DEFAULT_SECURITY_SETTINGS });
  });

  it('changed over another’s change are a conflict', async () => {
    await change({ passwordLength: 14 });
    const late = await change({ passwordLength: 16 });
    expect(problemOf(late)).toEqual([409, 'conflict']);
    expect(await stored()).toMatchObject({ version: 2, settings: { passwordLength: 14 } });
  });

  it('changed twice with the same version at one moment are changed once', async () => {
    const other = await makePerson(server);
    const answers = await atOneMoment(server, [
      () => change({ passwordLength: 14 }),
      () => change({ passwordLength: 16 }, { by: other }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('lock at first for no longer than at most', async () => {
    const answer = await change({ lockMinutes: 30, lockMaxMinutes: 29 });
    expect(problemOf(answer)).toEqual([422, 'refused', '/settings/lockMaxMinutes']);
    expect(await stored()).toMatchObject({ version: 1 });
  });

  it.each([
    [{ passwordLength: 7 }, '/settings/passwordLength'],
    [{ lockAfter: 100 }, '/settings/lockAfter'],
    [{ secondFactorRoles: ['king'] }, '/settings/secondFactorRoles/0'],
  ])('never leave their bounds: %j', async (changes, pointer) => {
    const answer = await change(changes as Partial<SecuritySettings>);
    expect(problemOf(answer)).toEqual([400, 'invalid-request', pointer]);
  });

  it('ask for a second factor that was given within ten minutes', async () => {
    const late = await makePerson(server, { secondFactorAge: 11 });
    const answer = await change({ passwordLength: 14 }, { by: late });
    expect(problemOf(answer)).toEqual([403, 'second-factor-enrolment-required']);
    expect(await stored()).toMatchObject({ version: 1 });
    expect(await entries()).toMatchObject([{ outcome: 'refused', object: { id: CITY }, reason: REASON }]);
  });

  it('are closed to the audit administrator, who reads them', async () => {
    const audit = await makePerson(server, { roles: ['auditAdministrator'] });
    expect((await audit.send('GET', SETTINGS)).status).toBe(200);
    expect(problemOf(await change({}, { by: audit }))).toEqual([403, 'forbidden']);
  });

  it.each(['system-admin', 'security-admin'])(
    'are read by %s of the demonstration and never changed, because all visitors share it',
    async (as) => {
      expect((await server.request({ url: SETTINGS, as })).status).toBe(200);
      const body = {
        version: 1,
        settings: { ...DEFAULT_SECURITY_SETTINGS, lockAfter: 3, lockMinutes: 60 },
        reason: REASON,
      };
      const answer = await server.request({ method: 'PUT', url: SETTINGS, as, body });
      expect(problemOf(answer)).toEqual([422, 'refused']);
      expect(detailOf(answer)).toContain('演示账户为公用');
      expect(await stored()).toEqual({ version: 1, settings: DEFAULT_SECURITY_SETTINGS });
      expect(await entries()).toMatchObject([
        { outcome: 'refused', actor: { username: as }, reason: REASON },
      ]);
    },
  );

  describe('keep security apart', () => {
    it('and are then the security administrator’s alone, who can undo it', async () => {
      const security = await makePerson(server, { roles: ['securityAdministrator'] });
      expect((await change({ separateSecurity: true })).status).toBe(200);
      const answer = await change({ separateSecurity: false }, { version: 2 });
      expect(problemOf(answer)).toEqual([403, 'forbidden']);
      expect(detailOf(answer)).toContain('只能由安全管理员更改');
      expect((await change({ separateSecurity: false }, { by: security, version: 2 })).status).toBe(200);
    });

    it('only where a security administrator can sign in, or nobody could undo it', async () => {
      await server.sql(`update account set disabled_at = now() where username = 'security-admin'`);
      await makePerson(server, { roles: ['securityAdministrator'], pending: true });
      const answer = await change({ separateSecurity: true });
      expect(problemOf(answer)).toEqual([422, 'refused', '/settings/separateSecurity']);
      expect(detailOf(answer)).toContain('还没有可登录的安全管理员');
      expect(await stored()).toMatchObject({ version: 1 });
    });

    it('no more only once nothing waits for approval, naming what does', async () => {
      const security = await makePerson(server, { roles: ['securityAdministrator'] });
      await change({ separateSecurity: true });
      await makePerson(server, { roles: ['finance'], username: 'still-waits', pending: true });
      const answer = await change({ separateSecurity: false }, { by: security, version: 2 });
      expect(problemOf(answer)).toEqual([422, 'refused', '/settings/separateSecurity']);
      expect(detailOf(answer)).toContain('still-waits');
    });
  });

  it.each([
    ['separateAudit', ['systemAdministrator', 'auditAdministrator']],
    ['separateSecurity', ['systemAdministrator', 'securityAdministrator']],
    ['separateSecurity', ['auditAdministrator', 'securityAdministrator']],
  ] as const)('switch %s on only where no account holds %j, naming those that do', async (key, roles) => {
    await change({ separateAudit: false });
    await makePerson(server, { roles, username: 'two-in-one' });
    const changes = { separateAudit: false, [key]: true };
    const answer = await change(changes, { version: 2 });
    expect(problemOf(answer)).toEqual([422, 'refused', `/settings/${key}`]);
    expect(detailOf(answer)).toContain('two-in-one');
    await server.sql(`update account set disabled_at = now() where username = 'two-in-one'`);
    expect((await change(changes, { version: 2 })).status).toBe(200);
  });

  it('apart or not, system and audit administrator are one account only where the setting allows it', async () => {
    const make = (username: string) =>
      administrator.send('POST', ACCOUNTS, {
        username,
        name: '张建国',
        roles: ['systemAdministrator', 'auditAdministrator'],
        place: CITY,
      });
    expect((await make('two-in-one')).status).toBe(422);
    await change({ separateAudit: false });
    expect((await make('two-in-one')).status).toBe(201);
  });
});
