import { bilingual } from '../../bilingual';
import type { Bilingual } from '../../bilingual';
import { add, compare, multiply, negate, rational, subtract, ZERO } from '../../numbers/rational';
import type { Rational } from '../../numbers/rational';
import type {
  ComparisonRule,
  KnownFigure,
  NotBeforeRule,
  RequiredWhenRule,
  SheetItem,
  SheetRemark,
  SheetRule,
  SheetSurroundings,
  SheetTerm,
} from '../sheet';
import { figureInWords } from './check-value';
import { nameInOther } from '../other-sheets';
import { figureBeside, figureOf } from './sheet-figures';
import type { AnswersOfMonth } from './sheet-figures';

type Measured = Pick<SheetItem, 'name' | 'answer' | 'unit'>;

const KNOWN: Readonly<Record<KnownFigure, Measured>> = {
  approvedPosts: {
    name: bilingual('核定名额', 'approved posts'),
    answer: 'count',
    unit: bilingual('个', ''),
  },
};

/** What a rule is checked against. */
export interface RuleGround {
  readonly items: readonly SheetItem[];
  readonly answers: AnswersOfMonth;
  readonly surroundings: SheetSurroundings;
}

const itemOf = (ground: RuleGround, id: string): SheetItem => {
  const item = ground.items.find((one) => one.id === id);
  if (item === undefined) throw new RangeError(`A rule names "${id}", which is no item of its template.`);
  return item;
};

/** What a term is measured in, and its name in a sentence; null of another sheet that does not report it. */
function measureOf(term: SheetTerm, ground: RuleGround): Measured | null {
  if ('known' in term) return KNOWN[term.known];
  if ('sheet' in term) {
    const beside = figureBeside(term, ground.surroundings)?.item;
    return beside === undefined ? null : { ...beside, name: nameInOther(term.sheet, beside.name) };
  }
  if ('item' in term) return itemOf(ground, term.item);
  const item = itemOf(ground, term.lastMonth);
  return { ...item, name: bilingual(`上月${item.name.zh}`, `last month’s ${item.name.en}`) };
}

/** The measure in which a comparison is read aloud: money where it has any, because persons × 元 is 元. */
function measureOfRule({ left, right }: ComparisonRule, ground: RuleGround): Measured | undefined {
  const all = [...left, ...right].flatMap((term) => measureOf(term, ground) ?? []);
  return all.find((one) => one.answer === 'money') ?? all[0];
}

interface Side {
  readonly sum: Rational;
  /** "月初人数120人＋本月新增5人＝125人" */
  readonly words: Bilingual;
}

/** A term with its figure: "在岗人数25人×1,000.00元"; its sign stands before it where it is not the first or taken away. */
function termInWords(term: SheetTerm, figure: Rational, measured: Measured, isMoney: boolean): Bilingual {
  const times = Math.abs(term.times ?? 1);
  const said = figureInWords(measured, figure);
  const [zh, en] = [`${measured.name.zh}${said.zh}`, `${measured.name.en} ${said.en}`];
  if (times === 1) return bilingual(zh, en.trim());
  const isPrice = isMoney && measured.answer !== 'money';
  const factor = figureInWords({ answer: isPrice ? 'money' : 'count' }, rational(times));
  return bilingual(`${zh}×${factor.zh}`, `${en.trim()} × ${factor.en}`);
}

/** One side of a comparison; null while one of its figures is unknown, or where none of its items applies. */
function sideOf(terms: readonly SheetTerm[], total: Measured, ground: RuleGround): Side | null {
  let sum = ZERO;
  const zh: string[] = [];
  const en: string[] = [];
  for (const term of terms) {
    const figure = figureOf(term, ground.answers, ground.surroundings);
    const measured = measureOf(term, ground);
    if (figure === 'unknown' || measured === null) return null;
    if (figure === 'notApplicable') continue;
    const times = term.times ?? 1;
    sum = add(sum, multiply(figure, rational(times)));
    const words = termInWords(term, figure, measured, total.answer === 'money');
    const isFirst = zh.length === 0;
    zh.push(`${times < 0 ? '－' : isFirst ? '' : '＋'}${words.zh}`);
    en.push(`${times < 0 ? '− ' : isFirst ? '' : '+ '}${words.en}`);
  }
  if (zh.length === 0) return null;
  const said = figureInWords(total, sum);
  const isSum = zh.length > 1 || terms.some((term) => Math.abs(term.times ?? 1) !== 1);
  return {
    sum,
    words: bilingual(
      `${zh.join('')}${isSum ? `＝${said.zh}` : ''}`,
      `${en.join(' ')}${isSum ? ` = ${said.en}` : ''}`,
    ),
  };
}

