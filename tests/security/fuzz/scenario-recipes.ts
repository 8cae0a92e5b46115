import { CAREFUL_SETTINGS } from '@yuheng/shared/domain/allocation/settings/settings-presets';
import type { Kitchen, Recipes } from './recipe';

const OF = { program: 'assistants', year: '2026' };
/** Examined a little: the fuzzer saves many, and each is computed. */
const SETTINGS = { ...CAREFUL_SETTINGS, firmness: { ...CAREFUL_SETTINGS.firmness, runs: 100 } };
const SPLIT = {
  pool: { posts: 10, fenPerPost: 1_200_000 },
  units: [
    { id: 'a', factors: { base: '1' } },
    { id: 'b', factors: { base: '2' } },
  ],
  policy: { factors: [{ id: 'base', weight: '1' }], performance: { mode: 'none' }, method: 'hamilton' },
};

/** Policies and scenarios of 2026: one to be read and spoken of, one to be taken off the list. */
export async function scenarioRecipes({ say, server }: Kitchen): Promise<Recipes> {
  const [result] = await server.sql<{ run: string }>(
    `select finalised_run_id as run from evaluation_round where year = 2025 and kind = 'departmentEvaluation'`,
  );
  const scoringRun = result?.run ?? '';
  const saved = async (name: string, advancePercent: string): Promise<string> =>
    (
      await say<{ scenario: { id: string } }>(
        '/api/allocation-scenarios?program=assistants&year=2026',
        'officer-1',
        { name, settings: { ...SETTINGS, advancePercent }, scoringRun },
      )
    ).scenario.id;
  const scenario = await saved('方案一', '10');
  const as = 'officer-1';
  return {
    computeAllocation: { as: 'leader', values: SPLIT },
    listAllocationPolicies: { as: 'leader', values: OF },
    checkAllocationPolicy: { as, values: { ...OF, settings: SETTINGS } },
    publishAllocationPolicy: {
      as,
      values: {
        ...{ ...OF, name: '分配办法', basis: '演示依据', documentNumber: '演示司发〔2026〕30号' },
        ...{ publishedOn: '2026-03-20', settings: SETTINGS, supersedes: null },
      },
      isUsedUp: true,
    },
    readAllocationQuestion: { as: 'leader', values: { ...OF, scoringRun } },
    listAllocationScenarios: { as: 'leader', values: OF },
    readAllocationScenario: { as: 'leader', values: { scenario } },
    createAllocationScenario: { as, values: { ...OF, name: '方案', settings: SETTINGS, scoringRun } },
    previewAllocationScenario: { as, values: { ...OF, settings: SETTINGS, scoringRun } },
    renameAllocationScenario: { as, values: { scenario, name: '新名' } },
    commentAllocationScenario: { as: 'leader', values: { scenario, text: '请写明人员影响。' } },
    withdrawAllocationScenario: { as, values: { scenario: await saved('方案二', '20') }, isUsedUp: true },
  };
}
