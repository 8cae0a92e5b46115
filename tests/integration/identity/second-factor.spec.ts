import type { Problem } from '@yuheng/shared/contract/problem';
import { SecondFactorService } from '@yuheng/backend/identity/second-factor/second-factor.service';
import { SessionsRepository } from '@yuheng/backend/identity/sessions.repository';
import { startServer, type TestAnswer, type TestServer } from '../../support/server';
import { trailOf } from '../../support/trail-of';
import { ownAct } from '@yuheng/backend/audit/act';
import { withSettings } from '../../support/with-settings';
import {
  type Browser,
  browserOf,
  codeOf,
  cookieFrom,
  browserWith,
  enrol,
  forgetSteps,
  makePerson,
  PASSWORD,
  type Person,
  signIn,
  steadyStep,
  waitForLock,
  wrongCodeOf,
} from './own-people';

const FACTOR = '/api/account/second-factor';

describe('the second factor', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server?.close());

  const problemOf = (answer: TestAnswer): string => answer.json<Problem>().type.replace('/problems/', '');
  const said = (answer: TestAnswer) => [answer.status, problemOf(answer)];

  describe('is enrolled', () => {
    it('with a secret of 160 bits, its URI and a QR code, and only its first code puts it in force', async () => {
      const person = await makePerson(server);
      const browser = await browserOf(server, person.username);
      const begun = (await browser.send('POST', FACTOR, { password: PASSWORD })).json<{
        secret: string;
        uri: string;
        qrSvg: string;
      }>();
      expect(begun.secret).toMatch(/^[A-Z2-7]{32}$/);
      const uri = new URL(begun.uri);
      expect([uri.protocol, uri.host, decodeURIComponent(uri.pathname)]).toEqual([
        'otpauth:',
        'totp',
        `/玉衡 Yuheng:${person.username}`,
      ]);
      expect(uri.searchParams.get('secret')).toBe(begun.secret);
      expect(begun.qrSvg).toMatch(/^<svg .*viewBox.*<\/svg>$/s);
      expect((await signIn(server, person.username)).status).toBe(200);
      const confirmed = await browser.send('POST', `${FACTOR}/confirmation`, { code: codeOf(begun.secret) });
      expect(confirmed.status).toBe(200);
      expect(said(await signIn(server, person.username))).toEqual([401, 'second-factor-required']);
    });

    it('the secret is stored encrypted, the recovery codes as SHA-256, and the trail names neither', async () => {
      const person = await makePerson(server);
      const { secret, recoveryCodes } = await enrol(server, person);
      const stored = JSON.stringify(
        await server.sql(
          `select f.*, c.* from second_factor f join recovery_code c using (account_id) where account_id = $1`,
          [person.accountId],
        ),
      );
      const trail = JSON.stringify(await server.sql('select content from audit_entry'));
      for (const text of [secret, ...recoveryCodes, ...recoveryCodes.map((one) => one.replaceAll('-', ''))]) {
        expect([stored.includes(text), trail.includes(text)]).toEqual([false, false]);
      }
      expect(stored).toContain('y1.test.');
      expect(await trailOf(server, 'secondFactor.enrol', person.accountId)).toHaveLength(1);
    });

    it('counts as given in the session that enrolled it, and in no other one', async () => {
      const person = await makePerson(server, { roles: ['leader'] });
      const other = await browserOf(server, person.username);
      const { browser } = await enrol(server, person);
      expect((await browser.send('GET', '/api/counties')).status).toBe(200);
      expect(said(await other.send('GET', '/api/counties'))).toEqual([401, 'second-factor-required']);
    });

    it('begun anew, the secret before counts no more', async () => {
      const browser = await browserOf(server, (await makePerson(server)).username);
      const secrets = [];
      for (let i = 0; i < 2; i += 1) {
        secrets.push(
          (await browser.send('POST', FACTOR, { password: PASSWORD })).json<{ secret: string }>().secret,
        );
      }
      const [first = '', second = ''] = secrets;
      expect((await browser.send('POST', `${FACTOR}/confirmation`, { code: codeOf(first) })).status).toBe(
        422,
      );
      expect((await browser.send('POST', `${FACTOR}/confirmation`, { code: codeOf(second) })).status).toBe(
        200,
      );
    });

    it('not over one that is in force', async () => {
      const { browser } = await enrol(server, await makePerson(server));
      const answer = await browser.send('POST', FACTOR, { password: PASSWORD });
      expect(said(answer)).toEqual([409, 'conflict']);
    });

    it('not by a demonstration account, which is shared', async () => {
      const body = { password: 'Yuheng-demo-2025' };
      const answer = await server.request({ method: 'POST', url: FACTOR, as: 'leader', body });
      expect(said(answer)).toEqual([422, 'refused']);
      expect(answer.json<Problem>().detail).toContain('演示账户为公用');
    });

    it('by whoever needs one before anything else is reached', async () => {
      const person = await makePerson(server, { roles: ['systemAdministrator'] });
      const browser = await browserOf(server, person.username);
      expect(said(await browser.send('GET', '/api/administration/places'))).toEqual([
        403,
        'second-factor-enrolment-required',
      ]);
      const enrolled = await enrol(server, person);
      expect((await enrolled.browser.send('GET', '/api/administration/places')).status).toBe(200);
    });
  });

  describe('at sign-in', () => {
    let person: Person;
    let secret: string;
    let recoveryCodes: readonly string[];
    beforeAll(async () => {
      person = await makePerson(server, { roles: ['systemAdministrator'] });
      ({ secret, recoveryCodes } = await enrol(server, person));
    });
    beforeEach(async () => {
      await forgetSteps(server, person);
      await server.sql('delete from sign_in_failure');
    });
    const withCode = (code: string) => signIn(server, person.username, { code });

    it('is asked for after a right password only', async () => {
      expect(said(await signIn(server, person.username, { password: 'wrong' }))).toEqual([
        401,
        'wrong-credentials',
      ]);
      expect(said(await signIn(server, person.username))).toEqual([401, 'second-factor-required']);
      expect(said(await withCode(''))).toEqual([401, 'second-factor-required']);
    });

    it('opens a session that reaches everything', async () => {
      const answer = await withCode(codeOf(secret));
      expect(answer.status).toBe(200);
      const browser = browserWith(server, cookieFrom(answer));
      expect((await browser.send('GET', '/api/administration/places')).status).toBe(200);
    });

    it.each([
      [-2, 401],
      [-1, 200],
      [0, 200],
      [1, 200],
      [2, 401],
    ])('a code of %i steps from now answers %i', async (steps, status) => {
      await steadyStep();
      expect((await withCode(codeOf(secret, steps))).status).toBe(status);
    });

    it('takes no step twice, and none before one that was taken', async () => {
      expect((await withCode(codeOf(secret))).status).toBe(200);
      expect((await withCode(codeOf(secret))).status).toBe(401);
      expect((await withCode(codeOf(secret, -1))).status).toBe(401);
      expect((await withCode(codeOf(secret, 1))).status).toBe(200);
    });

    it('takes a code once also of four at one moment', async () => {
      const code = codeOf(secret);
      const statuses = await Promise.all(
        Array.from({ length: 4 }, async () => (await withCode(code)).status),
      );
      expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    });

    it('takes each recovery code once, however it is typed', async () => {
      const [first = '', second = ''] = recoveryCodes;
      expect((await withCode(first)).status).toBe(200);
      expect((await withCode(first)).status).toBe(401);
      expect((await withCode(second.toUpperCase().replaceAll('-', ' '))).status).toBe(200);
      const browser = await browserOf(server, person.username, { code: codeOf(secret) });
      expect((await browser.send('GET', '/api/account')).json()).toMatchObject({
        secondFactor: { enrolled: true, required: true, recoveryCodesLeft: 8 },
      });
    });

    it('leaves in the trail whether it was the authenticator or a recovery code', async () => {
      const [, , third = ''] = recoveryCodes;
      const last = async () => (await trailOf(server, 'session.open', person.accountId)).at(-1)?.['after'];
      await withCode(codeOf(secret));
      expect(await last()).toEqual({ method: 'password', secondFactor: true, by: 'totp' });
      await withCode(third);
      expect(await last()).toEqual({ method: 'password', secondFactor: true, by: 'recoveryCode' });
    });

    it('says of a wrong code that it is wrong, and counts it as a failure', async () => {
      const answer = await withCode(wrongCodeOf(secret));
      expect(said(answer)).toEqual([401, 'second-factor-required']);
      expect(answer.json<Problem>().detail).toContain('验证码不正确');
      for (let i = 0; i < 4; i += 1) await withCode(wrongCodeOf(secret));
      expect((await withCode(codeOf(secret))).status).toBe(429);
      await waitForLock(server);
      expect((await withCode(codeOf(secret))).status).toBe(200);
    });

    it('a right password without a code forgets no wrong code: nobody guesses on behind it', async () => {
      for (let i = 0; i < 5; i += 1) {
        await signIn(server, person.username);
        await withCode(wrongCodeOf(secret));
      }
      expect((await withCode(codeOf(secret))).status).toBe(429);
    });

    it('leaves what happened in the trail, and no code', async () => {
      const code = wrongCodeOf(secret);
      await withCode(code);
      await withCode(codeOf(secret));
      const entries = await trailOf(server, 'session.open', person.accountId);
      expect(entries.slice(-2)).toEqual([
        expect.objectContaining({ actor: null, outcome: 'refused', problem: 'second-factor-required' }),
        expect.objectContaining({
          outcome: 'done',
          after: { method: 'password', secondFactor: true, by: 'totp' },
        }),
      ]);
      expect(JSON.stringify(entries)).not.toContain(code);
    });
  });

  describe('once it is enrolled', () => {
    it('new recovery codes take password and code, and the old ones work no more', async () => {
      const person = await makePerson(server);
      const { browser, secret, recoveryCodes } = await enrol(server, person);
      const renew = (password: string, code: string) =>
        browser.send('POST', `${FACTOR}/recovery-codes`, { password, code });
      expect(said(await renew('wrong', codeOf(secret)))).toEqual([401, 'wrong-credentials']);
      expect(said(await renew(PASSWORD, wrongCodeOf(secret)))).toEqual([401, 'second-factor-required']);
      const answer = await renew(PASSWORD, codeOf(secret));
      const { recoveryCodes: renewed } = answer.json<{ recoveryCodes: string[] }>();
      expect(new Set(renewed).size).toBe(10);
      for (const one of renewed) expect(one).toMatch(/^(?:[2-9a-km-np-z]{6}-){3}[2-9a-km-np-z]{6}$/);
      expect((await signIn(server, person.username, { code: recoveryCodes[0] })).status).toBe(401);
      expect((await signIn(server, person.username, { code: renewed[0] })).status).toBe(200);
    });

    it('is given up with password and code; where it is due, every session has to enrol it anew', async () => {
      const person = await makePerson(server, { roles: ['systemAdministrator'] });
      const { browser, secret } = await enrol(server, person);
      const other = await browserOf(server, person.username, { code: codeOf(secret) });
      await forgetSteps(server, person);
      const remove = (code: string) =>
        browser.send('POST', `${FACTOR}/removal`, { password: PASSWORD, code });
      expect(said(await remove(wrongCodeOf(secret)))).toEqual([401, 'second-factor-required']);
      expect((await remove(codeOf(secret))).status).toBe(204);
      for (const one of [browser, other]) {
        expect(said(await one.send('GET', '/api/administration/places'))).toEqual([
          403,
          'second-factor-enrolment-required',
        ]);
      }
      expect(
        await server.sql('select 1 from recovery_code where account_id = $1', [person.accountId]),
      ).toEqual([]);
    });

    it('wrong passwords and codes in it lock the name as at sign-in, and a password alone forgets none', async () => {
      const person = await makePerson(server);
      const { browser, secret } = await enrol(server, person);
      const token = { name: 'x', scopes: ['overview:read'], lastDay: '2000-01-01', password: PASSWORD };
      const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
      for (let i = 0; i < 5; i += 1) {
        const body = { password: PASSWORD, code: wrongCodeOf(secret) };
        expect((await browser.send('POST', `${FACTOR}/removal`, body)).status).toBe(401);
        await browser.send('POST', '/api/account/tokens', { ...token, lastDay: tomorrow });
      }
      expect((await signIn(server, person.username, { code: codeOf(secret) })).status).toBe(429);
    });
  });

  describe('demanded before an approval', () => {
    const demand = async (browser: Browser, code?: string, act = ownAct('trial')): Promise<string> => {
      const account = await server.app.get(SessionsRepository).find(browser.cookie.split('=')[1] ?? '');
      if (!account) throw new Error('The session is gone.');
      try {
        await server.app.get(SecondFactorService).demand(act, account, code);
        return 'fine';
      } catch (problem) {
        return (problem as { slug: string }).slug;
      }
    };
    const minutesAgo = ({ accountId }: Person, minutes: number) =>
      server.sql(
        `update session set second_factor_at = now() - make_interval(mins => $2) where account_id = $1`,
        [accountId, minutes],
      );

    it('stands for ten minutes, and then a code is needed, which stands for ten minutes again', async () => {
      const person = await makePerson(server);
      const { browser, secret } = await enrol(server, person);
      expect(await demand(browser)).toBe('fine');
      await minutesAgo(person, 9);
      expect(await demand(browser)).toBe('fine');
      await minutesAgo(person, 10);
      expect(await demand(browser)).toBe('second-factor-required');
      expect(await demand(browser, wrongCodeOf(secret))).toBe('second-factor-required');
      expect(await demand(browser, codeOf(secret))).toBe('fine');
      expect(await demand(browser)).toBe('fine');
    });

    it('stands in the entry of the act by what was given, whatever else is noted of it', async () => {
      const person = await makePerson(server);
      const { browser, secret, recoveryCodes } = await enrol(server, person);
      for (const [code, by] of [
        [codeOf(secret), 'totp'],
        [recoveryCodes[0], 'recoveryCode'],
      ]) {
        await minutesAgo(person, 60);
        const act = ownAct('trial');
        expect(await demand(browser, code, act)).toBe('fine');
        act.note({ after: { state: 'active' } });
        expect(act.noted).toEqual({ after: { state: 'active', by } });
      }
    });

    it('is given once more by the session itself too, which keeps its token', async () => {
      const person = await makePerson(server);
      const { browser, secret } = await enrol(server, person);
      await minutesAgo(person, 60);
      const given = await browser.send('POST', '/api/session/second-factor', { code: codeOf(secret) });
      expect([given.status, given.headers['set-cookie']]).toEqual([200, undefined]);
      expect(await demand(browser)).toBe('fine');
      const confirmed = await server.sql<{ content: string }>(
        `select content from audit_entry where act = 'session.confirm' and actor = $1`,
        [person.username],
      );
      expect(confirmed.map(({ content }) => JSON.parse(content) as unknown)).toMatchObject([
        { outcome: 'done', after: { secondFactor: true, by: 'totp' } },
      ]);
    });

    it('has to be enrolled by who has none', async () => {
      expect(await demand(await browserOf(server, (await makePerson(server)).username))).toBe(
        'second-factor-enrolment-required',
      );
    });

    it('wrong codes lock the name', async () => {
      const person = await makePerson(server);
      const { browser, secret } = await enrol(server, person);
      await minutesAgo(person, 60);
      for (let i = 0; i < 5; i += 1) await demand(browser, wrongCodeOf(secret));
      expect(await demand(browser, codeOf(secret))).toBe('too-many-requests');
    });

    it('is not asked of demonstration accounts, nor where the setting is off', async () => {
      expect(await demand(browserWith(server, await server.cookieOf('leader')))).toBe('fine');
      const browser = await browserOf(server, (await makePerson(server)).username);
      const restore = await withSettings(server, { secondFactorForApprovals: false });
      const answer = await demand(browser);
      await restore();
      expect(answer).toBe('fine');
    });
  });
});
