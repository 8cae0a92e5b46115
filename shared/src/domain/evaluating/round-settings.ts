import { dayInWords } from '../period/day-in-words';
import { refusal, type Refusal } from '../refusal';

export interface RoundSettingsToCheck {
  readonly year: number;
  /** YYYY-MM. */
  readonly windowFrom: string;
  readonly windowTo: string;
  /** ISO days. */
  readonly scoreBy: string;
  readonly replyBy: string;
  readonly gapMarks: string;
  readonly today: string;
}

/**
 * What is wrong in the window and the dates of a round: the window lies within the year that is evaluated and has not
 * begun in the future; marks are given after it has ended and not before today; replies are due after the marks.
 */
export function refusalsOfSettings(wanted: RoundSettingsToCheck): Refusal[] {
  const { year, windowFrom, windowTo, scoreBy, replyBy, gapMarks, today } = wanted;
  const within = (month: string): boolean => month.startsWith(`${year}-`);
  const outside = (pointer: string, month: string): Refusal =>
    refusal(
      pointer,
      `取证月份${month}不在评价年度${year}年内，请改为当年的月份。`,
      `The month ${month} lies outside the year ${year} that is evaluated: choose a month of that year.`,
    );
  return [
    ...(within(windowFrom) ? [] : [outside('/windowFrom', windowFrom)]),
    ...(within(windowTo) ? [] : [outside('/windowTo', windowTo)]),
    ...(windowFrom <= windowTo
      ? []
      : [
          refusal(
            '/windowTo',
            `取证期间的止月${windowTo}早于起月${windowFrom}，请核对。`,
            `The window ends (${windowTo}) before it begins (${windowFrom}): check both.`,
          ),
        ]),
    ...(windowFrom <= today.slice(0, 7)
      ? []
      : [
          refusal(
            '/windowFrom',
            `取证期间${windowFrom}还没有开始，不能建立评价批次。`,
            `The window begins in the future (${windowFrom}): a round cannot be opened yet.`,
          ),
        ]),
    ...(scoreBy.slice(0, 7) > windowTo
      ? []
      : [
          refusal(
            '/scoreBy',
            `评分截止日${dayInWords(scoreBy).zh}应在取证期间（至${windowTo}）结束之后。`,
            `Marks are due on ${scoreBy}, before the window ends (${windowTo}): choose a day after it.`,
          ),
        ]),
    ...(scoreBy >= today
      ? []
      : [
          refusal(
            '/scoreBy',
            `评分截止日${dayInWords(scoreBy).zh}已过，请选今天（${dayInWords(today).zh}）或以后的日期。`,
            `The day ${scoreBy} is over: choose today (${today}) or a later day.`,
          ),
        ]),
    ...(replyBy > scoreBy
      ? []
      : [
          refusal(
            '/replyBy',
            `意见反馈截止日${dayInWords(replyBy).zh}应晚于评分截止日${dayInWords(scoreBy).zh}。`,
            `Replies are due on ${replyBy}, which is not after the day for the marks (${scoreBy}).`,
          ),
        ]),
    ...(/[1-9]/.test(gapMarks)
      ? []
      : [refusal('/gapMarks', '分差应大于0分。', 'The gap must be more than 0 marks.')]),
  ];
}
