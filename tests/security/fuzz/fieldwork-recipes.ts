import { jpegWithPlace } from '@yuheng/backend/fieldwork/given-pictures';
import { nameBasedUuid } from '@yuheng/backend/demonstration/name-based-uuid';
import type { Kitchen, Recipes } from './recipe';

const [AS, OTHER] = ['evaluator-1', 'evaluator-2'];
const ROUND = nameBasedUuid('round/assistants/2025/financeEvaluation');
const OF = { round: ROUND, county: 'hongta' };
const BOARD = `/api/evaluations/${ROUND}/fieldwork/hongta`;
const VISIT = {
  ...{ kind: 'visit', on: '2026-03-18', place: '会议室', evaluators: [AS, OTHER] },
  ...{ met: ['科室负责人'], notes: '查阅了原件。' },
};
const SLIP = {
  ...{ kind: 'slip', on: '2026-03-18', place: '红塔区司法局', evaluators: [AS, OTHER] },
  ...{
    provider: '红塔区司法局',
    subject: '工资发放时间',
    facts: '工资于次月9日发放。',
    attachments: ['银行代发回单1页'],
  },
};
const PHOTO = { indicator: 'satisfaction', noSupervisedPerson: 'true', note: '公示栏' };
const ABOUT = { indicator: 'satisfaction', title: '问卷', audience: '司法所' };
const ONLINE = { kind: 'online', ...ABOUT, questions: [], closesOn: '2026-03-31' };
const SCAN = Buffer.from('%PDF-1.7\n% signed slip of the fuzzer');
const MISTAKEN = Buffer.from('%PDF-1.7\n% not the slip of the fuzzer');

/** The fieldwork of one county, a thing of each kind; what can be used up there is there twice. */
export async function fieldworkRecipes({ say, send }: Kitchen): Promise<Recipes> {
  const { documents } = await say<{ documents: { id: string }[] }>(`${BOARD}/documents`, AS, {
    documents: [{ indicator: null, title: '制度文件' }],
    dueOn: '2026-03-27',
  });
  const record = (await say<{ id: string }>(`${BOARD}/records`, AS, VISIT)).id;
  const slip = (await say<{ id: string }>(`${BOARD}/records`, AS, SLIP)).id;
  for (const one of SLIP.evaluators) await say(`${BOARD}/records/${slip}/signature`, one, undefined, 1);
  const scan = (bytes: Buffer) =>
    send<{ scans: { id: string }[] }>(`${BOARD}/records/${slip}/scan`, AS, bytes);
  await scan(SCAN);
  const { scans } = await scan(MISTAKEN);
  const picture = jpegWithPlace();
  const store = async (): Promise<string> =>
    (
      await send<{ id: string }>(
        `${BOARD}/photos?indicator=satisfaction&note=x&noSupervisedPerson=true`,
        AS,
        picture,
      )
    ).id;
  const [kept, withdrawn] = [await store(), await store()];
  const sample = (await say<{ id: string }>(`${BOARD}/samples`, AS, { population: 'posts', size: 2 })).id;
  const survey = (await say<{ id: string }>(`${BOARD}/surveys`, AS, ONLINE)).id;
  const { links } = await say<{ links: { path: string }[] }>(
    `${BOARD}/surveys/${survey}/links?count=2`,
    AS,
    undefined,
  );
  const [read, answered] = links.map(({ path }) => path.split('/')[2]);
  return {
    readFieldwork: { as: AS, values: OF },
    askDocuments: {
      as: AS,
      values: { ...OF, documents: [{ indicator: null, title: '2025年工资发放表' }], dueOn: '2026-03-27' },
    },
    settleDocument: {
      as: AS,
      version: 1,
      values: { ...OF, document: documents[0]?.id, state: 'received', note: '现场查阅原件' },
    },
    enterFieldRecord: { as: AS, values: { ...OF, ...VISIT } },
    changeFieldRecord: { as: AS, version: 1, values: { ...OF, ...VISIT, record } },
    storeSlipScan: { as: AS, values: { ...OF, record: slip }, file: SCAN },
    downloadSlipScan: { as: AS, values: { ...OF, file: scans[0]?.id } },
    withdrawSlipScan: {
      isUsedUp: true,
      as: AS,
      values: { ...OF, file: scans[1]?.id, reason: '误传' },
    },
    storeFieldPhoto: { as: AS, values: { ...OF, ...PHOTO }, file: picture },
    downloadFieldPhoto: { as: AS, values: { ...OF, photo: kept } },
    downloadFieldOriginal: { as: AS, values: { ...OF, photo: kept } },
    withdrawFieldPhoto: { isUsedUp: true, as: AS, values: { ...OF, photo: withdrawn, reason: '误传' } },
    drawFieldSample: { as: AS, values: { ...OF, population: 'justiceOffices', size: 1 } },
    checkFieldSample: { as: AS, version: 1, values: { ...OF, sample, results: [] } },
    enterSurvey: { as: AS, values: { ...OF, ...ONLINE } },
    issueSurveyLinks: { as: AS, values: { ...OF, survey } },
    readSurvey: { as: null, values: { token: read } },
    answerSurvey: { as: null, values: { token: answered, choices: { overall: 5 } } },
  };
}
