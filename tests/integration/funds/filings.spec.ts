import type { Filing } from '@yuheng/shared/contract/ledger';
import { afterEachEveryRuleHolds } from '../../support/rules-of-money';
import { startServer, type TestServer } from '../../support/server';
import { trailOf } from '../../support/trail-of';

const FILING = {
  program: 'assistants',
  year: 2026,
  county: 'hongta',
  document: 'implementationPlan',
  recipient: 'cityJustice',
};
const SAID = { filedOn: '2026-03-17', documentNumber: '演示司发〔2026〕2号' };

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server?.close());
afterEachEveryRuleHolds(() => server);

describe('the filings of a year', () => {
  it('are both documents with both bureaus of every county with posts, also where none was ever written', async () => {
    await server.sql('delete from filing where year = 2026');
    const answer = await server.request({
      url: '/api/filings?program=assistants&year=2026',
      as: 'county-yimen',
    });
    const { filings } = answer.json<{ filings: Filing[] }>();
    expect(
      filings.map(({ county, document, recipient, filedOn }) => [county, document, recipient, filedOn]),
    ).toEqual([
      ['yimen', 'implementationPlan', 'cityFinance', null],
      ['yimen', 'implementationPlan', 'cityJustice', null],
      ['yimen', 'transferDocument', 'cityFinance', null],
      ['yimen', 'transferDocument', 'cityJustice', null],
    ]);
  });
});

describe('a filing that was registered wrongly', () => {
  const file = (said: object = SAID) =>
    server.request({
      method: 'POST',
      url: '/api/filings',
      as: 'county-hongta',
      body: { ...FILING, ...said },
    });
  const withdraw = (filedOn: string, as = 'officer-1') =>
    server.request({
      method: 'POST',
      url: '/api/filings/withdrawal',
      as,
      body: { ...FILING, filedOn, reason: '日期登记有误' },
    });

  it('is taken back by the program officer alone, for a reason that the trail keeps with what it said, and registered anew', async () => {
    expect((await file()).status).toBe(201);
    expect((await file()).status).toBe(409);
    expect((await withdraw(SAID.filedOn, 'county-hongta')).status).toBe(403);
    const answer = await withdraw(SAID.filedOn);
    expect([answer.status, answer.json<Filing>().filedOn]).toEqual([200, null]);
    const id = 'assistants/2026/hongta/implementationPlan/cityJustice';
    expect(await trailOf(server, 'filing.withdraw', id)).toMatchObject([
      {
        outcome: 'done',
        reason: '日期登记有误',
        before: { ...SAID, filedBy: 'county-hongta' },
        after: { filedOn: null },
      },
    ]);
    expect((await file({ ...SAID, filedOn: '2026-03-18' })).json<Filing>().filedOn).toBe('2026-03-18');
  });

  it('is not taken back on the word of a day that somebody has changed meanwhile, and of two who try one does', async () => {
    expect((await withdraw(SAID.filedOn)).status).toBe(409);
    const both = await Promise.all(['officer-1', 'officer-2'].map((as) => withdraw('2026-03-18', as)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});
