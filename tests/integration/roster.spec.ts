import { ColumnCipherService, ENCRYPTED_COLUMNS } from '@yuheng/backend/personal-data/column-cipher.service';
import { RetentionService } from '@yuheng/backend/personal-data/retention.service';
import { fillDemonstrationNumbers } from '@yuheng/backend/installation/fill-demonstration-numbers';
import { readKeys } from '@yuheng/backend/config/keys';
import type { Assistant, Roster, RosterMonths } from '@yuheng/shared/contract/roster';
import { Client } from 'pg';
import { inventedCard, inventedIdentityNumber } from '../support/invented-numbers';
import { under } from '../support/row-security';
import { environmentOf, startServer, type TestAnswer, type TestServer } from '../support/server';
import { trailOf } from '../support/trail-of';

const CLERK = 'county-hongta';

describe('the roster', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer();
  });

  afterAll(() => server?.close());

  const given = (more: object = {}) => ({
    county: 'hongta',
    name: '王协勤',
    employment: 'laborDispatch',
    office: null,
    contractFrom: null,
    contractUntil: null,
    insuredSince: null,
    identityNumber: inventedIdentityNumber(),
    bankCard: inventedCard(),
    onPostFrom: '2026-01-05',
    ...more,
  });
  const enter = (body: object, as = CLERK, headers: Record<string, string> = {}): Promise<TestAnswer> =>
    server.request({ method: 'POST', url: '/api/roster', as, body, headers });
  const entered = async (more: object = {}, as = CLERK): Promise<Assistant> => {
    const answer = await enter(given(more), as);
    expect([answer.status, answer.text]).toEqual([201, answer.text]);
    return answer.json<Assistant>();
  };
  const act = (name: string, { id, version }: Assistant, body: object, as = CLERK): Promise<TestAnswer> =>
    server.request({
      method: 'POST',
      url: `/api/roster/${id}/${name}`,
      as,
      body,
      headers: { 'if-match': `"${version}"` },
    });
  const rosterOf = async (county: string, as: string, on = '2026-03-20'): Promise<Roster> =>
    (await server.request({ url: `/api/roster?county=${county}&on=${on}`, as })).json<Roster>();
  const monthsOf = async (as: string, query = 'program=assistants&year=2025'): Promise<RosterMonths> =>
    (await server.request({ url: `/api/roster/months?${query}`, as })).json<RosterMonths>();

  it('of the demonstration has in each month as many on post as the wage sheets', async () => {
    const wages = await server.sql<{ county: string; month: string; persons: number }>(
      `select county_id as county, month, persons_on_post as persons from wage_month where month like '2025-%' order by 1, 2`,
    );
    const { counties, rule, ruleText } = await monthsOf('leader');
    expect([rule, ruleText.zh]).toEqual(['lastDay', '当月最后一天在岗的，计一个在岗人月']);
    const counted = counties
      .flatMap(({ id, months }) =>
        months.map(({ month, onPost }) => ({ county: id, month, persons: onPost })),
      )
      .sort((a, b) => (`${a.county}${a.month}` < `${b.county}${b.month}` ? -1 : 1));
    expect(counted).toEqual(wages);
  });

  it('of many people comes in pages, and as a file whole', async () => {
    await server.sql(
      `insert into assistant (city_id, county_id, assistant_id, name, employment, demonstration, version, entered_at)
       select '530400', 'xinping', gen_random_uuid(), '演示' || n, 'other', true, 1, now() from generate_series(1, 210) n`,
    );
    const pages: Roster[] = [];
    for (let next: number | null = 0; next !== null; next = pages.at(-1)?.next ?? null) {
      const url = `/api/roster?county=xinping&on=2026-03-20&cursor=${next}`;
      pages.push((await server.request({ url, as: 'officer-1' })).json<Roster>());
    }
    const ids = pages.flatMap(({ people }) => people.map(({ id }) => id));
    expect(pages.map(({ people }) => people.length).slice(0, 2)).toEqual([100, 100]);
    expect([pages.length, new Set(ids).size]).toEqual([3, pages[0]?.total]);
    const url = '/api/roster?county=xinping&on=2026-03-20';
    const csv = await server.request({ url, as: 'officer-1', headers: { accept: 'text/csv' } });
    expect(csv.text.replace(/\r\n$/, '').split('\r\n')).toHaveLength(2 + ids.length);
    const one = await server.request({ url: `${url}&assistant=${ids[150]}`, as: 'officer-1' });
    expect(one.json<Roster>()).toMatchObject({ total: 1, people: [{ id: ids[150] }], next: null });
    await server.sql(
      `delete from assistant a where county_id = 'xinping' and not exists (
         select 1 from assistant_post p where p.assistant_id = a.assistant_id)`,
    );
  });

  it('of the leader are counts, and people are for who works with them', async () => {
    expect((await server.request({ url: '/api/roster?county=hongta', as: 'leader' })).status).toBe(403);
    expect(JSON.stringify(await monthsOf('leader'))).not.toContain('演示人员');
    expect((await monthsOf('leader', 'program=mediation&year=2025')).counties).toEqual([]);
  });

  it('says of a day who was on post, and which posts stood empty since when', async () => {
    const { headline, posts, onPost, vacancies, people } = await rosterOf(
      'hongta',
      'inspector',
      '2025-06-15',
    );
    expect(headline.zh).toBe('核定名额 25 个，在岗 21 人，空岗 4 个。');
    expect([posts, onPost, people.filter((one) => one.onPost).length]).toEqual([25, 21, 21]);
    expect(vacancies).toEqual([{ from: '2025-05-01', until: null, posts: 4 }]);
    expect(people.slice(0, 21).every((one) => one.onPost)).toBe(true);
  });

  it('masks both numbers and stores neither of them as it is', async () => {
    const body = given();
    const answer = await enter(body);
    const person = answer.json<Assistant>();
    expect(person).toMatchObject({
      identityNumber: `530499********${body.identityNumber.slice(14)}`,
      bankCard: `999999*********${body.bankCard.slice(-4)}`,
      onPost: true,
      version: 1,
    });
    const trail = JSON.stringify(await trailOf(server, 'roster.enter', person.id));
    const [row] = await server.sql<{ text: string }>(
      `select (select string_agg(to_jsonb(a)::text, ',') from assistant a) || (select string_agg(to_jsonb(k)::text, ',') from idempotency_key k) as text`,
    );
    for (const secret of [body.identityNumber, body.bankCard]) {
      for (const text of [answer.text, trail, row?.text ?? '']) expect(text).not.toContain(secret);
    }
    expect(trail).toContain('roster.enter');
    expect(trail).not.toContain('王协勤');
  });

  it('shows whole numbers for a reason that stands in the trail, and keeps them nowhere on the way', async () => {
    const body = given();
    const person = (await enter(body)).json<Assistant>();
    for (const as of ['officer-1', 'inspector', CLERK, 'county-hongta-approver']) {
      const answer = await act('disclosure', person, { reason: '核对工资代发名单' }, as);
      expect(answer.json()).toEqual({ identityNumber: body.identityNumber, bankCard: body.bankCard });
      expect(answer.headers['cache-control']).toBe('no-store');
    }
    expect((await act('disclosure', person, { reason: '核对' }, 'county-jiangchuan')).status).toBe(404);
    const entries = await trailOf(server, 'roster.disclose', person.id);
    expect(entries.map((one) => [one['outcome'], one['personalData'], one['reason']])).toEqual([
      ...Array(4).fill(['done', true, '核对工资代发名单']),
      ['refused', undefined, '核对'],
    ]);
    expect(JSON.stringify(entries)).not.toContain(body.identityNumber);
  });

  it('ends a period with its last day and reason, which is on post itself', async () => {
    const person = await entered();
    const left = await act('off-post', person, { lastDay: '2026-02-28', reason: '个人原因辞职' });
    expect(left.json()).toMatchObject({
      version: 2,
      onPost: false,
      periods: [{ from: '2026-01-05', until: '2026-02-28', reason: '个人原因辞职' }],
    });
    const isThere = async (on: string): Promise<boolean | undefined> =>
      (await rosterOf('hongta', CLERK, on)).people.find(({ id }) => id === person.id)?.onPost;
    expect([await isThere('2026-02-28'), await isThere('2026-03-01')]).toEqual([true, false]);
    const again = await act('off-post', left.json<Assistant>(), { lastDay: '2026-03-01', reason: '重复' });
    expect([again.status, again.json()['type']]).toEqual([422, '/problems/refused']);
  });

  it('of two who change one person at once keeps the first and tells the second', async () => {
    const person = await entered();
    const leave = () => act('off-post', person, { lastDay: '2026-02-28', reason: '辞职' });
    const answers = await Promise.all([leave(), leave()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('says in the trail which personal data changed, and not what they are', async () => {
    const person = await entered();
    const [identityNumber, name] = [inventedIdentityNumber(), '王改名'];
    const {
      county: _county,
      onPostFrom: _from,
      bankCard: _card,
      ...details
    } = given({ identityNumber, name });
    const periods = [{ from: '2026-01-05', until: null, reason: null }];
    const answer = await server.request({
      method: 'PUT',
      url: `/api/roster/${person.id}`,
      as: CLERK,
      headers: { 'if-match': '"1"' },
      body: { ...details, periods, reason: '对照身份证更正' },
    });
    expect(answer.json()).toMatchObject({ name, bankCard: person.bankCard, version: 2 });
    const [entry] = (await trailOf(server, 'roster.change', person.id)).slice(-1);
    expect(entry?.['after']).toMatchObject({ changed: ['name', 'identityNumber'] });
    for (const secret of [identityNumber, name]) expect(JSON.stringify(entry)).not.toContain(secret);
  });

  it('is sent twice with one key and enters one person', async () => {
    const body = given();
    const key = { 'idempotency-key': 'enter-wang-once' };
    const [first, second] = [await enter(body, CLERK, key), await enter(body, CLERK, key)];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.json<Assistant>().id).toBe(first.json<Assistant>().id);
  });

  describe('of two counties', () => {
    const said = (answer: TestAnswer) => [answer.status, answer.json<{ errors?: object[] }>().errors];

    it('has nobody on post in both on one day, and tells the second neither where nor who', async () => {
      const { identityNumber } = given();
      const person = await entered({ identityNumber });
      const other = { county: 'jiangchuan', identityNumber };
      const refused = await enter(given(other), 'county-jiangchuan');
      expect(said(refused)).toEqual([422, [expect.objectContaining({ pointer: '/identityNumber' })]]);
      for (const word of ['hongta', '红塔', person.id, '王协勤']) expect(refused.text).not.toContain(word);
      await act('off-post', person, { lastDay: '2026-01-31', reason: '调往外县' });
      expect((await enter(given({ ...other, onPostFrom: '2026-01-31' }), 'county-jiangchuan')).status).toBe(
        422,
      );
      expect((await enter(given({ ...other, onPostFrom: '2026-02-01' }), 'county-jiangchuan')).status).toBe(
        201,
      );
      // The first county cannot make the period longer over the second one’s days any more.
      const back = await server.request({
        method: 'PUT',
        url: `/api/roster/${person.id}`,
        as: CLERK,
        headers: { 'if-match': '"2"' },
        body: {
          ...{ name: '王协勤', employment: 'other', office: null },
          ...{ contractFrom: null, contractUntil: null, insuredSince: null },
          periods: [{ from: '2026-01-05', until: '2026-02-01', reason: '更正' }],
          reason: '更正',
        },
      });
      expect(said(back)).toEqual([422, [expect.objectContaining({ pointer: '/periods' })]]);
    });

    it('that enter one person at one moment, one succeeds', async () => {
      const { identityNumber } = given();
      const answers = await Promise.all([
        enter(given({ identityNumber })),
        enter(given({ identityNumber, county: 'jiangchuan' }), 'county-jiangchuan'),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    });

    it('is seen by each as its own, also by the function that looks across', async () => {
      const app = new Client({ connectionString: server.database.appUrl });
      await app.connect();
      const look = `select on_post_elsewhere('hongta', '{none}', '{2025-01-01}', '{null}') as elsewhere`;
      const rows = await under<{ county_id: string }>(
        app,
        { counties: ['hongta'] },
        look,
        'select distinct county_id from assistant',
      );
      expect(rows).toEqual([{ county_id: 'hongta' }]);
      expect(await under(app, {}, look, 'select 1 from assistant')).toEqual([]);
      await app.end();
    });
  });

  describe('after the time for which personal data are kept', () => {
    const erase = () => server.app.get(RetentionService).eraseExpired();
    const leftBefore = async (months: string): Promise<string> => {
      const { id } = await entered();
      await server.sql(
        `update assistant_post set from_day = '2020-01-01', until_day = (now() - $2::interval)::date where assistant_id = $1`,
        [id, months],
      );
      return id;
    };

    it('has no name and no number of who left, and counts them all the same', async () => {
      const [gone, lately, here] = [
        await leftBefore('25 months'),
        await leftBefore('23 months'),
        (await entered()).id,
      ];
      const before = (await monthsOf('leader', 'program=assistants&year=2023')).counties[0];
      expect(await erase()).toMatchObject({ assistants: 1 });
      expect(await erase()).toMatchObject({ assistants: 0 });
      const { people } = await rosterOf('hongta', CLERK);
      const of = (id: string) => people.find((one) => one.id === id);
      expect(of(gone)).toMatchObject({ name: null, identityNumber: null, bankCard: null, version: 2 });
      expect([of(lately)?.name, of(here)?.name]).toEqual(['王协勤', '王协勤']);
      expect((await monthsOf('leader', 'program=assistants&year=2023')).counties[0]).toEqual(before);
    });

    it('keeps the invented people of the demonstration', async () => {
      await erase();
      expect(await server.sql(`select 1 from assistant where demonstration and name is null`)).toEqual([]);
    });
  });

  it('gives the invented people their numbers once, each opening in its own row', async () => {
    const keys = await readKeys(environmentOf(), () => undefined);
    const stored = () =>
      server.sql<{ id: string; identity: string; hash: string }>(
        `select assistant_id as id, identity_cipher as identity, identity_hash as hash from assistant where demonstration order by 1`,
      );
    await fillDemonstrationNumbers(server.database.ownerUrl, keys);
    const first = await stored();
    await fillDemonstrationNumbers(server.database.ownerUrl, keys);
    expect(await stored()).toEqual(first);
    const cipher = server.app.get(ColumnCipherService);
    const numbers = first.map(({ id, identity }) =>
      cipher.decrypt(identity, ENCRYPTED_COLUMNS.assistantIdentity, id),
    );
    expect(numbers.every((one) => /^530499\d{11}[\dX]$/.test(one))).toBe(true);
    expect(new Set(first.map(({ hash }) => hash)).size).toBe(first.length);
  });
});
