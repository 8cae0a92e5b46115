import { readFileSync } from 'node:fs';
import path from 'node:path';
import { given, textOfYear, upload } from '../api/requests';
import { startServer, type TestServer } from '../support/server';

interface Region {
  shortName: string;
  aliases: string[];
  code: string;
  history: { name: string; code: string }[];
}
const { counties } = JSON.parse(
  readFileSync(path.join(__dirname, '..', '..', 'backend', 'data', 'regions.json'), 'utf8'),
) as { counties: Region[] };
/** Short names stand in all of the longer ones. */
const REAL = [
  '玉溪',
  ...counties.flatMap((one) => [one.shortName, ...one.aliases, ...one.history.map(({ name }) => name)]),
];
const CODES = counties.flatMap((one) => one.history.map(({ code }) => code));

describe('YUHENG_DEMO_NAMES=anonymous', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer({ variables: { YUHENG_DEMO_NAMES: 'anonymous' } });
  });

  afterAll(() => server?.close());

  const expectHidden = (text: string): void => {
    expect(REAL.filter((name) => text.includes(name))).toEqual([]);
    expect(CODES.filter((code) => text.includes(`"${code}"`))).toEqual([]);
  };

  it('shows no real name of a county in any answer that a page asks for', async () => {
    const { finalisedRun, draftRun, allocationRun } = await given(server);
    const year = 'program=assistants&year=2025';
    const urls = [
      '/api/session',
      '/api/counties',
      `/api/overview?${year}`,
      '/api/overview?program=mediation&year=2025',
      '/api/overview?program=assistants&year=2026',
      `/api/counties/jiangchuan?${year}`,
      `/api/counties/yuanjiang?${year}`,
      `/api/funds?${year}`,
      `/api/inspections?${year}`,
      '/api/inspections/jiangchuan/2025-02?program=assistants',
      '/api/publications',
      '/api/publications/2025',
      '/api/publications/2022',
      `/api/scoring-runs?${year}`,
      `/api/scoring-runs/${finalisedRun}`,
      `/api/scoring-runs/${draftRun}`,
      `/api/scoring-runs/${finalisedRun}/counties/jiangchuan`,
      `/api/allocation-runs/${allocationRun}`,
    ];
    for (const url of urls) {
      const { status, text } = await server.request({ url, as: 'leader' });
      expect([url, status]).toEqual([url, 200]);
      expectHidden(text);
    }
    expectHidden((await server.request({ url: '/api/administration/places', as: 'system-admin' })).text);
  });

  it('calls the counties 演示甲县 … 演示壬县 in official order', async () => {
    const { text } = await server.request({ url: '/api/counties', as: 'leader' });
    const { counties: shown } = JSON.parse(text) as { counties: { name: string }[] };
    expect(shown.map(({ name }) => name)).toEqual([...'甲乙丙丁戊己庚辛壬'].map((stem) => `演示${stem}县`));
  });

  it('hides the names in an official text as well: in its sentences, its notes and its very wording', async () => {
    const { text, programs } = (await server.request({ url: '/api/publications/2025', as: 'leader' })).json<{
      text: string;
      programs: { amounts: { sentence: string; nameAsPrinted: string; fen: number }[] }[];
    }>();
    expect(text).toContain('演示甲县司法局300,000.00元');
    expect(text).toContain('演示市司法局2025年预算重点领域财政项目文本公开');
    expect(programs[0]?.amounts[0]).toMatchObject({ nameAsPrinted: '演示甲县', fen: 30_000_000 });
  });

  it('hides them in a preview and in what is refused, while the text itself is read by its real names', async () => {
    const preview = await server.request(upload('/api/publications/preview', textOfYear(2030)));
    expect(preview.status).toBe(200);
    expectHidden(preview.text);
    const wrong = textOfYear(2030).replace('红塔区司法局300,000.00元', '红塔区司法局300,001.00元');
    const refused = await server.request(upload('/api/publications/preview', wrong));
    expect(refused.status).toBe(422);
    expectHidden(refused.text);
  });
});
