import type { AllocationPolicies } from '@yuheng/shared/contract/allocation-policies';
import type { AllocationSettings } from '@yuheng/shared/domain/allocation/settings/allocation-settings';
import { CAREFUL_SETTINGS } from '@yuheng/shared/domain/allocation/settings/settings-presets';
import { startServer, type TestServer } from '../../support/server';

const URL = '/api/allocation-policies?program=assistants';
const STATED = {
  ...{ name: '协勤经费分配办法', basis: '局长办公会〔2026〕3号第二条' },
  ...{ documentNumber: '玉司发〔2026〕3号', publishedOn: '2026-03-20' },
};
const BOLDER: AllocationSettings = { ...CAREFUL_SETTINGS, maximumChange: { parts: 2 } };

interface Refused {
  readonly detail: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

describe('policies of the allocation', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer();
  });

  afterAll(() => server?.close());

  beforeEach(async () => {
    await server.sql('alter table allocation_policy disable trigger user');
    await server.sql('delete from allocation_policy');
    await server.sql('alter table allocation_policy enable trigger user');
  });

  const list = async (): Promise<AllocationPolicies> =>
    (await server.request({ url: URL, as: 'leader' })).json();
  const publish = (more: object = {}, as = 'officer-1') =>
    server.request({
      method: 'POST',
      url: URL,
      as,
      body: { ...STATED, settings: CAREFUL_SETTINGS, supersedes: null, ...more },
    });
  const check = async (settings: AllocationSettings) =>
    (
      await server.request({
        method: 'POST',
        url: '/api/allocation-policies/check?program=assistants',
        as: 'officer-1',
        body: { settings },
      })
    ).json<{ errors: { pointer: string }[]; changes: { setting: string }[]; sameAs: number | null }>();

  it('none is published at first; the presets are there to begin with', async () => {
    const { inForce, versions, presets } = await list();
    expect([inForce, versions]).toEqual([null, []]);
    expect(presets.map(({ id }) => id)).toEqual([
      'keep',
      'workloadOnly',
      'performance10',
      'performance20',
      'performance30',
    ]);
  });

  it('published it is the version in force, told in words, and the next says what it changed', async () => {
    expect((await publish()).status).toBe(201);
    const second = await publish({
      settings: BOLDER,
      supersedes: 1,
      documentNumber: '玉司发〔2026〕4号',
    });
    expect(second.status).toBe(201);
    const { inForce, versions } = second.json<AllocationPolicies>();
    expect(inForce).toBe(2);
    expect(versions.map(({ version, changes }) => [version, changes.map(({ setting }) => setting)])).toEqual([
      [2, ['maximumChange']],
      [1, []],
    ]);
    expect(versions[0]).toMatchObject({ documentNumber: '玉司发〔2026〕4号', settings: BOLDER });
    expect(versions[0]?.publishedBy).not.toBeNull();
    expect(versions[0]?.inWords.some(({ zh }) => zh.includes('2个名额'))).toBe(true);
  });

  it('the same policy published twice is refused, however it is written', async () => {
    await publish();
    const written = { ...CAREFUL_SETTINGS, advancePercent: '0.00' };
    const again = await publish({
      settings: written,
      supersedes: 1,
      documentNumber: '玉司发〔2026〕4号',
    });
    expect([again.status, again.json<Refused>().errors?.[0]]).toEqual([
      422,
      { pointer: '/settings', detail: '各项设置与现行第1版相同，无需再次发布；请核对是否漏改。' },
    ]);
    expect((await list()).versions).toHaveLength(1);
  });

  it('going back to an earlier policy takes a document of its own', async () => {
    await publish();
    await publish({ settings: BOLDER, supersedes: 1, documentNumber: '玉司发〔2026〕4号' });
    const copied = await publish({ supersedes: 2 });
    expect([copied.status, copied.json<Refused>().errors?.[0]?.pointer]).toEqual([422, '/documentNumber']);
    const back = await publish({ supersedes: 2, documentNumber: '玉司发〔2026〕5号' });
    expect([back.status, back.json<AllocationPolicies>().inForce]).toEqual([201, 3]);
  });

  it('the database itself keeps one document from publishing the same twice', async () => {
    await publish();
    await expect(
      server.sql(
        `insert into allocation_policy select city_id, program_id, 2, name, basis, document_number, published_on,
           published_by, published_at, settings, settings_sha256 from allocation_policy`,
      ),
    ).rejects.toThrow('uq_allocation_policy__document');
  });

  it('of two who publish at the same moment one makes the version, the other is told', async () => {
    const answers = await Promise.all([
      publish(),
      publish({ settings: BOLDER, documentNumber: '玉司发〔2026〕4号' }, 'officer-2'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const told = answers.find(({ status }) => status === 409)?.json<Refused>();
    expect(told?.detail).toContain('现行版本已是第1版');
    expect((await list()).versions).toHaveLength(1);
  });

  it('what is no policy is not published, each fault at its place, a day in the future among them', async () => {
    const answer = await publish({
      publishedOn: '2026-03-21',
      settings: {
        ...CAREFUL_SETTINGS,
        factors: [{ id: 'lastPosts', weight: '0' }],
        advancePercent: '101',
      },
    });
    expect(answer.status).toBe(422);
    const pointers = answer.json<Refused>().errors?.map(({ pointer }) => pointer) ?? [];
    expect(pointers).toContain('/publishedOn');
    expect(pointers).toContain('/settings/advancePercent');
    expect(pointers.some((one) => one.startsWith('/settings/factors'))).toBe(true);
    expect((await list()).versions).toEqual([]);
  });

  it('a check says what would change and whether it was published before, and keeps nothing', async () => {
    await publish();
    expect(await check(BOLDER)).toMatchObject({
      errors: [],
      changes: [{ setting: 'maximumChange' }],
      sameAs: null,
    });
    expect((await check({ ...CAREFUL_SETTINGS, advancePercent: '0.0' })).sameAs).toBe(1);
    const wrong = await check({ ...CAREFUL_SETTINGS, advancePercent: '101' });
    expect(wrong.errors.map(({ pointer }) => pointer)).toEqual(['/settings/advancePercent']);
    expect((await list()).versions).toHaveLength(1);
  });

  it('an officer publishes, and nobody else', async () => {
    for (const as of ['leader', 'finance', 'inspector', 'county-hongta', 'lead-evaluator']) {
      expect((await publish({}, as)).status).toBe(403);
    }
    expect((await server.request({ url: URL, as: 'county-hongta' })).status).toBe(403);
  });
});