/** The items of this month that a rule speaks of, in its order, each once. */
const itemsOf = ({ left, right }: ComparisonRule): readonly string[] => [
  ...new Set([...left, ...right].flatMap((term) => ('item' in term ? [term.item] : []))),
];

function compareSides(rule: ComparisonRule, ground: RuleGround): SheetRemark | null {
  const total = measureOfRule(rule, ground);
  if (total === undefined) return null;
  const [left, right] = [sideOf(rule.left, total, ground), sideOf(rule.right, total, ground)];
  if (left === null || right === null) return null;
  const order = compare(left.sum, right.sum);
  if (order === 0 || (rule.kind === 'atMost' && order < 0)) return null;
  const difference = subtract(left.sum, right.sum);
  const apart = figureInWords(total, difference.numerator < 0n ? negate(difference) : difference);
  const [zh, en] =
    rule.kind === 'equals'
      ? [
          `与${right.words.zh}不一致，相差${apart.zh}`,
          `does not equal ${right.words.en}: they differ by ${apart.en}`,
        ]
      : [`大于${right.words.zh}，多${apart.zh}`, `is above ${right.words.en}, by ${apart.en}`];
  return {
    severity: rule.severity,
    items: itemsOf(rule),
    text: bilingual(`${left.words.zh}${zh}。${rule.advice.zh}`, `${left.words.en} ${en}. ${rule.advice.en}`),
  };
}

function requireWhen(rule: RequiredWhenRule, ground: RuleGround): SheetRemark | null {
  const figure = figureOf({ item: rule.when }, ground.answers, ground.surroundings);
  if (typeof figure === 'string' || compare(figure, ZERO) <= 0 || ground.answers.has(rule.item)) return null;
  const [when, item] = [itemOf(ground, rule.when), itemOf(ground, rule.item)];
  const said = figureInWords(when, figure);
  return {
    severity: rule.severity,
    items: [rule.item, rule.when],
    text: bilingual(
      `${when.name.zh}为${said.zh}，还应当填写${item.name.zh}。${rule.advice.zh}`,
      `${when.name.en} is ${said.en}, so ${item.name.en} is needed too. ${rule.advice.en}`,
    ),
  };
}

function compareDays(rule: NotBeforeRule, ground: RuleGround): SheetRemark | null {
  const day = ground.answers.get(rule.item)?.value ?? null;
  const other = ground.answers.get(rule.other)?.value ?? null;
  if (day === null || other === null || day >= other) return null;
  const [item, before] = [itemOf(ground, rule.item), itemOf(ground, rule.other)];
  return {
    severity: rule.severity,
    items: [rule.item, rule.other],
    text: bilingual(
      `${item.name.zh}${day}早于${before.name.zh}${other}。${rule.advice.zh}`,
      `${item.name.en} ${day} lies before ${before.name.en} ${other}. ${rule.advice.en}`,
    ),
  };
}

/**
 * What one rule says of a sheet, or null where it holds. A rule is silent while one of its figures is not answered: that
 * is said once, of the item itself; and while another sheet does not report its figure of the month. An item that does not apply adds nothing to a sum, and a comparison with a side to
 * which nothing applies is silent. Figures are compared exactly.
 * Example: 120 + 5 − 3 = 122 at the end, entered as 121, reads "…＝122人与月末在册人数121人不一致，相差1人。".
 * @throws RangeError when the rule names no item of the template: templates are checked before they are published.
 */
export function ruleRemark(rule: SheetRule, ground: RuleGround): SheetRemark | null {
  if (rule.kind === 'requiredWhen') return requireWhen(rule, ground);
  return rule.kind === 'notBefore' ? compareDays(rule, ground) : compareSides(rule, ground);
}
