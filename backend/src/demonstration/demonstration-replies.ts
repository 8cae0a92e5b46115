import { isoDate, type IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { CountyReplyEntity } from '../evaluations/county-reply.entity';
import type { DeliberationEntity } from '../evaluations/deliberation.entity';
import type { DraftResultEntity } from '../evaluations/draft-result.entity';
import type { ReplyRulingEntity } from '../evaluations/reply-ruling.entity';
import type { ReplySheetEntity } from '../evaluations/reply-sheet.entity';

/** Until when the counties of a round may answer, by its year: planned with the round and said again with the draft. */
export const REPLY_BY = { 2024: isoDate('2025-03-07'), 2025: isoDate('2026-03-09') } as const;

/** 征求意见 of the finalised rounds: opened, answered and ruled on, on working days before 定案. */
export interface IntendedReplies {
  readonly openedOn: IsoDate;
  readonly answeredOn: IsoDate;
  readonly replyBy: IsoDate;
  readonly ruledOn: IsoDate;
  readonly documentNumber: string;
}

export const DEMONSTRATION_REPLIES: Readonly<Record<number, IntendedReplies>> = {
  2024: {
    openedOn: isoDate('2025-03-03'),
    answeredOn: isoDate('2025-03-06'),
    replyBy: REPLY_BY[2024],
    ruledOn: isoDate('2025-03-10'),
    documentNumber: '演示司函〔2025〕5号',
  },
  2025: {
    openedOn: isoDate('2026-03-03'),
    answeredOn: isoDate('2026-03-06'),
    replyBy: REPLY_BY[2025],
    ruledOn: isoDate('2026-03-10'),
    documentNumber: '演示司函〔2026〕4号',
  },
};

interface OfRound {
  readonly cityId: string;
  readonly roundId: string;
}

const at = (day: string): Date => new Date(`${day}T02:00:00Z`);

/** The disputed mark of 2025: three marks apart, looked at by the third evaluator, settled on what the three gave. */
export const demonstrationDeliberation = ({ cityId, roundId }: OfRound): DeliberationEntity => ({
  cityId,
  roundId,
  countyId: 'chengjiang',
  indicatorId: 'satisfaction',
  number: 1,
  heldOn: '2026-03-02',
  members: ['演示·评价人员一', '演示·评价人员二', '演示·评价人员三', '演示·主评人'],
  minutesNumber: '演示合议〔2026〕1号',
  text: '两名评价人员评分相差3分，第三人复核了满意度调查的原始问卷；参加人员对问卷的看法已经一致。',
  finalScore: null,
  value: null,
  reason: '按三人评分的平均分计分',
  recordedBy: 'lead-evaluator',
  recordedAt: at('2026-03-02'),
});

export const demonstrationDraft = (
  { cityId, roundId }: OfRound,
  { openedOn, replyBy, documentNumber }: IntendedReplies,
  runId: string,
): DraftResultEntity => ({
  cityId,
  roundId,
  number: 1,
  runId,
  openedOn,
  replyBy,
  documentNumber,
  openedBy: 'officer-1',
  openedAt: at(openedOn),
});

/** Every county handed in its answer, one of 2025 with an opinion. */
export const demonstrationReplySheets = (
  { cityId, roundId }: OfRound,
  { answeredOn }: IntendedReplies,
  counties: readonly string[],
): ReplySheetEntity[] =>
  counties.map((countyId) => ({
    cityId,
    roundId,
    countyId,
    draftNumber: 1,
    version: 1,
    state: 'submitted',
    submittedBy: `county-${countyId}-approver`,
    submittedAt: at(answeredOn),
  }));

const OPINION = { countyId: 'chengjiang', draftNumber: 1, indicatorId: 'satisfaction' };

export const demonstrationReply = (
  { cityId, roundId }: OfRound,
  { answeredOn }: IntendedReplies,
): CountyReplyEntity => ({
  cityId,
  roundId,
  ...OPINION,
  text: '三名评价人员的评分相差较大，请再核对一次满意度问卷的统计。',
  askedScore: null,
  evidence: [],
  writtenBy: `county-${OPINION.countyId}`,
  writtenAt: at(answeredOn),
});

/** Not accepted: the demonstration’s scores come from its facts and marks alone. */
export const demonstrationRuling = (
  { cityId, roundId }: OfRound,
  { ruledOn }: IntendedReplies,
): ReplyRulingEntity => ({
  cityId,
  roundId,
  ...OPINION,
  version: 1,
  ruling: 'notAccepted',
  finalScore: null,
  reason: '已由第三人复核原始问卷，统计无误；合议时三人意见一致，维持原得分。',
  ruledBy: 'lead-evaluator',
  ruledAt: at(ruledOn),
});
