import { bilingual, type Bilingual } from '../bilingual';
import { dayInWords } from '../period/day-in-words';

/** What the reader sees of an exchange (征求意见), in counts. */
export interface RepliesStanding {
  readonly counties: number;
  readonly answered: number;
  readonly opinions: number;
  /** Opinions of those that were ruled on. */
  readonly ruled: number;
  readonly replyBy: string;
}

/**
 * How many counties have answered, how many opinions there are and how many of them were ruled on; to one county whether it
 * has. Example: 9个县（市、区）中8个已反馈，期限2026年3月9日；共提出意见3条，已答复1条。
 */
export function repliesSentence({
  counties,
  answered,
  opinions,
  ruled,
  replyBy,
}: RepliesStanding): Bilingual {
  const by = dayInWords(replyBy);
  if (counties === 1) {
    const own = answered === 1 ? bilingual('已反馈', 'Answered') : bilingual('尚未反馈', 'Not answered yet');
    return bilingual(
      `${own.zh}，期限${by.zh}；提出意见${opinions}条，已答复${ruled}条。`,
      `${own.en} (until ${by.en}); opinions: ${opinions}, ruled on: ${ruled}.`,
    );
  }
  return bilingual(
    `${counties}个县（市、区）中${answered}个已反馈，期限${by.zh}；共提出意见${opinions}条，已答复${ruled}条。`,
    `${answered} of ${counties} counties have answered (until ${by.en}); ${opinions} opinions, ${ruled} of them ruled on.`,
  );
}
