import type { Mailbox } from '@yuheng/shared/contract/mailboxes';
import { startServer, type TestAnswer, type TestServer } from '../../support/server';
import { trailOf } from '../../support/trail-of';

describe('the mailboxes of bureaus', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer();
  });

  afterAll(() => server?.close());

  const list = async (): Promise<Mailbox[]> =>
    (await server.request({ url: '/api/mailboxes', as: 'officer-1' })).json<{ mailboxes: Mailbox[] }>()
      .mailboxes;
  const change = (
    address: string | null,
    version: number,
    { as = 'officer-1', unit = 'countyFinance/yimen' } = {},
  ): Promise<TestAnswer> =>
    server.request({
      method: 'PUT',
      url: `/api/mailboxes/${unit}`,
      as,
      headers: { 'if-match': `"${version}"` },
      body: { address },
    });

  it('are those of the two bureaus of the city and of each county, none of them entered by the installation', async () => {
    const mailboxes = await list();
    expect(mailboxes).toHaveLength(20);
    expect(mailboxes.slice(0, 4).map(({ name }) => name)).toEqual([
      '玉溪市司法局',
      '玉溪市财政局',
      '红塔区司法局',
      '红塔区财政局',
    ]);
    expect(mailboxes.every(({ address, version }) => address === null && version === 0)).toBe(true);
  });

  it('are entered, changed and removed by the program office, each time in the trail', async () => {
    expect((await change(' czj@yimen.example.gov.cn ', 0)).json()).toMatchObject({
      name: '易门县财政局',
      address: 'czj@yimen.example.gov.cn',
      version: 1,
    });
    expect((await change('bgs@yimen.example.gov.cn', 1)).json()).toMatchObject({ version: 2 });
    expect((await change(null, 2)).json()).toMatchObject({ address: null, version: 3 });
    // A removed mailbox goes on with its version: what was read before it was removed does not bring it back.
    expect((await change('czj@yimen.example.gov.cn', 0)).status).toBe(409);
    const trail = await trailOf(server, 'mailbox.change', 'countyFinance/yimen');
    expect(trail.map(({ before, after }) => [before, after])).toEqual([
      [{ address: null }, { address: 'czj@yimen.example.gov.cn' }],
      [{ address: 'czj@yimen.example.gov.cn' }, { address: 'bgs@yimen.example.gov.cn' }],
      [{ address: 'bgs@yimen.example.gov.cn' }, { address: null }],
      ...trail.slice(3).map(({ before, after }) => [before, after]),
    ]);
    expect(trail[3]).toMatchObject({ outcome: 'refused' });
  });

  it('take one of eight first addresses that come at the same moment', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        change(`a${index}@eshan.example.gov.cn`, 0, { unit: 'countyJustice/eshan' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)]);
    const stored = (await list()).find(({ party, place }) => party === 'countyJustice' && place === 'eshan');
    expect(stored?.version).toBe(1);
  });

  it.each(['leader', 'inspector', 'county-yimen', 'system-admin'])('are not for %s', async (as) => {
    expect((await server.request({ url: '/api/mailboxes', as })).status).toBe(403);
    expect((await change(null, 0, { as })).status).toBe(403);
  });

  it('are refused by the database itself where an address could become a header', async () => {
    const insert = (address: string) =>
      server.sql(
        `insert into office_mailbox values ('530400', 'cityFinance', '530400', $1, 1, 'officer-1', now())`,
        [address],
      );
    for (const address of ['a@b.cn\r\nBcc: c@d.cn', 'a@b.cn,c@d.cn', 'a b@c.cn', 'a@b.cn\n'])
      await expect(insert(address)).rejects.toThrow(/ck_office_mailbox__address/);
  });
});
