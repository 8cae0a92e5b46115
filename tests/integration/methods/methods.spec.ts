import { newWorkbook } from '@yuheng/backend/workbooks/new-workbook';
import type { MethodDefinition, MethodDraft } from '@yuheng/shared/contract/evaluation-methods';
import { ASSISTANTS_METHOD } from '@yuheng/shared/domain/scoring/assistants-method';
import { METHOD_PRESETS } from '@yuheng/shared/domain/scoring/presets/presets';
import { formOf, startServer, type TestServer } from '../../support/server';

const OF = '?program=assistants';
const OFFICER = 'officer-1';
const PUBLICATION = { documentNumber: '玉司发〔2026〕3号', publishedOn: '2026-03-20' };

describe('evaluation methods', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer();
  });

  afterAll(() => server?.close());

  type From = { kind: 'version'; version: number } | { kind: 'preset'; preset: string } | { kind: 'empty' };
  async function begin(from: From = { kind: 'version', version: 1 }): Promise<MethodDraft> {
    const answer = await server.request({
      method: 'POST',
      url: `/api/methods/drafts${OF}`,
      as: OFFICER,
      body: { from },
    });
    return answer.json<MethodDraft>();
  }
  const save = (draft: MethodDraft, definition: MethodDefinition, lock = draft.lock) =>
    server.request({
      method: 'PUT',
      url: `/api/methods/drafts/${draft.draft}`,
      as: OFFICER,
      headers: { 'if-match': `"${lock}"` },
      body: { name: draft.name, basis: '局长办公会〔2026〕3号', definition },
    });
  const publish = (
    draft: MethodDraft,
    lock: number,
    supersedes: number | null = draft.inForce,
    as = OFFICER,
  ) =>
    server.request({
      method: 'POST',
      url: `/api/methods/drafts/${draft.draft}/publication`,
      as,
      headers: { 'if-match': `"${lock}"` },
      body: { ...PUBLICATION, supersedes },
    });
  const withMarks = (
    { indicators, ...rest }: MethodDefinition,
    marks: Record<string, string>,
  ): MethodDefinition => ({
    ...rest,
    indicators: indicators.map((one) =>
      marks[one.id] === undefined ? one : { ...one, marks: marks[one.id] },
    ),
  });
  const versions = async (): Promise<number[]> =>
    (await server.request({ url: `/api/methods${OF}`, as: 'leader' }))
      .json<{ versions: { version: number }[] }>()
      .versions.map(({ version }) => version);

  it('a draft is kept as it was typed, and says at once what forbids its publication', async () => {
    const draft = await begin();
    const saved = await save(draft, withMarks(draft.definition, { satisfaction: '6.x' }));
    expect(saved.status).toBe(200);
    const now = saved.json<MethodDraft>();
    expect(now.lock).toBe(draft.lock + 1);
    expect(now.check.map(({ severity, pointer }) => [severity, pointer])).toEqual([
      ['error', '/method/indicators/13/marks'],
    ]);
    expect(now.changes.map(({ kind, indicator }) => [kind, indicator])).toContainEqual([
      'marksChanged',
      'satisfaction',
    ]);
  });

  it('of two tabs the second to save is told, and what the first one saved stays', async () => {
    const draft = await begin();
    const first = withMarks(draft.definition, { satisfaction: '6', implementationBenefit: '4' });
    expect((await save(draft, first)).status).toBe(200);
    const second = await save(draft, withMarks(draft.definition, { onPostRate: '14' }));
    expect(second.status).toBe(409);
    const kept = await server.request({ url: `/api/methods/drafts/${draft.draft}`, as: 'leader' });
    expect(kept.json<MethodDraft>().definition).toEqual(first);
  });

  it('101 marks are refused with what is too many, and nothing is published', async () => {
    const draft = await begin();
    await save(draft, withMarks(draft.definition, { satisfaction: '6' }));
    const refused = await publish(draft, draft.lock + 1);
    expect(refused.status).toBe(422);
    expect(refused.json<{ errors: { pointer: string; detail: string }[] }>().errors).toEqual([
      {
        pointer: '/definition/indicators',
        detail: '各指标分值合计101分，应为100分，多1分，请调整分值。',
      },
    ]);
    expect(await versions()).toEqual([1]);
  });

  it('what is simulated is stored nowhere, and marks of evaluators are re-scaled with that said', async () => {
    const draft = await begin();
    await save(draft, withMarks(draft.definition, { satisfaction: '10', wageTimeliness: '10' }));
    const counts = async (): Promise<unknown> =>
      server.sql(
        `select (select count(*) from scoring_run) as runs, (select count(*) from scoring_result) as results,
           (select md5(string_agg(d::text, '' order by draft_id)) from method_draft d) as drafts`,
      );
    const before = await counts();
    const answer = await server.request({
      url: `/api/methods/drafts/${draft.draft}/simulation?year=2025`,
      as: 'leader',
    });
    const simulated = answer.json<{
      against: { version: number };
      rescaled: { id: string; from: string; to: string }[];
      counties: { county: string; difference: string; before: { total: string }; moved: { id: string }[] }[];
    }>();
    expect(await counts()).toEqual(before);
    expect(simulated.against.version).toBe(1);
    expect(simulated.rescaled).toMatchObject([{ id: 'satisfaction', from: '5', to: '10' }]);
    expect(simulated.counties).toHaveLength(9);
    expect(simulated.counties.flatMap(({ moved }) => moved.map(({ id }) => id)).sort()).toEqual(
      expect.arrayContaining(['satisfaction', 'wageTimeliness']),
    );
    const finalised = await server.sql<{ county: string; total: string }>(
      `select r.county_id as county, r.answer ->> 'total' as total from scoring_result r
       join evaluation_round e on e.finalised_run_id = r.run_id where e.year = 2025`,
    );
    // By its rules alone version 1 gives what was finalised, where no exception, deliberation or ruling changed a mark.
    const same = simulated.counties.filter(
      ({ county, before: { total } }) => finalised.find((one) => one.county === county)?.total === total,
    );
    expect(same.length).toBeGreaterThan(0);
    expect(simulated.counties.map(({ difference }) => difference).join()).toMatch(/^(-?\d+(\.\d+)?,?){9}$/);
    expect(JSON.stringify(simulated)).not.toMatch(/grade|rank/);
  });

  it('of two who publish at once one makes the next version, the other is told, and it never changes', async () => {
    const draft = await begin();
    const definition = withMarks(draft.definition, { satisfaction: '6', implementationBenefit: '4' });
    await save(draft, definition);
    const other = await begin();
    await save(other, definition);
    const answers = await Promise.all([
      publish(draft, draft.lock + 1),
      publish(draft, draft.lock + 1, 1, 'officer-2'),
      publish(other, other.lock + 1),
    ]);
    expect(answers.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(1);
    expect(
      answers.map(({ status }) => status).filter((status) => status === 404 || status === 409),
    ).toHaveLength(2);
    expect(await versions()).toEqual([2, 1]);
    const read = await server.request({ url: `/api/methods/versions/2${OF}`, as: 'county-hongta' });
    expect(read.json()).toMatchObject({
      version: 2,
      basedOn: 1,
      documentNumber: PUBLICATION.documentNumber,
      definition,
    });
    await expect(
      server.sql(`update evaluation_method set definition = '{}' where version = 2`),
    ).rejects.toThrow(/append-only/);
  });

  it('who is not of the city finds no draft; an evaluator reads the version of its round', async () => {
    const draft = await begin();
    const list = async (as: string) =>
      (await server.request({ url: `/api/methods${OF}`, as })).json<{
        versions: unknown[];
        drafts: unknown[];
      }>();
    expect((await list('county-hongta')).drafts).toEqual([]);
    expect((await list('county-hongta')).versions.length).toBeGreaterThan(0);
    const evaluator = await list('evaluator-1');
    expect([evaluator.versions.length, evaluator.drafts.length]).toEqual([1, 0]);
    expect(evaluator.versions).toMatchObject([{ version: 1, publishedBy: null }]);
    const workbook = await server.request({
      url: `/api/methods/drafts/${draft.draft}/workbook`,
      as: 'inspector',
    });
    expect(workbook.status).toBe(200);
  });

  const read = (bytes: Buffer) =>
    server.request({
      method: 'POST',
      url: '/api/methods/file',
      as: OFFICER,
      ...formOf(bytes, { name: '办法.xlsx' }),
    });
  const workbookOf = async (draft: MethodDraft): Promise<Buffer> =>
    (await server.request({ url: `/api/methods/drafts/${draft.draft}/workbook`, as: OFFICER })).bytes;

  it.each(['departmentFramework', 'selfEvaluation', 'inspectionLed'])(
    'the workbook of the preset %s comes back exactly',
    async (preset) => {
      const draft = await begin({ kind: 'preset', preset });
      const answer = await read(await workbookOf(draft));
      expect(answer.status).toBe(200);
      expect(answer.json<{ definition: MethodDefinition }>().definition).toEqual(
        METHOD_PRESETS.find(({ id }) => id === preset)?.method,
      );
    },
  );

  it('whatever is wrong in a workbook is told at its sheet and cell, all at once', async () => {
    const workbook = await newWorkbook();
    await workbook.xlsx.load((await workbookOf(await begin())) as never);
    const [table, settings] = workbook.worksheets;
    const columnOf = (heading: string): number => {
      const values = table?.getRow(3).values as (string | undefined)[];
      return values.indexOf(heading);
    };
    if (table) {
      table.getCell(4, columnOf('计分规则')).value = '看情况';
      table.getCell(6, columnOf('规则参数')).value = '扣一点';
      table.getCell(7, columnOf('责任单位')).value = { formula: 'A1', result: '县级司法局' };
    }
    if (settings) settings.getCell('B2').value = '两位';
    const refused = await read(Buffer.from(await workbook.xlsx.writeBuffer()));
    expect(refused.status).toBe(422);
    const errors = refused.json<{ errors: { pointer: string; detail: string }[] }>().errors;
    expect(errors.map(({ pointer }) => pointer.replace(/[A-Z]+(?=\d+$)/, ''))).toEqual([
      '/指标体系/7',
      '/指标体系/4',
      '/指标体系/6',
      '/办法设置/2',
    ]);
    expect(errors[1]?.detail).toMatch(/^工作表“指标体系”单元格I4：没有“看情况”这种计分规则/);
  });

  it('JSON of the engine is taken with its figures as numbers', async () => {
    const numbers = JSON.stringify(ASSISTANTS_METHOD).replace(/"marks":"(\d+)"/g, '"marks":$1');
    const answer = await read(Buffer.from(numbers));
    expect(answer.json<{ definition: MethodDefinition }>().definition).toEqual(ASSISTANTS_METHOD);
  });
});
