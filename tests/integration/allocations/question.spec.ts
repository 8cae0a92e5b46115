import type { AllocationQuestion } from '@yuheng/shared/contract/allocation-scenarios';
import { canonicalJson } from '@yuheng/shared/domain/canonical-json';
import { createHash } from 'node:crypto';
import { startServer, type TestServer } from '../../support/server';

const COUNTIES = [
  'hongta',
  'jiangchuan',
  'chengjiang',
  'tonghai',
  'huaning',
  'yimen',
  'eshan',
  'xinping',
  'yuanjiang',
];
const POSTS = [25, 15, 11, 19, 13, 14, 15, 21, 17];

describe('the question of a split', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer();
  });

  afterAll(() => server?.close());

  const ask = (query: string) => server.request({ url: `/api/allocation-question?${query}`, as: 'leader' });
  const read = async (query = 'program=assistants&year=2026'): Promise<AllocationQuestion> =>
    (await ask(query)).json<AllocationQuestion>();
  const evidenceOf = async (query?: string) => {
    const { evidence } = await read(query);
    if (!evidence) throw new Error('There is no evidence.');
    return evidence;
  };
  const runOf = async (where: string): Promise<string> => {
    const [row] = await server.sql<{ id: string }>(
      `select run_id as id from scoring_run s join evaluation_round e using (city_id, round_id) where ${where} limit 1`,
    );
    return row?.id ?? '';
  };

  it('starts from the published split, in official order, at one amount a post', async () => {
    const { counties, fenPerPost, lastSplit, year, evaluatedYear } = await evidenceOf();
    expect(counties.map(({ county }) => county)).toEqual(COUNTIES);
    expect(counties.map(({ lastPosts }) => lastPosts)).toEqual(POSTS);
    expect(counties.map(({ lastFen }) => lastFen)).toEqual(POSTS.map((posts) => posts * 1_200_000));
    expect({ fenPerPost, year, evaluatedYear }).toEqual({
      fenPerPost: 1_200_000,
      year: 2026,
      evaluatedYear: 2025,
    });
    expect(lastSplit).toEqual({
      year: 2025,
      publication: 2025,
      source: expect.objectContaining({ zh: '现行分配见2025年项目文本“六、资金安排情况”' }),
    });
  });

  it('holds every gathered month of three years up to the evaluated one, with figures and stages as they were reported', async () => {
    const [hongta] = (await evidenceOf()).counties;
    expect(hongta?.months.map(({ month }) => month)).toEqual(
      [2024, 2025].flatMap((year) =>
        Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`),
      ),
    );
    const [stored] = await server.sql<Record<string, number | string>>(
      `select w.persons_on_post as "onPost", w.stage as "onPostStage", (k.supervised_at_start + k.supervised_at_end) / 2.0 as supervised,
         k.resettled, k.assessments, s.stage as "workloadStage"
       from wage_month w join workload_month k using (city_id, county_id, program_id, month)
       join sheet s on s.county_id = k.county_id and s.month = k.month and s.kind = 'workload'
       where w.county_id = 'hongta' and w.month = '2025-07'`,
    );
    const july = hongta?.months.find(({ month }) => month === '2025-07');
    expect({ ...july, supervised: Number(july?.supervised) }).toEqual({
      month: '2025-07',
      ...stored,
      supervised: Number(stored?.['supervised']),
    });
    expect(hongta?.justiceOffices).toBeGreaterThan(5);
  });

  it('takes a figure that was given back for one that nobody reported', async () => {
    await server.sql(
      `update sheet set stage = 'returned', return_reason = '请核对', approved_by = null, approved_at = null, approved_on = null
       where kind = 'workload' and county_id = 'yimen' and month = '2025-12'`,
    );
    const yimen = (await evidenceOf()).counties.find(({ county }) => county === 'yimen');
    expect(yimen?.months.find(({ month }) => month === '2025-12')).toMatchObject({
      supervised: null,
      resettled: null,
      assessments: null,
      workloadStage: 'returned',
    });
  });

  it('takes scores from the department evaluation finalised in time, leaf by leaf, as they are printed', async () => {
    const { results } = await read();
    const { scoring, counties } = await evidenceOf();
    expect(results).toEqual([
      {
        run: scoring?.run,
        kind: 'departmentEvaluation',
        year: 2025,
        finalisedOn: scoring?.finalisedOn,
        isDefault: true,
      },
    ]);
    const stored = await server.sql<{ county: string; total: string }>(
      `select county_id as county, answer ->> 'total' as total from scoring_result where run_id = $1`,
      [scoring?.run],
    );
    expect(Object.fromEntries(counties.map(({ county, total }) => [county, total]))).toEqual(
      Object.fromEntries(stored.map(({ county, total }) => [county, total])),
    );
    for (const one of counties) {
      expect(one.leaves.map(({ indicator }) => indicator)).toEqual(
        scoring?.leaves.map(({ indicator }) => indicator),
      );
    }
    const marked = scoring?.leaves.filter(({ aggregate }) => aggregate !== null) ?? [];
    expect(marked.length).toBeGreaterThan(0);
    const [leaf] = marked;
    expect(counties[0]?.leaves.find(({ indicator }) => indicator === leaf?.indicator)?.marks).toHaveLength(3);
    expect(JSON.stringify(counties)).not.toContain('evaluator-');
  });

  it('says why a result that is not finalised moves nothing', async () => {
    const { later } = await read();
    expect(later.map(({ zh }) => zh)).toEqual(['2025年度财政评价尚未定案，不用于2026年的资金分配测算。']);
  });

  it('is the same to the byte whoever reads it, and its hash is that of its canonical form', async () => {
    const { evidence, evidenceSha256 } = await read();
    // The run has another id in every installation; the hash of its inputs stands for it.
    const { run: _, ...scoring } = evidence?.scoring ?? {};
    expect(
      createHash('sha256')
        .update(canonicalJson({ ...evidence, scoring }))
        .digest('hex'),
    ).toBe(evidenceSha256);
    const [first, again] = [
      await ask('program=assistants&year=2026'),
      await server.request({
        url: '/api/allocation-question?program=assistants&year=2026',
        as: 'finance',
      }),
    ];
    expect(again.text).toBe(first.text);
  });

  it('takes a result of another year as no evidence, with the reason, and a run that is not there as not found', async () => {
    const run = await runOf('e.year = 2024 and e.finalised_run_id = run_id');
    const answer = await read(`program=assistants&year=2026&scoringRun=${run}`);
    expect([answer.evidence, answer.evidenceSha256]).toEqual([null, null]);
    expect(answer.obstacle?.zh).toMatch(
      /^2024年度部门评价于2025年\d+月\d+日定案，.*用于2025年的分配，不用于2026年。$/,
    );
    expect(
      (await ask('program=assistants&year=2026&scoringRun=00000000-0000-4000-8000-000000000000')).status,
    ).toBe(404);
  });

  it('a mediation year has no question: the split in force stays until claims are gathered', async () => {
    const answer = await read('program=mediation&year=2026');
    expect(answer.evidence).toBeNull();
    expect(answer.obstacle?.zh).toBe('该项目尚未归集数据，维持现行分配；待归集申报数据后再行测算。');
    expect(
      answer.lastSplit?.counties.map(({ county, posts, fen }) => [county, posts, fen]).slice(0, 2),
    ).toEqual([
      ['hongta', null, 18_000_000],
      ['jiangchuan', null, 8_000_000],
    ]);
  });

  it('a year before every published text has nothing to start from, and says what to do', async () => {
    const answer = await read('program=assistants&year=2022');
    expect([answer.evidence, answer.lastSplit]).toEqual([null, null]);
    expect(answer.obstacle?.zh).toContain(
      '请先在“官方文本”载入该年度的文本，或者在“历年分配”载入该年度的分配表',
    );
  });

  it('the split of a year starts from the text of a year before it, never from its own', async () => {
    expect((await evidenceOf('program=assistants&year=2025')).lastSplit.publication).toBe(2022);
  });

  it('the careful defaults stand in for a policy until one is published', async () => {
    const { policy } = await read();
    expect([policy.version, policy.name]).toEqual([null, null]);
    expect(policy.settings).toMatchObject({ maximumChange: { parts: 1 }, firmness: { gate: true } });
  });
});
