import type { ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Problem } from '@yuheng/shared/contract/problem';
import { loadOf, textOfYear } from '../../api/requests';
import { startServer, type TestServer } from '../../support/server';
import { emptyTrail, entriesAfter, entriesAt, lastSeq } from './given-trail';

type Page = ResponseOf<typeof endpoints.listAuditEntries>;

describe('the audit administrator reads the trail', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer();
  });

  afterAll(() => server?.close());

  const page = async (query = ''): Promise<Page> => {
    const answer = await server.request({ url: `/api/audit${query}`, as: 'audit-admin' });
    expect([query, answer.status]).toEqual([query, 200]);
    return answer.json<Page>();
  };
  const seqs = async (query: string): Promise<number[]> => (await page(query)).entries.map(({ seq }) => seq);

  it('in pages of a hundred, the latest first, without a gap and without an end too early', async () => {
    await emptyTrail(server);
    await entriesAt(
      server,
      Array.from({ length: 205 }, () => '2026-03-01T00:00:00.000Z'),
    );
    const all: number[] = [];
    let below = '';
    const sizes: number[] = [];
    for (;;) {
      const { entries, more } = await page(below);
      sizes.push(entries.length);
      all.push(...entries.map(({ seq }) => seq));
      if (!more) break;
      below = `?below=${all.at(-1)}`;
    }
    const last = all[0] ?? 0;
    expect(all).toEqual(Array.from({ length: last }, (_, i) => last - i));
    expect(sizes.slice(0, 2)).toEqual([100, 100]);
    expect(last).toBeGreaterThanOrEqual(205);
  });

  it('says of a page of exactly a hundred that nothing follows', async () => {
    const { entries, more } = await page('?below=101');
    expect([entries.length, entries.at(-1)?.seq, more]).toEqual([100, 1, false]);
  });

  it('and finds an act by each of its marks, and by all of them together', async () => {
    const before = await lastSeq(server);
    const text = textOfYear(2031);
    const [loaded, again] = [await server.request(loadOf(text)), await server.request(loadOf(text))];
    expect([loaded.status, again.status]).toEqual([201, 409]);
    const [done, refused] = (await entriesAfter(server, before)).filter(
      ({ content }) => content.act === 'publication.load',
    );
    const [first, second] = [done?.seq ?? 0, refused?.seq ?? 0];
    expect(second).toBe(first + 1);
    expect(await seqs('?act=publication.load')).toEqual([second, first]);
    expect(await seqs('?actor=officer-1&act=publication.load&outcome=refused')).toEqual([second]);
    expect(await seqs('?objectKind=publication&objectId=2031')).toEqual([second, first]);
    expect(await seqs(`?requestId=${done?.content.requestId}`)).toEqual([first]);
    expect(await seqs(`?objectKind=publication&objectId=2031&below=${second}`)).toEqual([first]);
    expect(await seqs('?actor=officer-2&act=publication.load')).toEqual([]);
    const [entry] = (await page(`?requestId=${done?.content.requestId}`)).entries;
    expect(entry).toEqual({
      seq: first,
      at: done?.at.toISOString(),
      hash: done?.hash,
      content: {
        act: 'publication.load',
        actor: { account: expect.any(String), username: 'officer-1' },
        roles: ['programOfficer'],
        object: { kind: 'publication', id: '2031' },
        outcome: 'done',
        after: { title: expect.any(String), sha256: expect.any(String) },
        requestId: expect.any(String),
        address: '127.0.0.1',
      },
    });
  });

  it('and finds who saw personal data, and nothing else', async () => {
    await server.sql(
      `select append_audit('530400', 'sha256', '{"act":"account.disclosePhone","actor":null,"address":null,"object":null,"outcome":"done","personalData":true,"requestId":null,"roles":[]}')`,
    );
    const { entries } = await page('?personalData=true');
    expect(entries.map(({ content }) => content.act)).toEqual(['account.disclosePhone']);
  });

  it('by days of Beijing time: an entry at 16:00 UTC belongs to the next day', async () => {
    await emptyTrail(server);
    await entriesAt(server, [
      '2026-03-09T15:59:59.999Z',
      '2026-03-09T16:00:00.000Z',
      '2026-03-10T15:59:59.999Z',
      '2026-03-10T16:00:00.000Z',
    ]);
    expect(await seqs('?from=2026-03-10&to=2026-03-10')).toEqual([3, 2]);
    expect(await seqs('?to=2026-03-10')).toEqual([3, 2, 1]);
    expect(await seqs('?to=2026-03-10&below=3')).toEqual([2, 1]);
    expect(await seqs('?to=2026-03-10&below=1000')).toEqual([3, 2, 1]);
    expect(await seqs('?from=2026-03-11&to=2026-03-09')).toEqual([]);
    expect((await seqs('?from=2026-03-11')).at(-1)).toBe(4);
    expect(await seqs('?from=0000-01-01&to=2026-03-09')).toEqual([1]);
    expect(await seqs('?from=9999-12-31&to=9999-12-31')).toEqual([]);
  });

  it('with any text as a filter, which then finds nothing, or is refused where nothing can be stored by it', async () => {
    const unwritable = await server.request({ url: '/api/audit?actor=%00', as: 'audit-admin' });
    expect([unwritable.status, unwritable.json<Problem>().type]).toEqual([400, '/problems/invalid-request']);
    for (const text of ['%27%20or%201=1--', '%F0%9F%98%80', '%5C', '%22%7D'])
      for (const key of ['actor', 'act', 'objectKind', 'objectId', 'requestId'])
        expect(await seqs(`?${key}=${text}`)).toEqual([]);
  });

  it.each(['leader', 'officer-1', 'system-admin', 'security-admin', 'county-hongta', 'evaluator-1'])(
    'and %s does not, neither page nor file',
    async (as) => {
      for (const url of ['/api/audit', '/api/audit/export']) {
        const answer = await server.request({ url, as });
        expect([answer.status, answer.json<Problem>().type]).toEqual([403, '/problems/forbidden']);
      }
    },
  );

  it('and the function behind it answers nobody without the duty, whatever the code above forgets', async () => {
    for (const call of [
      `find_audit('530400', '{}', null, 10)`,
      `audit_records('530400', 0, 100, 10)`,
      `audit_range('530400', null, null)`,
    ])
      for (const duties of ['', 'accounts,security']) {
        const rows = await server.source.transaction(async (tx) => {
          await tx.query(`select set_config('yuheng.duties', $1, true)`, [duties]);
          return tx.query<unknown[]>(`select * from ${call}`);
        });
        expect([call, duties, rows]).toEqual([call, duties, []]);
      }
  });
});
