import { accepted, pointerToken, refusal, refused } from '../refusal';
import type { Outcome, Refusal } from '../refusal';
import { addMonths } from '../period/year-month';
import { askedItems } from './checks/sheet-figures';
import type { EarlierAnswer, ItemAnswer, SheetItem, SheetSurroundings, SheetTemplate } from './sheet';
import { derivedItems, suggestedFigures } from './suggested-figures';

const NOT_OF_INSPECTIONS = refusal(
  '/kind',
  '督查表应当逐项核对后填写，不能以“本月无变化”确认。',
  'An inspection is checked item by item; it cannot be confirmed as unchanged.',
);

function cannotRepeat(item: SheetItem): Refusal {
  const pointer = `/items/${pointerToken(item.id)}`;
  const { zh, en } = item.name;
  return item.answer === 'date'
    ? refusal(
        pointer,
        `“${zh}”每月不同，不能沿用上月，请填写本月日期后再确认；没有发生的，选“不适用”并说明原因。`,
        `"${en}" is another day every month and is not repeated; enter this month’s day and confirm again, or say why it does not apply.`,
      )
    : refusal(
        pointer,
        `“${zh}”是当月发生数，不能沿用上月，请填写（没有的填0）后再确认。`,
        `"${en}" counts what happened in the month and is not repeated; enter it, 0 where there was none, and confirm again.`,
      );
}

const neverReported = ({ id, name }: SheetItem): Refusal =>
  refusal(
    `/items/${pointerToken(id)}`,
    `“${name.zh}”上月没有报送，无从比较，请填写本月数据后再确认。`,
    `"${name.en}" was not reported last month, so there is nothing to be unchanged; enter this month’s value and confirm again.`,
  );

/** Whether leaving an item empty would be a change: it is required, or was a standing answer last month. */
const stands = (item: SheetItem, before: EarlierAnswer | undefined): boolean =>
  item.required || (before?.state === 'reported' && item.answer !== 'date' && item.eachMonth !== true);

/** Last month's answer to an item, null where the item may stay empty, or why it cannot be repeated. */
function repeated(item: SheetItem, { month, earlier }: SheetSurroundings): ItemAnswer | Refusal | null {
  const lastMonth = addMonths(month, -1);
  const before = earlier.find((one) => one.item === item.id && one.month === lastMonth);
  if (!stands(item, before)) return null;
  if (item.answer === 'date' || item.eachMonth === true) return cannotRepeat(item);
  if (before === undefined) return neverReported(item);
  const { state, value, conclusion, reason } = before;
  return { item: item.id, state, value, conclusion, reason };
}

/**
 * What 本月无变化，确认 writes: for each item that the month asks and nobody answered yet, the figure that follows from the
 * others by the template's rules, else last month's answer with its reason. What is answered already stays, so that a
 * county enters the few figures of the month (its day of payment, who was new) and confirms the rest in one act. The
 * result is checked like any other submission; a day that is needed only beside another figure is asked for there.
 * Refused: an inspection sheet, which is checked item by item (`/kind`); per item (`/items/<id>`), a required day or count
 * of what happened within the month, and whatever last month did not report.
 * Example: last month 25 on post and 120 supervised; with 0 new, 0 released, 0 assessments entered, 25 and 120 are filled.
 */
export function unchangedValues(
  template: SheetTemplate,
  values: readonly ItemAnswer[],
  surroundings: SheetSurroundings,
): Outcome<readonly ItemAnswer[]> {
  if (template.kind === 'inspection') return refused([NOT_OF_INSPECTIONS]);
  const answered = new Set(values.map(({ item }) => item));
  const open = askedItems(template.items, surroundings).filter(({ id }) => !answered.has(id));
  const derived = derivedItems(template);
  const filled: ItemAnswer[] = [];
  const refusals: Refusal[] = [];
  const repeat = (item: SheetItem): void => {
    const answer = repeated(item, surroundings);
    if (answer !== null && 'pointer' in answer) refusals.push(answer);
    else if (answer !== null) filled.push(answer);
  };
  open.filter(({ id }) => !derived.has(id)).forEach(repeat);
  const figures = suggestedFigures(template, [...values, ...filled], surroundings);
  for (const item of open.filter(({ id }) => derived.has(id))) {
    const value = figures.get(item.id);
    if (value === undefined) repeat(item);
    else filled.push({ item: item.id, state: 'reported', value, conclusion: null, reason: null });
  }
  return refusals.length > 0 ? refused(refusals) : accepted(filled);
}
