import type { AllocationQuestion, AllocationScenario } from '@yuheng/shared/contract/allocation-scenarios';
import { certificateInput } from '@yuheng/shared/contract/engine/certificate';
import { proposeSplit } from '@yuheng/shared/domain/allocation/proposing/propose-split';
import type { AllocationSettings } from '@yuheng/shared/domain/allocation/settings/allocation-settings';
import { CAREFUL_SETTINGS } from '@yuheng/shared/domain/allocation/settings/settings-presets';
import { canonicalJson, type CanonicalValue } from '@yuheng/shared/domain/canonical-json';
import { verifyCertificate } from '@yuheng/shared/domain/certificates/verify-certificate';
import { createHash } from 'node:crypto';
import { startServer, type TestServer } from '../../support/server';

const OF = 'program=assistants&year=2026';
const OFFICER = 'officer-1';
const dayInChina = (moment: string): string =>
  new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10);
const bytes = (value: unknown): string => canonicalJson(value as CanonicalValue);

interface Saved {
  readonly scenario: AllocationScenario;
  readonly existing: boolean;
}
interface Refused {
  readonly detail: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

describe('scenarios', () => {
  let server: TestServer;
  let scoringRun: string;

  beforeAll(async () => {
    server = await startServer();
    scoringRun = (await question()).results[0]?.run ?? '';
  });

  afterAll(() => server?.close());

  const question = async (query = OF): Promise<AllocationQuestion> =>
    (await server.request({ url: `/api/allocation-question?${query}`, as: 'leader' })).json();
  /** Each test has settings of its own, so that it is the first to save them. */
  let seed = 0;
  const own = (changes: Partial<AllocationSettings> = {}): AllocationSettings => {
    seed += 1;
    return { ...CAREFUL_SETTINGS, ...changes, firmness: { ...CAREFUL_SETTINGS.firmness, runs: 200, seed } };
  };
  const post = (body: object, query = OF, as = OFFICER) =>
    server.request({ method: 'POST', url: `/api/allocation-scenarios?${query}`, as, body });
  const wish = (settings: AllocationSettings, name = '方案') => ({ name, settings, scoringRun });
  const save = async (settings: AllocationSettings, name?: string): Promise<Saved> => {
    const answer = await post(wish(settings, name));
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.json();
  };
  const read = async (id: string): Promise<AllocationScenario> =>
    (await server.request({ url: `/api/allocation-scenarios/${id}`, as: 'leader' })).json();
  const counts = async (): Promise<unknown> =>
    server.sql(
      'select (select count(*) from allocation_run) as runs, (select count(*) from allocation_scenario) as scenarios',
    );

  it('holds what the domain makes of the same evidence, to the byte', async () => {
    const settings = own();
    const { scenario, existing } = await save(settings, '绩效20%');
    const { evidence } = await question();
    const here = evidence && proposeSplit(evidence as never, settings, 'whole');
    if (!here?.ok) throw new Error('The evidence gives no split.');
    expect(existing).toBe(false);
    expect(bytes(scenario.proposal)).toBe(bytes(here.value));
    expect(scenario).toMatchObject({ name: '绩效20%', stale: null, decision: null, comments: [] });
    expect(scenario.proposal.counties.reduce((sum, { part }) => sum + part, 0)).toBe(150);
    expect(scenario.settings).toEqual(settings);
    expect(await read(scenario.id)).toEqual(scenario);
  });

  it('the demonstration has one by the careful defaults, which stands on its own day', async () => {
    const list = await server.request({ url: `/api/allocation-scenarios?${OF}`, as: 'finance' });
    const { scenarios } = list.json<{ scenarios: { name: string; stale: unknown }[] }>();
    expect(scenarios.at(-1)).toMatchObject({ name: '按谨慎缺省办法测算', stale: null });
  });

  it('is saved on the day of the demonstration for its readers, and says what it rests on', async () => {
    const { scenario } = await save(own());
    expect(dayInChina(scenario.createdAt)).toBe('2026-03-20');
    expect(scenario.document).toBeNull();
    const { evidence } = await question();
    expect(scenario.basis.map(({ zh }) => zh)).toEqual([
      `${evidence?.lastSplit.source.zh}。`,
      expect.stringMatching(
        /^评价结果：2025年度部门评价，2026年\d+月\d+日定案.*；只计由县级司法行政部门负责的指标/,
      ),
      '归集数据：2025年1月至12月。',
    ]);
    const none = { ...own(), performance: { mode: 'none' } } as const;
    const { scenario: unscored } = (await post({ ...wish(none), scoringRun: null })).json<Saved>();
    expect(unscored.basis[1]?.zh).toBe('评价结果：不计入。');
  });

  it('recognises the same policy however it is written, and answers it under the name that it has', async () => {
    const settings = own({ advancePercent: '50', maximumChange: { ratio: '0.1' } });
    const first = await save(settings, '第一个名称');
    const before = await counts();
    const again = await save(
      { ...settings, advancePercent: '50.0', maximumChange: { ratio: '0.10' } },
      '另一个名称',
    );
    expect(again).toEqual({ ...first, existing: true });
    expect(again.scenario.name).toBe('第一个名称');
    expect(await counts()).toEqual(before);
  });

  it('previews what would be saved: nothing is kept, and the same policy is named as it was saved', async () => {
    const settings = own();
    const preview = (of: AllocationSettings, as = OFFICER) =>
      server.request({
        method: 'POST',
        url: `/api/allocation-scenarios/preview?${OF}`,
        as,
        body: { settings: of, scoringRun },
      });
    const before = await counts();
    const first = await preview(settings);
    expect(await counts()).toEqual(before);
    const { scenario, existing } = await save(settings, '先看后存');
    expect(existing).toBe(false);
    const { evidenceSha256 } = await question();
    expect(first.json()).toEqual({ headline: scenario.proposal.headline, evidenceSha256, existing: null });
    const again = await preview(settings, 'officer-2');
    expect(again.json<{ existing: unknown }>().existing).toEqual({ id: scenario.id, name: '先看后存' });
    await server.request({ method: 'DELETE', url: `/api/allocation-scenarios/${scenario.id}`, as: OFFICER });
    expect((await preview(settings)).json<{ existing: unknown }>().existing).toBeNull();
  });

  it('of several who save the same at the same moment one makes it, and all are answered with it', async () => {
    const settings = own();
    const [before] = (await counts()) as [{ runs: string; scenarios: string }];
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        post(wish(settings), OF, index % 2 === 0 ? OFFICER : 'officer-2'),
      ),
    );
    const saved = answers.map((one) => one.json<Saved>());
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(201));
    expect(new Set(saved.map(({ scenario }) => scenario.id)).size).toBe(1);
    expect(saved.filter(({ existing }) => !existing)).toHaveLength(1);
    expect(await counts()).toEqual([
      { runs: String(Number(before.runs) + 1), scenarios: String(Number(before.scenarios) + 1) },
    ]);
  });

  it('a request that is sent again with its key is answered as before, with one entry in the trail', async () => {
    const body = wish(own());
    const send = () =>
      server.request({
        method: 'POST',
        url: `/api/allocation-scenarios?${OF}`,
        as: OFFICER,
        headers: { 'idempotency-key': 'scenario-sent-twice' },
        body,
      });
    const [first, second] = [await send(), await send()];
    expect(second.text).toBe(first.text);
    expect(first.json<Saved>().existing).toBe(false);
  });

  it.each([
    ['amounts', { amounts: { hongta: 99 } }, '/amounts'],
    ['parts', { parts: { hongta: 99 } }, '/parts'],
    ['a proposal', { proposal: { counties: [] } }, '/proposal'],
    ['amounts among the settings', { settings: { ...CAREFUL_SETTINGS, parts: {} } }, '/settings/parts'],
  ])('a browser that sends %s of its own is refused, and nothing is kept', async (_, more, pointer) => {
    const before = await counts();
    const answer = await post({ ...wish(own()), ...more });
    expect(answer.status).toBe(400);
    expect(answer.json<Refused>().errors?.map((one) => one.pointer)).toEqual([pointer]);
    expect(await counts()).toEqual(before);
  });

  it('refuses settings that are no policy, each at its place', async () => {
    const answer = await post(wish(own({ factors: [{ id: 'lastPosts', weight: '0' }] })));
    expect(answer.status).toBe(422);
    expect(answer.json<Refused>().errors?.[0]?.pointer).toMatch(/^\/settings\/factors/);
  });

  it('refuses floors that together are above the posts, and says what would do', async () => {
    const { counties } = await question();
    const bounds = [...counties].reverse().map(({ id }) => ({ county: id, floor: 20 }));
    const answer = await post(wish(own({ bounds, maximumChange: null })));
    expect(answer.status).toBe(422);
    const { detail, errors } = answer.json<Refused>();
    expect(detail).toContain('合计 184 个名额，比可分配的 150 个多 34 个');
    expect(detail).toContain('请将单独规定的保底合计至少调低 34 个');
    // Every county whose floor counts towards it is told by name, at the place where it was sent.
    const lines = (errors ?? []).slice(1).map((one) => {
      const [, place] = /^\/settings\/bounds\/(\d)\/floor$/.exec(one.pointer) ?? [];
      return {
        name: counties.find(({ id }) => id === bounds[Number(place)]?.county)?.name,
        said: one.detail,
      };
    });
    expect(lines.length).toBeGreaterThan(1);
    for (const { name, said } of lines)
      expect(said.startsWith(`${name}：单独规定的保底 20 个名额`)).toBe(true);
    expect(lines[0]?.said).toMatch(/，可调至 \d+ 个$/);
  });

  it('refuses a year of mediation, a result of another year, and a run that is not there', async () => {
    const mediation = await post({ ...wish(own()), scoringRun: null }, 'program=mediation&year=2026');
    expect([mediation.status, mediation.json<Refused>().detail]).toEqual([
      422,
      '该项目尚未归集数据，维持现行分配；待归集申报数据后再行测算。',
    ]);
    const [former] = await server.sql<{ id: string }>(
      `select finalised_run_id as id from evaluation_round where year = 2024 and finalised_run_id is not null`,
    );
    const other = await post({ ...wish(own()), scoringRun: former?.id });
    expect([other.status, other.json<Refused>().detail]).toEqual([
      422,
      expect.stringContaining('不用于2026年'),
    ]);
    const unknown = await post({ ...wish(own()), scoringRun: '00000000-0000-4000-8000-000000000000' });
    expect(unknown.status).toBe(404);
  });

  it('refuses to count performance without a result', async () => {
    const answer = await post({ ...wish(own()), scoringRun: null });
    expect(answer.status).toBe(422);
    const keep = await post({ ...wish(own({ performance: { mode: 'none' } })), scoringRun: null });
    expect(keep.status).toBe(201);
    expect(keep.json<Saved>().scenario.proposal.counties.every(({ change }) => change === 0)).toBe(true);
  });

  it('names the county whose data are missing, and computes nothing', async () => {
    await server.sql(
      `create table kept as select * from workload_month where county_id = 'eshan' and month like '2025-%'`,
    );
    await server.sql(`delete from workload_month where county_id = 'eshan' and month like '2025-%'`);
    const before = await counts();
    const answer = await post(wish(own({ factors: [{ id: 'supervised', weight: '1' }] })));
    await server.sql(`insert into workload_month select * from kept`);
    await server.sql('drop table kept');
    expect(answer.status).toBe(422);
    expect(answer.json<Refused>().errors?.map(({ detail }) => detail)).toEqual([
      expect.stringMatching(/^峨山县：|^峨山彝族自治县：/),
    ]);
    expect(await counts()).toEqual(before);
  });

  it('its run has a certificate that anyone computes again, and one with a changed post does not hold', async () => {
    const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
    for (const settings of [own(), { ...own(), firmness: { ...own().firmness, gate: false } }]) {
      const { scenario } = await save(settings);
      const { text } = await server.request({
        url: `/api/allocation-runs/${scenario.run}/certificate`,
        as: 'leader',
      });
      const certificate = JSON.parse(text);
      expect(certificate.inputHash).toBe(scenario.inputsSha256);
      expect(certificate.input.inputs.basis.evidenceSha256).toBe((await question()).evidenceSha256);
      const verify = (document: unknown) => {
        const outcome = verifyCertificate(certificateInput.parse(document), sha256);
        return outcome.ok && outcome.value.valid;
      };
      expect(verify(certificate)).toBe(true);
      const { hongta } = certificate.answer.parts;
      expect(
        verify({
          ...certificate,
          answer: { ...certificate.answer, parts: { ...certificate.answer.parts, hongta: hongta + 1 } },
        }),
      ).toBe(false);
    }
  });

  it('its run is read like every run, beside the split in force', async () => {
    const { scenario } = await save(own());
    const run = await server.request({ url: `/api/allocation-runs/${scenario.run}`, as: 'leader' });
    expect(run.json()).toMatchObject({
      label: { zh: '测算稿，不作为分配依据' },
      lastYear: { year: 2025, publication: 2025 },
      headline: scenario.headline,
      inputsSha256: scenario.inputsSha256,
    });
    const parts = await server.sql<{ county: string; part: number }>(
      'select county_id as county, part from allocation_part where run_id = $1',
      [scenario.run],
    );
    expect(Object.fromEntries(parts.map(({ county, part }) => [county, part]))).toEqual(
      Object.fromEntries(scenario.proposal.counties.map(({ county, part }) => [county, part])),
    );
  });

  it('takes comments as they were written, of everybody who reads it', async () => {
    const { scenario } = await save(own());
    const say = (text: string, as: string) =>
      server.request({
        method: 'POST',
        url: `/api/allocation-scenarios/${scenario.id}/comments`,
        as,
        body: { text },
      });
    await say('人员影响请写明。', 'leader');
    const answer = await say('同意。\n另附依据 <b>', 'finance');
    expect(answer.status).toBe(201);
    expect(answer.json<AllocationScenario>().comments.map(({ text }) => text)).toEqual([
      '人员影响请写明。',
      '同意。\n另附依据 <b>',
    ]);
    expect((await say('县', 'county-hongta')).status).toBe(403);
    const list = await server.request({ url: `/api/allocation-scenarios?${OF}`, as: 'leader' });
    const { scenarios } = list.json<{ scenarios: { id: string; comments: number }[] }>();
    expect(scenarios.find(({ id }) => id === scenario.id)?.comments).toBe(2);
  });

  it('takes another name and computes nothing anew', async () => {
    const { scenario } = await save(own(), '旧名');
    const answer = await server.request({
      method: 'PUT',
      url: `/api/allocation-scenarios/${scenario.id}/name`,
      as: 'officer-2',
      body: { name: '新名' },
    });
    expect(answer.json()).toEqual({ ...scenario, name: '新名' });
  });

  it('withdrawn it is off the list and its run stays; saved again it is a new one of the same run', async () => {
    const settings = own();
    const { scenario } = await save(settings);
    const withdraw = () =>
      server.request({ method: 'DELETE', url: `/api/allocation-scenarios/${scenario.id}`, as: OFFICER });
    expect((await withdraw()).status).toBe(204);
    expect((await withdraw()).status).toBe(404);
    expect((await server.request({ url: `/api/allocation-runs/${scenario.run}`, as: 'leader' })).status).toBe(
      200,
    );
    const again = await save(settings);
    expect([again.existing, again.scenario.run]).toEqual([false, scenario.run]);
    expect(again.scenario.id).not.toBe(scenario.id);
  });

  it('submitted it stays', async () => {
    const { scenario } = await save(own());
    await server.sql(
      `insert into allocation_decision (city_id, decision_id, program_id, year, scenario_id, run_id, amends, version,
         submitted_by, submitted_at)
       select city_id, gen_random_uuid(), program_id, year, scenario_id, run_id, '玉司发〔2014〕67号', 1, 'officer-1', now()
       from allocation_scenario where scenario_id = $1`,
      [scenario.id],
    );
    const answer = await server.request({
      method: 'DELETE',
      url: `/api/allocation-scenarios/${scenario.id}`,
      as: OFFICER,
    });
    expect([answer.status, answer.json<Refused>().detail]).toEqual([
      422,
      expect.stringContaining('已经报送'),
    ]);
    expect((await read(scenario.id)).decision).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is stale once a figure that it rests on changed, and stands again when it is as it was', async () => {
    const { scenario } = await save(own());
    const change = (by: number) =>
      server.sql(
        `update workload_month set assessments = assessments + $1 where county_id = 'tonghai' and month = '2025-03'`,
        [by],
      );
    await change(1);
    expect((await read(scenario.id)).stale?.zh).toContain(
      '所依据的数据（现行分配、归集数据或者评价结果）有变化',
    );
    await change(-1);
    expect((await read(scenario.id)).stale).toBeNull();
  });

  it('is stale once another policy was published, and not by one that says the same', async () => {
    const mine = own();
    const { scenario } = await save(mine);
    const publish = (settings: AllocationSettings, supersedes: number | null, documentNumber: string) =>
      server.request({
        method: 'POST',
        url: '/api/allocation-policies?program=assistants',
        as: OFFICER,
        body: {
          ...{ name: '协勤经费分配办法', basis: '局长办公会', documentNumber, publishedOn: '2026-03-20' },
          settings,
          supersedes,
        },
      });
    expect((await publish(mine, null, '玉司发〔2026〕8号')).status).toBe(201);
    expect(await read(scenario.id)).toMatchObject({ stale: null, policyVersion: 1, changes: [] });
    expect((await publish(own({ contractYearStart: 7 }), 1, '玉司发〔2026〕9号')).status).toBe(201);
    const later = await read(scenario.id);
    expect(later.stale?.zh).toContain('第2版分配办法');
    expect(later.changes.map(({ setting }) => setting)).toContain('contractYearStart');
    const fresh = await save(own());
    expect(fresh.scenario.stale).toBeNull();
  });
});
