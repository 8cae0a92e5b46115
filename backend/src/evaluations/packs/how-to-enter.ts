import { elementName, NO, NONE, YES } from '@yuheng/shared/domain/evaluating/pack-cells';
import { markedBy } from '@yuheng/shared/domain/evaluating/score-entry';
import type { CompiledLeaf, CompiledMethod } from '@yuheng/shared/domain/scoring/compile-method';
import { printNumber } from '@yuheng/shared/domain/scoring/numbers/numeral';
import type { ListOfChoices, RangeOfNumbers } from '../../workbooks/write-workbook';

/** Excel keeps no more of a list. */
const LONGEST_LIST = 255;

/** What is written into the boxes of an indicator, in a sentence above its rows. */
export function howToEnter({ scoreDecimals }: CompiledMethod, { indicator, marks }: CompiledLeaf): string {
  const { rule } = indicator;
  if (markedBy(indicator) === 'program')
    return `核对无误的在“确认”填“${YES}”；不同意系统得分的在“另行给分”填分数，并写明扣分说明`;
  switch (rule?.kind) {
    case 'evaluator':
      return `“填写”填0至${printNumber(marks)}之间的分数，${scoreDecimals === 0 ? '只填整数' : `最多${scoreDecimals}位小数`}`;
    case 'bands':
      return `“填写”选档次（${rule.bands.map(({ label, from, to }) => `${label}：${String(from)}—${String(to)}`).join('，')}），“补充填写”填得分比例`;
    case 'elements':
      return `“填写”填已具备的要素，用“、”隔开，全无的填“${NONE}”；要素：${rule.elements.map((one) => `${elementName(one)}（${String(one.marks)}分）`).join('、')}`;
    case 'yesNo':
      return `“填写”选“${YES}”或者“${NO}”`;
    case 'deduction':
      return `“填写”填发生次数，没有发生的填0；每次扣${String(rule.perOccurrence)}分`;
    case 'veto':
      return `“填写”选“${YES}”（已发生）或者“${NO}”，已发生的在“补充填写”填审计、财政监督或者纪检监察的文号`;
    case 'proportional':
      return rule.target === 'goal'
        ? '“填写”填实际完成值，“补充填写”填目标值'
        : `“填写”填实际完成值，目标为${String(rule.target)}`;
    default:
      return '“填写”填实际值';
  }
}

/** Guards against slips while typing; what comes back is checked in any case. */
export interface BoxRules {
  readonly lists: readonly ListOfChoices[];
  readonly numbers: readonly RangeOfNumbers[];
}

const list = (range: string, choices: readonly string[]): BoxRules => ({
  // A comma would divide a choice, and a list that is too long would damage the workbook.
  lists:
    choices.join(',').length <= LONGEST_LIST && !choices.some((one) => one.includes(','))
      ? [{ range, choices }]
      : [],
  numbers: [],
});

const number = (range: string, type: 'decimal' | 'whole', to: string | null): BoxRules => ({
  lists: [],
  numbers: [
    {
      range,
      type,
      from: 0,
      to: to === null ? null : Number(to),
      error: to === null ? '请填不小于0的整数。' : `请填0至${to}之间的数。`,
    },
  ],
});

const both = (one: BoxRules, other: BoxRules): BoxRules => ({
  lists: [...one.lists, ...other.lists],
  numbers: [...one.numbers, ...other.numbers],
});

/** What Excel itself refuses in the first and the second box of an indicator's rows. */
export function boxRules({ indicator, marks }: CompiledLeaf, value: string, second: string): BoxRules {
  const full = printNumber(marks);
  if (markedBy(indicator) === 'program') return both(list(value, [YES]), number(second, 'decimal', full));
  const { rule } = indicator;
  if (rule?.kind === 'evaluator') return number(value, 'decimal', full);
  if (rule?.kind === 'deduction') return number(value, 'whole', null);
  if (rule?.kind === 'yesNo' || rule?.kind === 'veto') return list(value, [YES, NO]);
  if (rule?.kind === 'bands')
    return both(
      list(
        value,
        rule.bands.map(({ label }) => label),
      ),
      number(second, 'decimal', '1'),
    );
  return { lists: [], numbers: [] };
}
