import { accepted, refusal, refused } from '../refusal';
import type { Outcome, Refusal } from '../refusal';
import { checkValue } from '../sheets/checks/check-value';
import type { SheetAnswerGiven, SheetItem } from '../sheets/sheet';
import type { IsoDate } from '../period/year-month';
import { plainFigure } from './plain-figure';
import { readConclusion } from './read-conclusion';
import { readCount, readMoney } from './read-figure';
import { readDay } from './read-period';

/** What the three cells of an item say: its figure, day or words; 合格, 不合格 or 不适用; a reason or a note. */
export interface AnswerCells {
  readonly value: string;
  readonly conclusion: string;
  readonly reason: string;
}

function readValue(item: SheetItem, text: string): Outcome<string> {
  if (item.answer === 'money') {
    const outcome = readMoney(text, '元', '/value');
    return outcome.ok ? accepted(String(outcome.value.value)) : outcome;
  }
  if (item.answer === 'count') {
    const outcome = readCount(text, '/value');
    return outcome.ok ? accepted(String(outcome.value)) : outcome;
  }
  if (item.answer === 'date') return readDay(text, '/value');
  return accepted(item.answer === 'conclusion' ? plainFigure(text).replaceAll(',', '') : text);
}

/**
 * What the cells of one item say, in the form in which it is stored; null where they say nothing. Figures, days and
 * conclusions are understood as people write them, money in 元; then the item's own check decides. Refused with pointers
 * `/value`, `/conclusion` and `/reason`, each with what to do. Example: {value: '１，８００', conclusion: '', reason: ''} of
 * an item in money is 180 000 分, reported.
 */
export function readAnswer(
  item: SheetItem,
  { value: valueText, conclusion: conclusionText, reason: reasonText }: AnswerCells,
  today: IsoDate,
): Outcome<SheetAnswerGiven | null> {
  if (valueText === '' && conclusionText === '' && reasonText === '') return accepted(null);
  const refusals: Refusal[] = [];
  const taken = <Value>(outcome: Outcome<Value>): Value | null => {
    if (outcome.ok) return outcome.value;
    refusals.push(...outcome.refusals);
    return null;
  };
  const said = conclusionText === '' ? null : taken(readConclusion(conclusionText, '/conclusion'));
  const value = valueText === '' ? null : taken(readValue(item, valueText));
  if (refusals.length > 0) return refused(refusals);
  if (value === null && said === null) return refused([ONLY_A_REASON]);
  const answer: SheetAnswerGiven = {
    state: said === 'notApplicable' ? 'notApplicable' : 'reported',
    value,
    conclusion: said === 'notApplicable' ? null : said,
    reason: reasonText === '' ? null : reasonText,
  };
  return checkValue(item, answer, today);
}

const ONLY_A_REASON = refusal(
  '/value',
  '只写了说明，没有填写内容；请填写，或选“不适用”。',
  'There is a note and no answer: enter it, or choose 不适用 (not applicable).',
);
