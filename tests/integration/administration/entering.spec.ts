import type { AdministeredAccount } from '@yuheng/shared/contract/accounts';
import { startServer, type TestServer } from '../../support/server';
import { trailOf } from '../../support/trail-of';
import {
  ACCOUNTS,
  atOneMoment,
  changeOf,
  CITY,
  detailOf,
  makeClerk,
  makePerson,
  openBoth,
  openWays,
  problemOf,
  readAs,
  REASON,
  type Person,
} from './people';

const PHONE = '13987654321';

describe('making and changing accounts', () => {
  let server: TestServer;
  let administrator: Person;

  beforeAll(async () => {
    server = await startServer();
    administrator = await makePerson(server);
  });

  afterAll(() => server?.close());

  const create = (more: Readonly<Record<string, unknown>>) =>
    administrator.send('POST', ACCOUNTS, {
      username: 'new-clerk',
      name: '张建国',
      roles: ['countyOfficer'],
      place: 'hongta',
      ...more,
    });
  const change = (
    account: AdministeredAccount,
    more: Readonly<Record<string, unknown>> = {},
    by = administrator,
  ) => by.send('PUT', `${ACCOUNTS}/${account.id}`, changeOf(account, more));

  describe('a new account', () => {
    it('opens with its first password and reaches nothing until that is changed', async () => {
      const { account, initialPassword } = await makeClerk(administrator);
      expect(account).toMatchObject({
        state: 'active',
        mustChangePassword: true,
        version: 1,
        demonstration: false,
      });
      expect(account.enteredBy).toBe(administrator.username);
      expect(initialPassword.length).toBeGreaterThanOrEqual(16);
      const opened = await server.request({
        method: 'POST',
        url: '/api/session',
        body: { username: account.username, password: initialPassword },
      });
      expect(opened.status).toBe(200);
      const cookie = (opened.headers['set-cookie'] ?? '').split(';')[0] ?? '';
      const answer = await server.request({ url: '/api/counties', headers: { cookie } });
      expect(problemOf(answer)).toEqual([403, 'password-change-required']);
    });

    it('says its first password this once: neither the table nor the trail has it', async () => {
      const { account, initialPassword } = await makeClerk(administrator);
      expect(JSON.stringify(await readAs(administrator, account.id))).not.toContain(initialPassword);
      const stored = await server.sql('select * from credential');
      const trail = await server.sql('select content from audit_entry');
      expect(JSON.stringify([stored, trail])).not.toContain(initialPassword);
    });

    it('keeps its telephone number encrypted and shows it masked', async () => {
      const { account } = await makeClerk(administrator, { phone: '+86 139 8765 4321' });
      expect(account.phone).toBe('139****4321');
      const [row] = await server.sql<{ phone_cipher: string; phone_hash: string }>(
        'select phone_cipher, phone_hash from account_contact where account_id = $1',
        [account.id],
      );
      expect(row?.phone_cipher).toMatch(/^y1\.test\./);
      const [entry] = await trailOf(server, 'account.create', account.id);
      expect(entry).toMatchObject({
        outcome: 'done',
        after: {
          username: account.username,
          roles: ['countyOfficer'],
          place: 'hongta',
          phone: '139****4321',
        },
      });
      expect(JSON.stringify([row, entry])).not.toContain(PHONE);
    });

    it.each([
      ['a county role at the city', { place: CITY }, ['/roles/0']],
      ['a city role at a county', { roles: ['programOfficer'] }, ['/roles/0']],
      ['an administrator at a county', { roles: ['auditAdministrator'] }, ['/roles/0']],
      ['a place that is none', { place: 'kunming' }, ['/place']],
      [
        'an administrator with business',
        { roles: ['inspector', 'systemAdministrator'], place: CITY },
        ['/roles/1'],
      ],
      ['the leadership with a role that enters', { roles: ['leader', 'finance'], place: CITY }, ['/roles/1']],
      ['an evaluator with anything else', { roles: ['evaluator', 'inspector'], place: CITY }, ['/roles/1']],
      [
        'system and audit administrator in one',
        { roles: ['systemAdministrator', 'auditAdministrator'], place: CITY },
        ['/roles/1'],
      ],
      ['who enters and who approves', { roles: ['countyOfficer', 'countyApprover'] }, ['/roles/1']],
      ['who enters and who countersigns', { roles: ['finance', 'inspector'], place: CITY }, ['/roles/1']],
      ['a role twice', { roles: ['countyOfficer', 'countyOfficer'] }, ['/roles/1']],
      ['a telephone number that is none', { phone: '12345' }, ['/phone']],
    ])('%s is refused where it stands', async (_, more, pointers) => {
      const answer = await create(more);
      expect(problemOf(answer)).toEqual([422, 'refused', ...pointers]);
      expect(await server.sql(`select 1 from account where username = 'new-clerk'`)).toEqual([]);
    });

    it.each([
      ['an officer who also inspects', ['programOfficer', 'inspector'], CITY],
      ['a lead evaluator who also marks', ['leadEvaluator', 'evaluator'], CITY],
      ['the leadership of the province', ['leader'], '530000'],
      [
        'system and security administrator in one, by default',
        ['systemAdministrator', 'securityAdministrator'],
        CITY,
      ],
    ])('%s is taken', async (_, roles, place) => {
      const { account } = await makeClerk(administrator, { roles, place });
      expect([...account.roles].sort()).toEqual([...roles].sort());
    });

    it('never gets the user name of another, also not of a closed account', async () => {
      const { account } = await makeClerk(administrator);
      expect(problemOf(await create({ username: account.username }))).toEqual([409, 'conflict', '/username']);
      await administrator.send('POST', `${ACCOUNTS}/${account.id}/disabling`, { version: 1, reason: REASON });
      const answer = await create({ username: account.username });
      expect(problemOf(answer)).toEqual([409, 'conflict', '/username']);
      expect(detailOf(answer)).toContain('停用账户的用户名也不再给他人使用');
    });

    it('never gets the OpenID subject of another', async () => {
      await makeClerk(administrator, { openIdSubject: 'sub-1' });
      expect(problemOf(await create({ openIdSubject: 'sub-1' }))).toEqual([
        409,
        'conflict',
        '/openIdSubject',
      ]);
    });

    it('made twice at one moment is made once', async () => {
      const answers = await atOneMoment(
        server,
        [1, 2, 3].map(() => () => create({ username: 'at-one-moment' })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    });

    it('leaves an entry also when it was refused', async () => {
      await create({ username: 'refused-one', place: CITY });
      const [row] = await server.sql<{ content: string }>(
        `select content from audit_entry where act = 'account.create' and outcome = 'refused' order by seq desc limit 1`,
      );
      expect(JSON.parse(row?.content ?? '')).toMatchObject({
        problem: 'refused',
        actor: { username: administrator.username },
        after: { username: 'refused-one' },
      });
    });
  });

  describe('a change', () => {
    it('changes what it names, counts the version up, and says before and after in the trail', async () => {
      const { account } = await makeClerk(administrator, { phone: PHONE });
      const answer = await change(account, { name: '张建军', phone: '0877-2012345', openIdSubject: 'sub-2' });
      expect(answer.json()).toMatchObject({
        name: '张建军',
        phone: '0877-****345',
        openIdSubject: 'sub-2',
        version: 2,
        state: 'active',
      });
      expect(await trailOf(server, 'account.change', account.id)).toMatchObject([
        {
          outcome: 'done',
          reason: REASON,
          before: { name: '张建国', phone: '139****4321', openIdSubject: null },
          after: { name: '张建军', phone: '0877-****345', openIdSubject: 'sub-2' },
        },
      ]);
    });

    it('keeps a telephone number that it does not name and removes one that it names as null', async () => {
      const { account } = await makeClerk(administrator, { phone: PHONE });
      const kept = (await change(account, { name: '张卫国' })).json<AdministeredAccount>();
      expect(kept.phone).toBe('139****4321');
      const removed = (await change(kept, { phone: null })).json<AdministeredAccount>();
      expect(removed.phone).toBeNull();
      expect(await server.sql('select 1 from account_contact where account_id = $1', [account.id])).toEqual(
        [],
      );
    });

    it('to what already stands changes nothing, in whatever order the roles are', async () => {
      const { account } = await makeClerk(administrator, {
        roles: ['countyOfficer', 'countyFinance'],
        phone: PHONE,
      });
      const same = await change(account, {
        roles: ['countyFinance', 'countyOfficer'],
        phone: '139 8765 4321',
      });
      expect(same.json()).toEqual(account);
      const [entry] = await trailOf(server, 'account.change', account.id);
      expect([entry?.['before'], entry?.['after']]).toEqual([{}, {}]);
    });

    it.each([
      ['other roles', { roles: ['countyApprover'] }, 0],
      ['another place', { place: 'yimen' }, 0],
      ['another way to sign in', { openIdSubject: 'sub-3' }, 0],
      ['another name', { name: '张卫东' }, 2],
    ])('to %s leaves so many sessions and tokens open: %j → %d', async (_, more, left) => {
      const { account } = await makeClerk(administrator);
      await openBoth(server, account.id);
      expect((await change(account, more)).status).toBe(200);
      expect(await openWays(server, account.id)).toBe(left);
    });

    it.each([
      ['a role that does not fit the place', { roles: ['inspector'] }, [422, 'refused', '/roles/0']],
      ['a place that does not fit the role', { place: CITY }, [422, 'refused', '/roles/0']],
      ['a place that is none', { place: 'kunming' }, [422, 'refused', '/place']],
      ['a telephone number that is none', { phone: 'x' }, [422, 'refused', '/phone']],
      ['a subject of another', { openIdSubject: 'sub-taken' }, [409, 'conflict', '/openIdSubject']],
    ])('to %s is refused and changes nothing', async (_, more, expected) => {
      await server.sql(`update account set open_id_subject = 'sub-taken' where username = 'leader'`);
      const { account } = await makeClerk(administrator);
      expect(problemOf(await change(account, more))).toEqual(expected);
      expect(await readAs(administrator, account.id)).toEqual(account);
    });

    it('over another’s change is a conflict that says what to do', async () => {
      const { account } = await makeClerk(administrator);
      await change(account, { name: '先改' });
      const late = await change(account, { name: '后改' });
      expect(problemOf(late)).toEqual([409, 'conflict']);
      expect(detailOf(late)).toContain('请刷新页面');
      expect((await readAs(administrator, account.id)).name).toBe('先改');
    });

    it('of two with the same version at one moment one is a conflict', async () => {
      const other = await makePerson(server);
      const { account } = await makeClerk(administrator);
      const answers = await atOneMoment(server, [
        () => change(account, { name: '甲改', roles: ['countyApprover'] }),
        () => change(account, { name: '乙改', roles: ['countyFinance'] }, other),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect((await readAs(administrator, account.id)).version).toBe(2);
    });

    it('of one’s own roles or place is refused, of one’s own name is not', async () => {
      const own = await readAs(administrator, administrator.id);
      for (const more of [{ roles: ['systemAdministrator', 'securityAdministrator'] }, { place: 'hongta' }]) {
        const answer = await change(own, more);
        expect(problemOf(answer)).toEqual([422, 'refused']);
        expect(detailOf(answer)).toContain('请由另一名系统管理员办理');
      }
      expect((await change(own, { name: '李小梅（系统）' })).status).toBe(200);
    });

    it('of a demonstration account is refused, because all visitors share it', async () => {
      const [demo] = await server.sql<{ account_id: string }>(
        `select account_id from account where username = 'county-hongta'`,
      );
      const answer = await change(await readAs(administrator, demo?.account_id ?? ''), { name: '改名' });
      expect(problemOf(answer)).toEqual([422, 'refused']);
      expect(detailOf(answer)).toContain('演示账户');
    });

    it('of a closed account is refused', async () => {
      const { account } = await makeClerk(administrator);
      const closed = await administrator.send('POST', `${ACCOUNTS}/${account.id}/disabling`, {
        version: 1,
        reason: REASON,
      });
      const answer = await change(closed.json(), { name: '改名' });
      expect(problemOf(answer)).toEqual([422, 'refused']);
      expect(detailOf(answer)).toContain('已停用');
    });
  });
});
