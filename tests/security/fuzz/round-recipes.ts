import { accountIdOf } from '@yuheng/backend/demonstration/demonstration-accounts';
import { nameBasedUuid } from '@yuheng/backend/demonstration/name-based-uuid';
import { SELF_EVALUATION } from '@yuheng/shared/domain/scoring/presets/self-evaluation';
import { givenRound, ROUND as ANSWERED } from '../../support/given-round';
import type { Kitchen, Recipes } from './recipe';

const FINALISED = nameBasedUuid('round/assistants/2025/departmentEvaluation');
const RECHECK = nameBasedUuid('round/assistants/2025/financeEvaluation');
const METHOD_OF_SELF = 77;
const SETTINGS = {
  ...{ methodVersion: 1, windowFrom: '2026-01', windowTo: '2026-02', scoreBy: '2026-04-10' },
  ...{ replyBy: '2026-04-24', gapMarks: '3', markers: 1, secondShare: 0, rotate: true, seed: 1 },
};
const NEW = { program: 'assistants', year: 2026, ...SETTINGS };
const REMARK = { county: 'hongta', indicator: 'satisfaction', kind: 'comment', text: '请核对' };

/** Rounds of 2026: one with a team, and a self-evaluation whose next step is to be filled in. */
export async function roundRecipes({ say, send, server }: Kitchen): Promise<Recipes> {
  const as = 'officer-1';
  const firm = nameBasedUuid('firm/1');
  await server.sql(
    `insert into evaluation_method (city_id, program_id, version, name, definition, published_on)
     values ('530400', 'assistants', $1, '{"zh": "单位自评", "en": "Self-evaluation"}', $2, '2026-01-05')`,
    [METHOD_OF_SELF, JSON.stringify(SELF_EVALUATION)],
  );
  const open = async (kind: string, methodVersion = NEW.methodVersion): Promise<string> =>
    (await say<{ id: string }>('/api/evaluations', as, { ...NEW, kind, methodVersion })).id;
  const round = await open('departmentEvaluation');
  const self = await open('selfEvaluation', METHOD_OF_SELF);
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
      isUsedUp: true,
      as: 'evaluator-1',
      values: { round: RECHECK, county: 'hongta', indicator: 'satisfaction', number: '1', answer: '已核对' },
    },
  };
}

const HELD = {
  ...{
    heldOn: '2026-03-19',
    members: ['演示·评价人员一', '演示·主评人'],
    minutesNumber: '演示合议〔2026〕9号',
  },
  ...{ text: '核对了问卷。', reason: '按复核后的问卷计分', finalScore: '3.5' },
};

/** What follows the marks: two who are apart in one county, and a round that every county has answered. */
export async function resultRecipes({ server }: Kitchen): Promise<Recipes> {
  await server.sql(
    `update evaluator_mark set marks = case evaluator when 'evaluator-1' then 5 else 1 end
     where round_id = $1 and county_id = 'jiangchuan' and indicator_id = 'satisfaction'`,
    [RECHECK],
  );
  // Two mark it there, so that a third can be asked.
  await server.sql(
    `delete from evaluation_assignment where round_id = $1 and county_id = 'jiangchuan' and account_id = $2`,
    [RECHECK, accountIdOf('evaluator-3')],
  );
  await givenRound(server, 'answered');
  const lead = 'lead-evaluator';
  const apart = { round: RECHECK, county: 'jiangchuan', indicator: 'satisfaction' };
  const year = { program: 'assistants', year: 2025, kind: 'departmentEvaluation' };
  return {
    createScoringRun: { as: 'officer-1', values: year },
    assignThird: { as: lead, values: { ...apart, account: accountIdOf('evaluator-3') } },
    recordDeliberation: { as: lead, values: { ...apart, indicator: 'implementationBenefit', ...HELD } },
    finaliseRound: {
      as: 'finance',
      values: { round: ANSWERED, finalisedOn: '2026-03-20', documentNumber: '演示财函〔2026〕8号' },
    },
    // Asked once more after 定案, which therefore comes first.
    openReplies: { as: 'finance', values: { round: ANSWERED, replyBy: '2026-03-30' } },
    raiseEvaluationFinding: {
      as: 'officer-1',
      values: {
        ...{ round: FINALISED, county: 'hongta', indicator: 'satisfaction', summary: '问卷样本不足' },
        ...{ clause: '评价办法第八条', deadline: '2026-04-20' },
      },
    },
  };
}
