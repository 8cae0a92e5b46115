import { bilingual } from '../bilingual';
import type { IsoDate } from '../period/year-month';
import type { Duty } from './duties-of-county';
import { DUE_SOON_DAYS, dutyState } from './duty-due';
import type { AskedKind, AskedRule } from './duty-rule';

/** One thing that a round asks of a county, with its day. */
export interface Asked {
  readonly kind: AskedKind;
  readonly round: string;
  /** The year that the round evaluates. */
  readonly year: number;
  readonly county: string;
  readonly dueOn: IsoDate;
  /** The day on which the last of it was answered or handed in; null: something is open. */
  readonly doneOn: IsoDate | null;
}

const OF_COUNTY = { owedBy: ['countyJustice'], recorded: true } as const;

export const ASKED_RULES: Readonly<Record<AskedKind, AskedRule>> = {
  evidenceRequest: {
    ...OF_COUNTY,
    id: 'evidenceRequest',
    kind: 'evidenceRequest',
    name: bilingual('答复评价组补充佐证的要求', 'Answer what evaluators ask for'),
    binding: true,
    basis: bilingual(
      '由评价批次的评价组提出，内容见本页“评价组要求补充佐证”。',
      'Asked for by the team of the round; what it asks stands on this page.',
    ),
    term: bilingual('评价组提出时定明的答复期限。', 'the day that the team sets when it asks.'),
  },
  documentRequest: {
    ...OF_COUNTY,
    id: 'documentRequest',
    kind: 'documentRequest',
    name: bilingual('提供评价资料（资料清单）', 'Hand in the documents that the evaluation asks for'),
    binding: true,
    basis: bilingual(
      '评价批次的资料清单，由评价组或者组织评价的单位在现场评价前提出。',
      'The list of documents of the round, asked for before the visit.',
    ),
    term: bilingual('提出资料清单时定明的日期。', 'the day that is set with the list.'),
  },
  reply: {
    ...OF_COUNTY,
    id: 'reply',
    kind: 'reply',
    name: bilingual('反馈对评价结果的意见（征求意见）', 'Reply to the draft result of the evaluation'),
    // After its day nothing is taken any more: nothing is left to be done.
    binding: false,
    basis: bilingual(
      '组织评价的单位就评价结果征求意见；没有意见的，也请报送“无意见”。',
      'The draft result is open for replies; having none is stated, too.',
    ),
    term: bilingual('开放征求意见时定明的反馈期限。', 'the day that is set when the draft result is opened.'),
  },
};

/** What rounds ask of counties as duties, in the order given. */
export const askedDuties = (
  asked: readonly Asked[],
  { asOf, soonDays = DUE_SOON_DAYS }: { readonly asOf: IsoDate; readonly soonDays?: number },
): readonly Duty[] =>
  asked.map(({ kind, round, year, county, dueOn, doneOn }) => {
    const rule = ASKED_RULES[kind];
    const { binding } = rule;
    const record = { doneOn, asked: binding || asOf <= dueOn };
    const state = dutyState(dueOn, record, { asOf, binding, soonDays });
    return {
      ...{ rule, round, year, county, month: null, dueOn, doneOn, state },
      ...{ assumed: false, returnReason: null },
    };
  });
