import { bilingual } from '../../bilingual';
import { compare, ZERO } from '../../numbers/rational';
import type { Rational } from '../../numbers/rational';
import { accepted, refusal, refused } from '../../refusal';
import type { Outcome, Refusal } from '../../refusal';
import { exactSum, exactSumOf } from '../numbers/exact-sum';
import { inBothLanguages } from '../method';
import type { ElementsRule, IndicatorValue, ScoringElement } from '../method';
import { absent, isRefusal, printNumber, requireNumeral } from '../numbers/numeral';
import { ruleRefused, scored } from './rule';
import type { CompiledRule, RuleOutcome } from './rule';

interface ReadElement {
  readonly element: ScoringElement;
  readonly marks: Rational;
}

function readElements(rule: ElementsRule, pointer: string): { elements: ReadElement[]; refusals: Refusal[] } {
  const elements: ReadElement[] = [];
  const refusals: Refusal[] = [];
  const seen = new Set<string>();
  rule.elements.forEach((element, index) => {
    const at = `${pointer}/elements/${index}`;
    if (seen.has(element.id)) {
      refusals.push(
        refusal(
          `${at}/id`,
          `要素编号“${element.id}”重复，请改为唯一的编号。`,
          `The element id "${element.id}" stands twice; give each element its own.`,
        ),
      );
    }
    seen.add(element.id);
    const marks = requireNumeral(element.marks, `${at}/marks`);
    if (isRefusal(marks)) refusals.push(marks);
    else if (marks.numerator < 0n) {
      refusals.push(
        refusal(
          `${at}/marks`,
          `要素分值不得为负数，现为${printNumber(marks)}，请改正。`,
          `The marks of an element must not be negative; they are ${printNumber(marks)}. Correct them.`,
        ),
      );
    } else elements.push({ element, marks });
  });
  return { elements, refusals };
}

/** The sum is told only where each of its parts is sound and the marks of the leaf are. */
function checkSum(elements: readonly ReadElement[], marks: Rational | null, pointer: string): Refusal[] {
  const sum = exactSumOf(elements.map((one) => one.marks));
  if (marks === null || compare(sum, marks) === 0) return [];
  return [
    refusal(
      `${pointer}/elements`,
      `各要素分值合计${printNumber(sum)}分，该指标分值为${printNumber(marks)}分，请改为一致。`,
      `The elements sum to ${printNumber(sum)}, the marks of the indicator are ${printNumber(marks)}; make them agree.`,
    ),
  ];
}

const noList = (pointer: string): Refusal =>
  refusal(
    pointer,
    '要素计分指标应当填写已符合要素的编号清单，一项也不符合的填写 []。',
    'An indicator scored by elements takes the list of the ids of those that are met; [] where none is.',
  );

const wrongElement = (id: string, known: boolean, pointer: string): Refusal =>
  known
    ? refusal(pointer, `要素“${id}”重复填写，请删去。`, `The element "${id}" stands twice; remove it.`)
    : refusal(
        pointer,
        `没有编号为“${id}”的要素，请核对。`,
        `There is no element with the id "${id}"; check it.`,
      );

/** The marks of the elements that are met, in one pass. */
function scoreMet(
  met: readonly string[],
  byId: ReadonlyMap<string, ReadElement>,
  pointer: string,
): RuleOutcome {
  const refusals: Refusal[] = [];
  const counted = new Set<ReadElement>();
  let sum = ZERO;
  met.forEach((id, index) => {
    const element = byId.get(id);
    if (element === undefined || counted.has(element)) {
      refusals.push(wrongElement(id, element !== undefined, `${pointer}/${index}`));
    } else {
      counted.add(element);
      sum = exactSum(sum, element.marks);
    }
  });
  return refusals.length > 0 ? ruleRefused(refusals) : scored(sum);
}

function explain(
  elements: readonly ReadElement[],
  value: IndicatorValue,
): ReturnType<CompiledRule['explain']> {
  const met = new Set(value.met as readonly string[]);
  const counted = elements.filter((one) => met.has(one.element.id));
  return {
    inputs: elements.map(({ element, marks }) => {
      const name = inBothLanguages(element.name ?? element.id);
      const full = printNumber(marks);
      const answer = met.has(element.id) ? bilingual('符合', 'met') : bilingual('不符合', 'not met');
      return {
        label: bilingual(
          `要素：${name.zh}（${full}分），${answer.zh}`,
          `element: ${name.en} (${full} marks), ${answer.en}`,
        ),
        figure: '',
      };
    }),
    label:
      counted.length > 0
        ? bilingual('符合要素的分值之和', 'the marks of the elements that are met')
        : bilingual('没有符合的要素，不得分', 'no element is met: no marks'),
    expression: counted.length > 0 ? counted.map((one) => printNumber(one.marks)).join(' + ') : '0',
  };
}

/**
 * 要素计分: the sum of the marks of the elements that are met, which are named by their ids in any order; together the
 * elements have the marks of the leaf, exactly. Refused in the method: no element, an id twice, negative marks, a sum other
 * than the leaf's marks (null: they were refused already, so no sum is told). Refused in a value: an id unknown or twice.
 * Example: elements of 2, 3 and 5 marks, the first and the last met → 2 + 5 = 7.
 */
export function compileElements(
  rule: ElementsRule,
  marks: Rational | null,
  pointer: string,
): Outcome<CompiledRule> {
  if (rule.elements.length === 0) {
    return refused([
      refusal(
        `${pointer}/elements`,
        '至少应当有一个要素，请补充。',
        'At least one element is needed; add it.',
      ),
    ]);
  }
  const { elements, refusals } = readElements(rule, pointer);
  if (refusals.length === 0) refusals.push(...checkSum(elements, marks, pointer));
  if (refusals.length > 0) return refused(refusals);
  const byId = new Map(elements.map((one) => [one.element.id, one]));
  return accepted({
    keys: ['met'],
    words: bilingual(
      '要素计分：每符合一个要素得该要素的分值',
      'by elements: each that is met gives its own marks',
    ),
    score: (value, at) => {
      if (value.met === undefined) return ruleRefused([absent(`${at}/met`)]);
      if (typeof value.met === 'boolean') return ruleRefused([noList(`${at}/met`)]);
      return scoreMet(value.met, byId, `${at}/met`);
    },
    explain: (value) => explain(elements, value),
  });
}
