import { bilingual } from '../../bilingual';
import type { Refusal } from '../../refusal';
import { pointerToken } from '../../refusal';
import type { ItemAnswer, SheetItem, SheetRemark, SheetSurroundings, SheetTemplate } from '../sheet';
import { checkValue } from './check-value';
import { ruleRemark } from './rule-remarks';
import { answersOf, askedItems } from './sheet-figures';

const error = (item: SheetItem, zh: string, en: string): SheetRemark => ({
  severity: 'error',
  items: [item.id],
  text: bilingual(zh, en),
});

/** What an answer that can be stored still lacks before the sheet can be submitted. */
function incompleteness(item: SheetItem, value: ItemAnswer): readonly SheetRemark[] {
  if (item.answer !== 'conclusion' || value.state === 'notApplicable') return [];
  const remarks: SheetRemark[] = [];
  if (value.conclusion === 'fail' && value.reason === null) {
    remarks.push(
      error(
        item,
        `“${item.name.zh}”不合格，应当写明发现的问题，请补充。`,
        `"${item.name.en}" failed; say what was found.`,
      ),
    );
  }
  if (item.unit !== undefined && value.value === null) {
    remarks.push(
      error(
        item,
        `“${item.name.zh}”有结论，还应当填写数字（${item.unit.zh}），请补充。`,
        `"${item.name.en}" has a conclusion but no figure (${item.unit.en}); add it.`,
      ),
    );
  }
  return remarks;
}

function valueRemarks(
  item: SheetItem,
  value: ItemAnswer,
  { today }: SheetSurroundings,
): readonly SheetRemark[] {
  const outcome = checkValue(item, value, today);
  if (outcome.ok) return incompleteness(item, value);
  return outcome.refusals.map(({ detail }) => error(item, detail.zh, detail.en));
}

/** An inspection is checked item by item and has no confirmation of no change. */
const empty = (kind: SheetTemplate['kind']): SheetRemark => ({
  severity: 'error',
  items: [],
  text:
    kind === 'inspection'
      ? bilingual(
          '本表还没有填写任何内容，空表不算报送；请逐项核对后填写。',
          'The sheet says nothing yet, and an empty sheet is no report; check its items one by one and fill them in.',
        )
      : bilingual(
          '本表还没有填写任何内容，空表不算报送；请填写各项，本月确无变化的，请按“本月无变化，确认”办理。',
          'The sheet says nothing yet, and an empty sheet is no report; fill in its items, or confirm that nothing changed this month.',
        ),
});

const unanswered = (item: SheetItem): SheetRemark =>
  error(
    item,
    `“${item.name.zh}”尚未填写，请填写；确实不适用的，选“不适用”并说明原因。`,
    `"${item.name.en}" is not answered; answer it, or choose "not applicable" with its reason.`,
  );

/**
 * Everything that is to be said of a sheet before it is submitted, in the order of its items, then of its rules. Errors:
 * an empty sheet; a required item that the month asks and nobody answered; an answer that its item does not take;
 * 不合格 without what was found; 合格 without the figure that belongs to it; a rule of severity error. Warnings: rules of
 * that severity. A reported 0 is an answer and so is 不适用 with its reason; what is carried into the month is not asked.
 */
export function checkSheet(
  { kind, items, rules }: SheetTemplate,
  values: readonly ItemAnswer[],
  surroundings: SheetSurroundings,
): readonly SheetRemark[] {
  if (values.length === 0) return [empty(kind)];
  const asked = new Set(askedItems(items, surroundings).map(({ id }) => id));
  const remarks: SheetRemark[] = [];
  for (const item of items) {
    const value = values.find((one) => one.item === item.id);
    if (value !== undefined) remarks.push(...valueRemarks(item, value, surroundings));
    else if (item.required && asked.has(item.id)) remarks.push(unanswered(item));
  }
  const ground = { items, answers: answersOf(items, values, surroundings), surroundings };
  return [...remarks, ...rules.flatMap((rule) => ruleRemark(rule, ground) ?? [])];
}

/** The errors among the remarks as refusals of a submission, each at the item with which to begin. */
export const refusalsOfSheet = (remarks: readonly SheetRemark[]): readonly Refusal[] =>
  remarks
    .filter(({ severity }) => severity === 'error')
    .map(({ items: [first], text }) => ({
      pointer: first === undefined ? '/items' : `/items/${pointerToken(first)}`,
      detail: text,
    }));
