import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { givenServer, type Answers } from '../testing';
import { Client } from './client';
import { Session } from './session';
import { SignInAgain } from './sign-in-again';
import { CHANNEL, type TabMessage } from './tabs';

const leader = {
  username: 'leader',
  name: '局领导',
  roles: ['leader'],
  place: { id: 'yuxi', kind: 'city', name: '玉溪市' },
};
const problem = (slug: string, status: number) => ({
  status,
  body: { type: `/problems/${slug}`, detail: '' },
});
const turn = () => new Promise((done) => setTimeout(done));

/** The leader is signed in; `state.problem` is what the server now answers to whoever asks for figures. */
async function given(more: Answers = {}) {
  const state = { problem: null as ReturnType<typeof problem> | null };
  const listeners: ((event: { data: TabMessage }) => void)[] = [];
  const told: TabMessage[] = [];
  const { sent } = givenServer(
    {
      'GET /api/session': { body: { account: leader, demonstration: null } },
      'POST /api/session': () => {
        state.problem = null;
        return { body: { account: leader, demonstration: null } };
      },
      'POST /api/session/second-factor': () => {
        state.problem = null;
        return { body: { account: leader, demonstration: null } };
      },
      'GET /api/counties': () => state.problem ?? { body: { counties: [] } },
      'GET /api/funds': () => state.problem ?? { body: { lines: [] } },
      ...more,
    },
    [{ path: '**', children: [] }],
  );
  TestBed.overrideProvider(CHANNEL, {
    useValue: {
      postMessage: (message: TabMessage) => void told.push(message),
      addEventListener: (_: string, listener: (event: { data: TabMessage }) => void) =>
        void listeners.push(listener),
      close: () => undefined,
    },
  });
  const router = TestBed.inject(Router);
  await router.navigateByUrl('/funds?year=2025');
  const session = TestBed.inject(Session);
  await session.load();
  return {
    sent,
    state,
    told,
    session,
    router,
    client: TestBed.inject(Client),
    again: TestBed.inject(SignInAgain),
    otherTab: (data: TabMessage) => listeners.forEach((listener) => listener({ data })),
  };
}

describe('a call that finds the session over', () => {
  it('asks for the password in place, and is repeated once the same person has signed in', async () => {
    const { client, again, session, state, sent, router } = await given();
    state.problem = problem('sign-in-required', 401);
    const call = client.call('listCounties', {});
    await turn();
    expect(again.demand()).toBe('password');
    expect(again.username()).toBe('leader');
    await session.signIn({ username: 'leader', password: 'p' });
    again.settle(true);
    expect(await call).toEqual({ counties: [] });
    expect(sent.filter((one) => one.address === '/api/counties')).toHaveLength(2);
    expect(router.url).toBe('/funds?year=2025');
  });

  it('asks once, however many calls fail at the same time', async () => {
    const { client, again, state, sent } = await given();
    state.problem = problem('sign-in-required', 401);
    const query = { program: 'assistants', year: 2025 } as const;
    const calls = [
      client.call('listCounties', {}),
      client.call('readFunds', { query }),
      client.call('listCounties', {}),
    ];
    await turn();
    const asked = again.ask('code');
    expect(again.demand()).toBe('password');
    state.problem = null;
    again.settle(true);
    expect(await asked).toBe(true);
    await Promise.all(calls);
    expect(sent.filter((one) => /counties|funds/.test(one.address))).toHaveLength(6);
    expect(again.demand()).toBeNull();
  });

  it('fails when the person leaves instead, who is then asked on the sign-in page and comes back', async () => {
    const { client, session, again, state, router } = await given();
    state.problem = problem('sign-in-required', 401);
    const call = client.call('listCounties', {});
    const failed = expect(call).rejects.toMatchObject({ kind: 'sign-in-required' });
    await turn();
    await session.leave();
    await failed;
    expect(again.demand()).toBeNull();
    expect(session.account()).toBeNull();
    expect(router.url).toBe('/sign-in?return=%2Ffunds%3Fyear%3D2025');
  });

  it('is not repeated for ever when the server never lets in', async () => {
    const { client, again, state } = await given();
    state.problem = problem('sign-in-required', 401);
    const failed = expect(client.call('listCounties', {})).rejects.toMatchObject({
      kind: 'sign-in-required',
    });
    await turn();
    again.settle(true);
    await failed;
    expect(again.demand()).toBeNull();
  });

  it('goes on when another tab has signed the same person in', async () => {
    const { client, again, state, otherTab } = await given();
    state.problem = problem('sign-in-required', 401);
    const call = client.call('listCounties', {});
    await turn();
    state.problem = null;
    otherTab({ kind: 'signedIn', username: 'leader' });
    expect(await call).toEqual({ counties: [] });
    expect(again.demand()).toBeNull();
  });
});

describe('a call that needs the second factor first', () => {
  it('asks for the code in place, and is repeated', async () => {
    const { client, again, session, state } = await given();
    state.problem = problem('second-factor-required', 401);
    const call = client.call('listCounties', {});
    await turn();
    expect(again.demand()).toBe('code');
    await session.confirm('123456');
    again.settle(true);
    expect(await call).toEqual({ counties: [] });
  });

  it('and brought its own code is told that the code was wrong', async () => {
    const { client, again } = await given({
      'POST /api/account/second-factor/removal': problem('second-factor-required', 401),
    });
    const call = client.call('removeSecondFactor', { body: { password: 'p', code: '000000' } });
    await expect(call).rejects.toMatchObject({ kind: 'second-factor-required' });
    expect(again.demand()).toBeNull();
  });
});

describe('a call of a session that has something to do first', () => {
  it.each([
    ['password-change-required', '/account/password?return=%2Ffunds%3Fyear%3D2025'],
    ['second-factor-enrolment-required', '/account/second-factor?return=%2Ffunds%3Fyear%3D2025'],
  ])('%s leads to %s, and knows the way back', async (slug, place) => {
    const { client, state, router } = await given();
    state.problem = problem(slug, 403);
    await expect(client.call('listCounties', {})).rejects.toMatchObject({ kind: slug });
    await turn();
    expect(router.url).toBe(place);
    // The second duty returns to where the first was to return to.
    state.problem = problem('second-factor-enrolment-required', 403);
    await client.call('listCounties', {}).catch(() => null);
    await turn();
    expect(router.url).toBe('/account/second-factor?return=%2Ffunds%3Fyear%3D2025');
  });
});

describe('the tabs of one browser', () => {
  it('tell each other who signs in and that one signs out', async () => {
    const { session, told } = await given({ 'DELETE /api/session': { status: 204 } });
    await session.signIn({ username: 'leader', password: 'p' });
    await session.signOut();
    expect(told.filter((one) => one.kind !== 'called')).toEqual([
      { kind: 'signedIn', username: 'leader' },
      { kind: 'signedOut' },
    ]);
  });

  it('show nothing any more when the person signed out in one of them', async () => {
    const { session, router, otherTab } = await given();
    otherTab({ kind: 'signedOut' });
    await turn();
    expect(session.account()).toBeNull();
    expect(router.url).toBe('/sign-in');
  });
});
