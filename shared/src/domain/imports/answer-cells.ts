import { fen } from '../money/fen';
import { printYuan } from '../money/print-money';
import type { SheetAnswerGiven, SheetItem } from '../sheets/sheet';
import type { AnswerCells } from './read-answer';

const CONCLUSIONS = { pass: '合格', fail: '不合格' } as const;

/** An answer as the three cells of its item print it; `readAnswer` reads it back as it was. Money is printed in 元. */
export function answerCells(item: Pick<SheetItem, 'answer'>, answer: SheetAnswerGiven | null): AnswerCells {
  if (answer === null) return { value: '', conclusion: '', reason: '' };
  const { state, value, conclusion, reason } = answer;
  const printed = value !== null && item.answer === 'money' ? printYuan(fen(value)) : (value ?? '');
  const said = conclusion === null ? '' : CONCLUSIONS[conclusion];
  return { value: printed, conclusion: state === 'notApplicable' ? '不适用' : said, reason: reason ?? '' };
}

/** An answer in one line: "1,800.00元", "不合格 2（名册未签字）", "不适用（无此项业务）"; empty where nothing is said. */
export function answerInLine(
  item: Pick<SheetItem, 'answer' | 'unit'>,
  answer: SheetAnswerGiven | null,
): string {
  const { value, conclusion, reason } = answerCells(item, answer);
  const unit = item.answer === 'money' ? '元' : (item.unit?.zh ?? '');
  const words = [conclusion, value === '' ? '' : `${value}${unit}`].filter((one) => one !== '').join(' ');
  return reason === '' ? words : `${words}（${reason}）`;
}
