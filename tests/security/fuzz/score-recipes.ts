import { accountIdOf } from '@yuheng/backend/demonstration/demonstration-accounts';
import { nameBasedUuid } from '@yuheng/backend/demonstration/name-based-uuid';
import { REMARK, typed, workbookOf } from '../../integration/evaluations/pack-requests';
import type { Kitchen, Recipes } from './recipe';

/** Assigned to the re-check and not begun there: nothing of this evaluator's is submitted and locked. */
const AS = 'evaluator-3';
const ROUND = nameBasedUuid('round/assistants/2025/financeEvaluation');
const URL = `/api/evaluations/${ROUND}`;
const METHOD = { round: ROUND, methodVersion: 1 };
const LEAF = { round: ROUND, county: 'hongta', indicator: 'satisfaction' };
const PASSWORD = 'a password for the fuzzer';
const REMARK_OF_SHEET = { point: '台账不完整', fact: '3月缺记录', basis: '评分标准', page: '第3页' };
const PHRASE = {
  indicator: null,
  ...{ point: '台账不完整', fact: '缺3个月记录', basis: '评分标准', shared: false },
};

interface Desk {
  readonly counties: readonly {
    readonly id: string;
    readonly computed: Readonly<Record<string, { readonly score: string | null }>>;
  }[];
}

/** An evaluator's workspace: what is confirmed, asked and kept there, and a pack that came back twice. */
export async function scoreRecipes({ say, send, read, server }: Kitchen, evidence: string): Promise<Recipes> {
  const desk = JSON.parse((await read(`${URL}/score`, AS)).toString()) as Desk;
  const seen = Object.entries(desk.counties.find(({ id }) => id === 'hongta')?.computed ?? {});
  const entries = seen.map(([indicator, { score }]) => ({ county: 'hongta', indicator, version: 0, score }));
  const phrase = (await say<{ id: string }>(`${URL}/phrases`, AS, PHRASE)).id;
  const pack = await server.request({
    method: 'POST',
    url: `${URL}/packs`,
    as: AS,
    body: { password: PASSWORD },
  });
  const written = { county: '通海县', indicator: '满意度', value: 4, remark: REMARK };
  const workbook = await typed(await workbookOf(pack.bytes, PASSWORD), [written]);
  const preview = (await send<{ id: string }>(`${URL}/packs/previews`, AS, workbook)).id;
  return {
    readScoreDesk: { as: AS, values: { round: ROUND } },
    readScoreFacts: { as: AS, values: LEAF },
    downloadScoreEvidence: { as: AS, values: { round: ROUND, county: 'hongta', file: evidence } },
    saveScoreEntry: {
      ...{ as: AS, version: 0 },
      values: {
        ...METHOD,
        county: 'huaning',
        indicator: 'satisfaction',
        value: { marks: '4' },
        remarks: [REMARK_OF_SHEET],
      },
    },
    confirmComputedScores: { as: AS, values: { ...METHOD, entries } },
    listScoreSheets: { as: 'finance', values: { round: ROUND } },
    readScoreSheet: {
      as: 'finance',
      values: { round: ROUND, county: 'jiangchuan', account: accountIdOf('evaluator-1') },
    },
    makeScorePack: { as: AS, values: { round: ROUND, password: PASSWORD } },
    listScorePacks: { as: AS, values: { round: ROUND } },
    previewScorePack: { as: AS, values: { round: ROUND }, file: workbook },
    applyScorePack: { as: AS, values: { round: ROUND, preview, choices: [] } },
    downloadScorePackResult: { as: AS, values: { round: ROUND, preview } },
    listScorePhrases: { as: AS, values: { round: ROUND } },
    addScorePhrase: { as: AS, values: { round: ROUND, ...PHRASE } },
    removeScorePhrase: { as: AS, values: { round: ROUND, phrase } },
    requestEvidence: { as: AS, values: { ...LEAF, text: '请补充问卷原件。', dueOn: '2026-03-30' } },
  };
}
