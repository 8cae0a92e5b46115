import { WallStreamsService } from '@yuheng/backend/dashboards/wall/wall-streams.service';
import { wall, type Wall } from '@yuheng/shared/contract/wall';
import { request as ask, type IncomingMessage } from 'node:http';
import { startServer, type TestServer } from '../../support/server';

const OFFICER = 'officer-1';
const LINKS = '/api/wall-links';
const WALL = '/api/wall?program=assistants&year=2025';
const COUNTIES = 'hongta jiangchuan chengjiang tonghai huaning yimen eshan xinping yuanjiang'.split(' ');
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** An event stream as a browser reads it. */
interface Stream {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: () => string;
  readonly events: () => { readonly event: string; readonly id: string | null; readonly data: string }[];
  readonly until: (is: () => boolean) => Promise<void>;
  readonly hasEnded: () => boolean;
  close(): void;
}

describe('the wall', () => {
  let server: TestServer;
  let origin: string;
  let streams: WallStreamsService;
  const opened: Stream[] = [];

  beforeAll(async () => {
    server = await startServer();
    await server.app.listen(0, '127.0.0.1');
    origin = await server.app.getUrl();
    streams = server.app.get(WallStreamsService);
  });
  afterEach(() => opened.splice(0).forEach((one) => one.close()));
  afterAll(() => server?.close());

  const listen = async (path: string, headers: Record<string, string> = {}, at = origin): Promise<Stream> => {
    const answer = await new Promise<IncomingMessage>((resolve, reject) =>
      ask(
        `${at}${path}`,
        { headers: { accept: 'text/event-stream', 'accept-encoding': 'gzip, br', ...headers } },
        resolve,
      )
        .on('error', reject)
        .end(),
    );
    let text = '';
    let ended = false;
    answer.setEncoding('utf8').on('data', (piece: string) => (text += piece));
    answer.on('error', () => undefined).on('close', () => (ended = true));
    const stream: Stream = {
      status: answer.statusCode ?? 0,
      headers: answer.headers,
      text: () => text,
      events: () =>
        text
          .split('\n\n')
          .filter((block) => block.includes('event: '))
          .map((block) => ({
            event: /^event: (.*)$/m.exec(block)?.[1] ?? '',
            id: /^id: (.*)$/m.exec(block)?.[1] ?? null,
            data: /^data: (.*)$/m.exec(block)?.[1] ?? '',
          })),
      until: async (is) => {
        for (let tries = 0; tries < 300 && !is(); tries += 1)
          await new Promise((done) => setTimeout(done, 10));
        expect(is()).toBe(true);
      },
      hasEnded: () => ended,
      close: () => answer.destroy(),
    };
    opened.push(stream);
    return stream;
  };
  const cookie = async (username: string): Promise<{ cookie: string }> => ({
    cookie: await server.cookieOf(username),
  });
  const make = async (body: object = {}) => {
    const answer = await server.request({
      ...{ method: 'POST', url: LINKS, as: OFFICER },
      body: { name: '一楼大厅', program: 'assistants', endsOn: inDays(30), ...body },
    });
    const { link, path } = answer.json<{
      link: { id: string; state: string; endsOn: string };
      path: string;
    }>();
    return { link, token: path.replace('/screen#', '') };
  };
  const revoke = (id: string) => server.request({ method: 'DELETE', url: `${LINKS}/${id}`, as: OFFICER });
  /** Something that the wall shows, and that leaves an entry in the trail as every act does. */
  const closeFinding = async (): Promise<void> => {
    await server.sql(
      `update finding set closed_on = case when closed_on is null then found_on end where ctid =
         (select ctid from finding where month like '2025-%' limit 1)`,
    );
    await make();
  };

  it('shows four pages of the nine counties in official order, with a sentence each', async () => {
    const { pages, place } = (await server.request({ url: WALL, as: 'leader' })).json<Wall>();
    expect([place, pages.map(({ id }) => id)]).toEqual(['玉溪市', ['money', 'wages', 'duties', 'findings']]);
    for (const page of pages) {
      expect(page.rows.map(({ county }) => county)).toEqual(COUNTIES);
      expect(page.sentence.zh).toMatch(/^2025 年.*。$/);
      for (const row of page.rows) expect(row.cells).toHaveLength(page.columns.length);
    }
    expect(pages[0]?.sentence.zh).toContain('2025 年市级资金已下达 180.00 万元');
  });

  it('says in no year and to nobody a grade, rank, light, mark, doubt, person or a word of lateness', async () => {
    const people = await server.sql<{ name: string }>('select distinct name from account');
    for (const year of [2024, 2025, 2026]) {
      const { text } = await server.request({
        url: `/api/wall?program=assistants&year=${year}`,
        as: 'leader',
      });
      expect(text).not.toMatch(
        /"light"|"grade"|"score"|预警|关注|疑点|名次|排名|得分|扣分|及时率|逾期|超期|迟/,
      );
      expect(people.filter(({ name }) => text.includes(name))).toEqual([]);
    }
  });

  it('opens by a link alone, without any session, with what its program shows this year', async () => {
    const { token } = await make();
    const byLink = (await server.request({ url: `/api/screen/${token}` })).json<Wall>();
    const bySession = await server.request({ url: '/api/wall?program=assistants&year=2026', as: 'leader' });
    expect(byLink).toEqual(bySession.json());
    const other = (await make({ program: 'mediation' })).token;
    expect((await server.request({ url: `/api/screen/${other}` })).json<Wall>().program).toBe('mediation');
  });

  it('keeps of a code its SHA-256 alone, and tells nobody else than who made it', async () => {
    const { token, link } = await make({ name: '会议室' });
    const [stored] = await server.sql<Record<string, unknown>>(
      `select w::text as row, token_sha256 from wall_link w where link_id = $1`,
      [link.id],
    );
    expect(stored?.['token_sha256']).toMatch(/^[0-9a-f]{64}$/);
    const list = await server.request({ url: LINKS, as: OFFICER });
    const trail = await server.sql<{ content: string }>(
      `select content from audit_entry where act = 'wallLink.create'`,
    );
    expect(`${JSON.stringify(stored)}${list.text}${JSON.stringify(trail)}`).not.toContain(token);
    expect(trail.at(-1)?.content).toContain('会议室');
    expect(link).toMatchObject({ state: 'works', endsOn: inDays(30) });
  });

  it('of a link that is over, revoked or wrong the answer is one and the same', async () => {
    const [over, revoked] = [await make(), await make()];
    await server.sql('alter table wall_link disable trigger tr_wall_link__kept');
    await server.sql('alter table wall_link disable trigger tr_wall_link__revoked_once');
    await server.sql(`update wall_link set expires_at = now() where link_id = $1`, [over.link.id]);
    await server.sql('alter table wall_link enable trigger tr_wall_link__kept');
    await server.sql('alter table wall_link enable trigger tr_wall_link__revoked_once');
    await revoke(revoked.link.id);
    const said = await Promise.all(
      [over.token, revoked.token, 'B'.repeat(43)].map(async (token) => {
        const { status, text } = await server.request({ url: `/api/screen/${token}` });
        return [status, text.replace(/[0-9a-f-]{36}/, 'request')];
      }),
    );
    expect(said[0]?.[0]).toBe(404);
    expect([said[1], said[2]]).toEqual([said[0], said[0]]);
    const list = (await server.request({ url: LINKS, as: OFFICER })).json<{
      links: { id: string; state: string }[];
    }>();
    const states = new Map(list.links.map(({ id, state }) => [id, state]));
    expect([states.get(over.link.id), states.get(revoked.link.id)]).toEqual(['ended', 'revoked']);
  });

  it('a link opens nothing but the wall', async () => {
    const { token } = await make();
    const tried: Record<string, string>[] = [
      { authorization: `Bearer ${token}` },
      { cookie: `yuheng_session=${token}` },
    ];
    for (const headers of tried) {
      for (const url of [WALL, '/api/overview?program=assistants&year=2025', LINKS]) {
        expect((await server.request({ url, headers })).status).toBe(401);
      }
    }
  });

  it('says what stands at once, as an event with an id, uncompressed and kept by nobody', async () => {
    const stream = await listen(WALL.replace('/api/wall', '/api/wall/events'), await cookie('leader'));
    await stream.until(() => stream.events().length === 1);
    expect([stream.status, stream.headers['content-type'], stream.headers['content-encoding']]).toEqual([
      200,
      'text/event-stream',
      undefined,
    ]);
    expect(stream.headers['cache-control']).toContain('no-store');
    const [first] = stream.events();
    expect(first?.event).toBe('wall');
    expect(wall.strict().parse(JSON.parse(first?.data ?? '{}'))).toMatchObject({
      program: 'assistants',
      year: 2025,
    });
    // Who shows it already is told only that it stands.
    const again = await listen('/api/wall/events?program=assistants&year=2025', {
      ...(await cookie('leader')),
      'last-event-id': first?.id ?? '',
    });
    await again.until(() => again.events().length === 1);
    expect(again.events()).toEqual([{ event: 'current', id: null, data: '{}' }]);
  });

  it('tells every listener of a change, once, and of nothing where nothing changed', async () => {
    const { token } = await make();
    const [session, link] = [
      await listen('/api/wall/events?program=assistants&year=2025', await cookie('leader')),
      await listen(`/api/screen/${token}/events`),
    ];
    await session.until(() => session.events().length === 1 && link.events().length === 1);
    await streams.look();
    expect(session.events()).toHaveLength(1);
    await closeFinding();
    await streams.look();
    await session.until(() => session.events().filter(({ event }) => event === 'wall').length === 2);
    const [before, after] = session.events().filter(({ event }) => event === 'wall');
    expect(after?.id).not.toBe(before?.id);
    // The link shows 2026, in which nothing was found.
    expect(link.events().filter(({ event }) => event === 'wall')).toHaveLength(1);
  });

  it('every fourth look says that what is shown stands', async () => {
    const stream = await listen('/api/wall/events?program=assistants&year=2025', await cookie('leader'));
    await stream.until(() => stream.events().length === 1);
    for (let number = 0; number < 4; number += 1) await streams.look();
    await stream.until(() => stream.events().some(({ event }) => event === 'current'));
    expect(stream.hasEnded()).toBe(false);
  });

  it('ends at once when its link is revoked here, and at the next look when it was revoked by another server', async () => {
    const [here, elsewhere] = [await make(), await make()];
    const first = await listen(`/api/screen/${here.token}/events`);
    const second = await listen(`/api/screen/${elsewhere.token}/events`);
    await second.until(() => second.events().length === 1);
    await revoke(here.link.id);
    await first.until(first.hasEnded);
    expect(second.hasEnded()).toBe(false);
    await server.sql(`update wall_link set revoked_at = now(), revoked_by = 'officer-2' where link_id = $1`, [
      elsewhere.link.id,
    ]);
    await closeFinding();
    await streams.look();
    await second.until(second.hasEnded);
    expect(second.events().filter(({ event }) => event === 'wall')).toHaveLength(1);
  });

  it('ends when the session behind it is signed out, and does not keep that session alive', async () => {
    const opening = await server.request({
      ...{ method: 'POST', url: '/api/session' },
      body: { username: 'finance', password: 'Yuheng-demo-2025' },
    });
    const own = /yuheng_session=[^;]+/.exec(opening.headers['set-cookie'] ?? '')?.[0] ?? '';
    const stream = await listen('/api/wall/events?program=assistants&year=2025', { cookie: own });
    await stream.until(() => stream.events().length === 1);
    await server.sql(`update session set last_used_at = now() - interval '3 minutes' where account_id =
      (select account_id from account where username = 'finance')`);
    for (let number = 0; number < 4; number += 1) await streams.look();
    const [used] = await server.sql<{ minutes: number }>(
      `select extract(epoch from now() - max(last_used_at))::int / 60 as minutes from session where account_id =
        (select account_id from account where username = 'finance')`,
    );
    expect([stream.hasEnded(), used?.minutes]).toEqual([false, 3]);
    await server.request({ method: 'DELETE', url: '/api/session', headers: { cookie: own } });
    for (let number = 0; number < 4; number += 1) await streams.look();
    await stream.until(stream.hasEnded);
  });

  it('a county and an evaluator open no wall, and nobody but a program officer gives out links', async () => {
    for (const as of ['county-hongta', 'evaluator-1', 'system-admin']) {
      expect((await server.request({ url: WALL, as })).status).toBe(403);
    }
    expect((await server.request({ url: LINKS, as: 'leader' })).status).toBe(403);
  });

  it('forgets who went away, and a look without listeners asks nothing', async () => {
    const stream = await listen('/api/wall/events?program=assistants&year=2025', await cookie('leader'));
    await stream.until(() => streams.size > 0);
    opened.splice(0).forEach((one) => one.close());
    for (let tries = 0; tries < 300 && streams.size > 0; tries += 1) {
      await new Promise((done) => setTimeout(done, 10));
    }
    expect(streams.size).toBe(0);
  });

  it('stops within seconds while walls are open', async () => {
    const other = await startServer();
    await other.app.listen(0, '127.0.0.1');
    const at = await other.app.getUrl();
    const stream = await listen(
      '/api/wall/events?program=assistants&year=2025',
      { cookie: await other.cookieOf('leader') },
      at,
    );
    await stream.until(() => stream.events().length === 1);
    const began = Date.now();
    await other.close();
    expect(Date.now() - began).toBeLessThan(8000);
    await stream.until(stream.hasEnded);
  });
});
