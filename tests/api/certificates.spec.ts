import type { Certificate } from '@yuheng/shared/domain/certificates/certificate';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runYuheng } from '../golden/yuheng-process';
import { startServer, type TestAnswer, type TestServer } from '../support/server';
import { given, type Given } from './requests';

describe('certificates of stored runs', () => {
  let server: TestServer;
  let known: Given;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'yuheng-certificates-'));
    server = await startServer();
    known = await given(server);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await server?.close();
  });

  const download = (run: string, as = 'leader'): Promise<TestAnswer> =>
    server.request({ url: `/api/${run}/certificate`, as });
  const scores = () => download(`scoring-runs/${known.finalisedRun}`);
  const split = () => download(`allocation-runs/${known.allocationRun}`);

  /** Saves a file as a browser would and has the command line compute it again, with no server behind it. */
  function verified(text: string): { valid: boolean; differences: { pointer: string }[] } {
    writeFileSync(join(folder, 'downloaded.json'), text);
    const { status, stdout, stderr } = runYuheng(['verify', 'downloaded.json'], '', folder);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return JSON.parse(stdout) as ReturnType<typeof verified>;
  }

  it.each([
    ['scores', scores, /^attachment; filename="yuheng-scores-assistants-2025-[0-9a-f]{6}\.json"$/],
    ['a split', split, /^attachment; filename="yuheng-allocation-assistants-2026-[0-9a-f]{6}\.json"$/],
  ] as const)('that of %s is a file that verifies without the server', async (_, ask, name) => {
    const { status, headers, text } = await ask();
    expect(status).toBe(200);
    expect(headers['content-disposition']).toMatch(name);
    expect(verified(text)).toEqual({ valid: true, differences: [] });
  });

  it('with one digit of a score changed it does not verify, and says where', async () => {
    const { text } = await scores();
    const total = /"total":"(\d\d)\.(\d)\d"/.exec(text)?.[0] ?? '';
    const changed = total.replace(/\d"$/, (last) => (last === '9"' ? '8"' : '9"'));
    const { valid, differences } = verified(text.replace(total, changed));
    expect(valid).toBe(false);
    expect(differences.map(({ pointer }) => pointer)).toEqual([
      expect.stringMatching(/^\/answer\/[a-z]+\/total$/),
      '/hash',
    ]);
  });

  it('with one post moved from one county to another a split does not verify, and says where', async () => {
    const certificate = (await split()).json<Certificate & { answer: { parts: Record<string, number> } }>();
    const { parts } = certificate.answer;
    parts['hongta'] = (parts['hongta'] ?? 0) + 1;
    parts['eshan'] = (parts['eshan'] ?? 0) - 1;
    const { valid, differences } = verified(JSON.stringify(certificate));
    expect(valid).toBe(false);
    expect(differences.map(({ pointer }) => pointer).sort()).toEqual([
      '/answer/parts/eshan',
      '/answer/parts/hongta',
      '/hash',
    ]);
  });

  it('its input hash is the one that the run shows, and a split names the scores that it rests on', async () => {
    const pages = await Promise.all(
      [`/api/scoring-runs/${known.finalisedRun}`, `/api/allocation-runs/${known.allocationRun}`].map(
        async (url) => (await server.request({ url, as: 'leader' })).json<{ inputsSha256: string }>(),
      ),
    );
    const [scored, allocated] = [(await scores()).json<Certificate>(), (await split()).json<Certificate>()];
    expect([scored.inputHash, allocated.inputHash]).toEqual(pages.map(({ inputsSha256 }) => inputsSha256));
    expect(allocated.input['scoring']).toBe(scored.inputHash);
  });

  it('says of demonstration data that they are, and of a draft that it is one', async () => {
    const marks = async (answer: Promise<TestAnswer>) =>
      (await answer).json<{ about: { marks: string[] } }>().about.marks.map((mark) => mark.split(' / ')[0]);
    expect(await marks(scores())).toEqual(['演示数据，不作为任何依据']);
    expect(await marks(download(`scoring-runs/${known.draftRun}`))).toEqual([
      '演示数据，不作为任何依据',
      '待审核，尚未定案',
    ]);
    expect(await marks(split())).toEqual(['演示数据，不作为任何依据', '测算稿，不作为分配依据']);
  });

  it('is read again without a body where it is known', async () => {
    const { headers } = await split();
    const again = await server.request({
      url: `/api/allocation-runs/${known.allocationRun}/certificate`,
      as: 'leader',
      headers: { 'if-none-match': headers['etag'] ?? '' },
    });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('a run of the first release, which froze its policy by name, is written out and verifies', async () => {
    const units = [
      { id: 'hongta', lastPosts: 25, lastFen: 30_000_000, score: '95.94', floor: 24, onPost: 25 },
      { id: 'yuanjiang', lastPosts: 17, lastFen: 20_400_000, score: '60.00', floor: 18, onPost: 12 },
    ];
    const inputs = { policy: 'careful-1', year: 2027, fenPerPost: 1_200_000, publication: 2025, units };
    const label = { zh: '测算稿，稳定性未检验，不作为分配依据', en: 'Trial calculation' };
    // 25 × 1.0797 and 17 × 0.9 of 42 posts: 26.8 and 15.2, one post a year at most, the floor no higher than 17.
    const counties = [
      { county: 'hongta', part: 25, fen: 30_000_000 },
      { county: 'yuanjiang', part: 17, fen: 20_400_000 },
    ];
    const run = '11111111-1111-4111-8111-111111111111';
    await server.sql(
      `insert into allocation_run (city_id, run_id, program_id, year, scoring_run_id, engine_version, inputs,
         inputs_sha256, answer, created_at)
       values ('530400', $1, 'assistants', 2027, $2, '1.0.0', $3, $4, $5, now())`,
      [run, known.finalisedRun, inputs, '0'.repeat(64), { label, counties }],
    );
    const { status, text } = await download(`allocation-runs/${run}`);
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({
      engine: '1.0.0',
      about: { inputsSha256: '0'.repeat(64) },
      answer: { parts: { hongta: 25, yuanjiang: 17 } },
    });
    expect(verified(text)).toEqual({ valid: true, differences: [] });
  });
});
