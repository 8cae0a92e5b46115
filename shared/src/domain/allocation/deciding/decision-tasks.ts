import { bilingual, type Bilingual } from '../../bilingual';
import { decisionActs } from './decision-acts';
import type { DecisionActor, DecisionCase } from './decision-case';

/** What waits for somebody in submitted splits, by what is to be done; a county acknowledges its notice. */
export type DecisionTaskKind =
  | 'decideSplit'
  | 'countersignSplit'
  | 'promulgateSplit'
  | 'checkSplitEntry'
  | 'submitSplitAgain'
  | 'attachStaffingOpinion'
  | 'acknowledgeSplitNotice';

/** A decision that is not promulgated, of which year and under which id. */
export interface OpenDecision {
  readonly id: string;
  readonly year: number;
  readonly case: DecisionCase;
}

/** All that is of one kind and year; `first` is what is opened where it is the only one. */
export interface DecisionTask {
  readonly kind: DecisionTaskKind;
  readonly year: number;
  readonly count: number;
  readonly first: string;
}

const TAKES = {
  submission: 'submitSplitAgain',
  collectiveDecision: 'decideSplit',
  countersignature: 'countersignSplit',
  promulgation: 'promulgateSplit',
} as const;

/**
 * What waits for a person in the open decisions, by kind and year in the order of the decisions. Only what is theirs to do: the
 * step that they may take in the program, the check of what another person entered, a return to be submitted again, the
 * 人员安置意见 that is missing. That somebody could enter a paper or return is no call to do so.
 */
export function decisionTasks(
  decisions: readonly OpenDecision[],
  by: DecisionActor,
): readonly DecisionTask[] {
  const tasks = new Map<string, DecisionTask>();
  for (const { id, year, case: one } of decisions) {
    for (const { act, step } of decisionActs(one, by)) {
      const kind = kindOf(act, step);
      if (kind === null) continue;
      const known = tasks.get(`${year}/${kind}`);
      tasks.set(`${year}/${kind}`, {
        kind,
        year,
        count: (known?.count ?? 0) + 1,
        first: known?.first ?? id,
      });
    }
  }
  return [...tasks.values()];
}

function kindOf(
  act: ReturnType<typeof decisionActs>[number]['act'],
  step: keyof typeof TAKES,
): DecisionTaskKind | null {
  switch (act) {
    case 'take':
    case 'submitAgain':
      return TAKES[step];
    case 'check':
      return 'checkSplitEntry';
    case 'attachOpinion':
      return 'attachStaffingOpinion';
    case 'return':
    case 'enterPaper':
      return null;
  }
}

const WORDS: Readonly<Record<DecisionTaskKind, (count: number) => Bilingual>> = {
  decideSplit: (n) =>
    bilingual(
      `资金分配方案 ${n} 个已报送，待党组会（局长办公会）集体研究`,
      `${n} submitted to the collective decision`,
    ),
  countersignSplit: (n) =>
    bilingual(`资金分配方案 ${n} 个集体研究已通过，待会签`, `${n} decided, to be countersigned`),
  promulgateSplit: (n) =>
    bilingual(`资金分配方案 ${n} 个已会签，待印发`, `${n} countersigned, to be promulgated`),
  checkSplitEntry: (n) =>
    bilingual(`资金分配登记 ${n} 条，待您核对`, `${n} entries of another person to be checked`),
  submitSplitAgain: (n) =>
    bilingual(`资金分配方案 ${n} 个被退回，待重新报送`, `${n} returned, to be submitted again`),
  attachStaffingOpinion: (n) =>
    bilingual(`人员安置意见 ${n} 份，待上传`, `${n} staffing opinions to be attached`),
  acknowledgeSplitNotice: (n) => bilingual(`资金分配通知 ${n} 份，待签收`, `${n} notices to be acknowledged`),
};

/** A task in one sentence. Example: 2026 年度资金分配方案 1 个已报送，待党组会（局长办公会）集体研究. */
export function decisionTaskInWords({ kind, year, count }: DecisionTask): Bilingual {
  const { zh, en } = WORDS[kind](count);
  return bilingual(`${year} 年度${zh}`, `Split of ${year}: ${en}`);
}

/** The page on which it is done: the decision where there is one, else the list of the year. */
export function pageOfDecisionTask({ kind, year, count, first }: DecisionTask, program: string): string {
  const query = `program=${program}&year=${year}`;
  if (kind === 'acknowledgeSplitNotice') return `/allocations/notices?${query}`;
  return `/allocations/decisions${count === 1 ? `/${first}` : ''}?${query}`;
}
