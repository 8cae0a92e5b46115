import { accountIdOf } from '@yuheng/backend/demonstration/demonstration-accounts';
import { nameBasedUuid } from '@yuheng/backend/demonstration/name-based-uuid';
import type { Recipes } from './recipes';

type Say = <Answer>(url: string, as: string, body: unknown) => Promise<Answer>;
type Send = <Answer>(url: string, as: string, file: Buffer) => Promise<Answer>;

const RECHECK = nameBasedUuid('round/assistants/2025/financeEvaluation');
const SETTINGS = {
  ...{ methodVersion: 1, windowFrom: '2026-01', windowTo: '2026-02', scoreBy: '2026-04-10' },
  ...{ replyBy: '2026-04-24', gapMarks: '3', markers: 1, secondShare: 0, rotate: true, seed: 1 },
};
const NEW = { program: 'assistants', year: 2026, ...SETTINGS };
const REMARK = { county: 'hongta', indicator: 'satisfaction', kind: 'comment', text: '请核对' };

/** Rounds of 2026: one with a team, and a self-evaluation whose next step is to be filled in. */
export async function roundRecipes(say: Say, send: Send): Promise<Recipes> {
  const as = 'officer-1';
  const firm = nameBasedUuid('firm/1');
  const open = async (kind: string): Promise<string> =>
    (await say<{ id: string }>('/api/evaluations', as, { ...NEW, kind })).id;
  const [round, self] = [await open('departmentEvaluation'), await open('selfEvaluation')];
  await say(`/api/evaluations/${self}/steps`, as, { step: 'notice', takenOn: '2026-03-16' });
  for (const username of ['evaluator-1', 'evaluator-2']) {
    const member = { account: accountIdOf(username), firm, rank: 'member' };
    await say(`/api/evaluations/${round}/members`, as, member);
  }
  await say(`/api/evaluations/${RECHECK}/comments`, 'finance', REMARK);
  const scan = Buffer.from('%PDF-1.7\n% scan of the fuzzer');
  const file = (await send<{ id: string }>(`/api/evaluations/${round}/files`, as, scan)).id;
  return {
    createEvaluation: { as: 'finance', values: { ...NEW, kind: 'financeEvaluation' } },
    readEvaluation: { as, values: { round } },
    registerStep: { as, values: { round, step: 'commissioned', takenOn: '2026-03-18' } },
    startScoring: { as, values: { round: self, takenOn: '2026-03-18' } },
    storeRoundFile: { as, values: { round }, file: scan },
    downloadRoundFile: { as, values: { round, file } },
    createEvaluationFirm: { as, values: { name: '演示机构', code: 'fuzz' } },
    addRoundMember: { as, values: { round, account: accountIdOf('evaluator-3'), firm, rank: 'member' } },
    withdrawRoundMember: {
      as,
      values: { round, account: accountIdOf('evaluator-2'), reason: '另有任务' },
    },
    declareInterests: {
      as: 'evaluator-1',
      values: { round, declarations: [{ county: 'yimen', conflict: false }] },
    },
    proposeAssignment: { as, values: { round } },
    listRoundComments: { as: 'finance', values: { round: RECHECK } },
    commentOnIndicator: { as: 'finance', values: { round: RECHECK, ...REMARK } },
    answerRoundComment: {
      as: 'evaluator-1',
      values: { round: RECHECK, county: 'hongta', indicator: 'satisfaction', number: '1', answer: '已核对' },
    },
  };
}
