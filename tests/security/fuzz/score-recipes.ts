import { accountIdOf } from '@yuheng/backend/demonstration/demonstration-accounts';
import { nameBasedUuid } from '@yuheng/backend/demonstration/name-based-uuid';
import { jpegWithPlace } from '@yuheng/backend/fieldwork/given-pictures';
import { zipOf } from '@yuheng/backend/workbooks/zip-of';
import { sha256 } from '../../api/requests';
import { REMARK, typed, unpacked, workbookOf } from '../../integration/evaluations/pack-requests';
import type { Kitchen, Recipes } from './recipe';

/** Assigned to the re-check and not begun there: nothing of this evaluator's is submitted and locked. */
const AS = 'evaluator-3';
const ROUND = nameBasedUuid('round/assistants/2025/financeEvaluation');
const URL = `/api/evaluations/${ROUND}`;
const METHOD = { round: ROUND, methodVersion: 1 };
const LEAF = { round: ROUND, county: 'hongta', indicator: 'satisfaction' };
const PASSWORD = 'a password for the fuzzer';
const PICTURE = jpegWithPlace({ orientation: 6 });
const PHOTO = {
  ...{ path: '照片/红塔区/满意度/公示栏.jpg', sha256: sha256(PICTURE) },
  ...{ note: '工资公示栏', noSupervisedPerson: true },
};
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
  // Of a county and an indicator of which no other request changes the facts, and with them the score that was seen.
  const seen = { county: 'chengjiang', indicator: 'earmarkedUse', version: 0 };
  const { computed } = desk.counties.find(({ id }) => id === seen.county) ?? {};
  const entries = [{ ...seen, score: computed?.[seen.indicator]?.score }];
  const phrase = (await say<{ id: string }>(`${URL}/phrases`, AS, PHRASE)).id;
  const pack = await server.request({
    method: 'POST',
    url: `${URL}/packs`,
    as: AS,
    body: { password: PASSWORD },
  });
  const given = await workbookOf(pack.bytes, PASSWORD);
  const marked = { indicator: '满意度', value: 4, remark: REMARK };
  // What was taken over is not looked at a second time.
  const [taken, looked] = [
    await typed(given, [{ ...marked, county: '通海县' }]),
    await typed(given, [{ ...marked, county: '华宁县' }]),
  ];
  const photos = zipOf([
    ['manifest.json', (await unpacked(pack.bytes, PASSWORD)).get('manifest.json') ?? Buffer.alloc(0)],
    [PHOTO.path, PICTURE],
  ]);
  const preview = (await send<{ id: string }>(`${URL}/packs/previews`, AS, taken)).id;
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
    previewScorePack: { as: AS, values: { round: ROUND }, file: looked },
    applyScorePack: { as: AS, values: { round: ROUND, preview, choices: [] } },
    previewPackPhotos: { as: AS, values: { round: ROUND }, file: photos },
    takePackPhotos: {
      ...{ as: AS, values: { round: ROUND }, file: photos },
      fields: { photos: JSON.stringify([PHOTO]) },
    },
    downloadScorePackResult: { as: AS, values: { round: ROUND, preview } },
    listScorePhrases: { as: AS, values: { round: ROUND } },
    addScorePhrase: { as: AS, values: { round: ROUND, ...PHRASE } },
    removeScorePhrase: { isUsedUp: true, as: AS, values: { round: ROUND, phrase } },
    requestEvidence: { as: AS, values: { ...LEAF, text: '请补充问卷原件。', dueOn: '2026-03-30' } },
  };
}
