import { dayInWords } from '../period/day-in-words';
import { bilingual, type Bilingual } from '../bilingual';
import type { IsoDate } from '../period/year-month';
import type { RoundKind } from './round-steps';

/** What waits for somebody in evaluation rounds and yearly forms, by what is to be done. */
export type RoundTaskKind =
  | 'answerEvidence'
  | 'provideDocuments'
  | 'reply'
  | 'mendSelfEvaluation'
  | 'writeSelfEvaluation'
  | 'mendMidYear'
  | 'writeMidYear'
  | 'reviewSelfEvaluations'
  | 'reviewMidYear'
  | 'finalise'
  | 'declare'
  | 'score'
  | 'scoreThird'
  | 'returnPacks'
  | 'assignThird'
  | 'deliberate'
  | 'rule';

export interface RoundTask {
  readonly kind: RoundTaskKind;
  /** Null: of no round, a yearly form. */
  readonly round: { readonly id: string; readonly kind: RoundKind } | null;
  readonly program: string;
  readonly year: number;
  readonly count: number;
  /** How many of them are past their day. */
  readonly overdue: number;
  /** The first day by which some of it is to be done; null: there is none. */
  readonly dueOn: IsoDate | null;
}

const KINDS: Readonly<Record<RoundKind, Bilingual>> = {
  selfEvaluation: bilingual('单位自评', 'self-evaluation'),
  departmentEvaluation: bilingual('部门评价', 'department evaluation'),
  financeEvaluation: bilingual('财政评价', 'finance re-check'),
};

interface Words {
  readonly say: (count: number) => Bilingual;
  /** Where it is done; `:round` is the round's id. */
  readonly page: string;
}

const words = (page: string, say: Words['say']): Words => ({ page, say });
const ROUND = '/evaluations/:round';
const SELF = '/goals/self-evaluations';

const WORDS: Readonly<Record<RoundTaskKind, Words>> = {
  answerEvidence: words('/duties', (n) =>
    bilingual(`评价组要求补充佐证 ${n} 项，待答复`, `${n} requests for evidence to be answered`),
  ),
  provideDocuments: words(`${ROUND}/fieldwork`, (n) =>
    bilingual(`资料清单 ${n} 份，待提供`, `${n} documents to be handed in`),
  ),
  reply: words(`${ROUND}/replies`, () =>
    bilingual('评价结果征求意见，待反馈', 'the draft result is open for your reply'),
  ),
  mendSelfEvaluation: words(SELF, (n) =>
    bilingual(`单位自评表 ${n} 份被退回，待修改后重新报送`, `${n} self-evaluations given back to be mended`),
  ),
  writeSelfEvaluation: words(SELF, (n) =>
    bilingual(`单位自评表 ${n} 份，待填报`, `${n} self-evaluations to be written`),
  ),
  mendMidYear: words('/goals', (n) =>
    bilingual(
      `绩效运行监控表 ${n} 份被退回，待修改后重新报送`,
      `${n} mid-year forms given back to be mended`,
    ),
  ),
  writeMidYear: words('/goals', (n) =>
    bilingual(`绩效运行监控表 ${n} 份，待填报`, `${n} mid-year forms to be written`),
  ),
  reviewSelfEvaluations: words(SELF, (n) =>
    bilingual(`单位自评表 ${n} 份已报送，待审核`, `${n} self-evaluations submitted, to be reviewed`),
  ),
  reviewMidYear: words('/goals', (n) =>
    bilingual(`绩效运行监控表 ${n} 份已报送，待审核`, `${n} mid-year forms submitted, to be reviewed`),
  ),
  finalise: words(ROUND, () => bilingual('各县（市、区）意见均已处理，可以定案', 'ready to be finalised')),
  declare: words(ROUND, (n) =>
    bilingual(`${n} 个县（市、区）的利害关系待申报`, `interests in ${n} counties to be declared`),
  ),
  score: words(`${ROUND}/score`, (n) =>
    bilingual(`${n} 个县（市、区）的评分表待提交`, `score sheets of ${n} counties to be handed in`),
  ),
  scoreThird: words(`${ROUND}/score`, (n) =>
    bilingual(`${n} 个县（市、区）待您作为第三人复核`, `${n} counties to be marked as the third evaluator`),
  ),
  returnPacks: words(`${ROUND}/score`, (n) =>
    bilingual(`打分包 ${n} 个待带回`, `${n} packs to be brought back`),
  ),
  assignThird: words(`${ROUND}/agreement`, (n) =>
    bilingual(`${n} 项评分相差较大，待指派第三人复核`, `${n} gaps to be given to a third evaluator`),
  ),
  deliberate: words(`${ROUND}/agreement`, (n) => bilingual(`${n} 项待合议`, `${n} gaps to deliberate on`)),
  rule: words(`${ROUND}/replies`, (n) =>
    bilingual(`县（市、区）意见 ${n} 条，待作出采纳决定`, `${n} opinions to rule on`),
  ),
};

/**
 * A task in one sentence: of which year and evaluation, how many, by when, how many of them are past their day.
 * Example: 2025 年度部门评价：评价组要求补充佐证 3 项，待答复（期限2026年3月18日，其中 1 项已逾期）。
 */
export function taskInWords({ kind, round, year, count, overdue, dueOn }: RoundTask): Bilingual {
  const { zh, en } = WORDS[kind].say(count);
  const of = round && KINDS[round.kind];
  const [late, isLate] =
    overdue === 0
      ? ['', '']
      : overdue === count
        ? ['，已逾期', ', overdue']
        : [`，其中 ${overdue} 项已逾期`, `, ${overdue} of them overdue`];
  const [day, byDay] =
    dueOn === null ? ['', ''] : [`（期限${dayInWords(dueOn).zh}${late}）`, ` (by ${dueOn}${isLate})`];
  return bilingual(
    `${year} 年度${of ? `${of.zh}：` : ''}${zh}${day}`,
    `${of ? `${year} ${of.en}` : year}: ${en}${byDay}`,
  );
}

/** The page of the program on which a task is done. */
export function pageOfTask({ kind, round, program, year }: RoundTask): string {
  const page = WORDS[kind].page.replace(':round', round?.id ?? '');
  return `${page}?program=${program}&year=${year}`;
}
