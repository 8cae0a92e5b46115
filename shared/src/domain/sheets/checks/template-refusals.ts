import { compare, rational } from '../../numbers/rational';
import { refusal } from '../../refusal';
import type { Refusal } from '../../refusal';
import { askedFigures } from '../asked-figures';
import { SHEET_NAMES } from '../other-sheets';
import type { OtherTerm } from '../other-sheets';
import { KNOWN_FIGURES, MOST_FIGURES, RULE_KINDS, SHEET_ANSWERS, SHEET_KINDS } from '../sheet';
import type {
  ComparisonRule,
  OtherSheet,
  SheetItem,
  SheetKind,
  SheetRule,
  SheetTemplate,
  SheetTerm,
} from '../sheet';
import { boundsOf, figureInWords, largestBoundOf } from './check-value';
import { FIGURES, takesFigure } from './sheet-figures';

const FREQUENCIES: readonly string[] = ['monthly', 'quarterly', 'yearly', 'once'];

function repeatedIds(list: readonly { readonly id: string }[], at: string): readonly Refusal[] {
  return list.flatMap(({ id }, index) =>
    list.findIndex((one) => one.id === id) === index
      ? []
      : [
          refusal(
            `${at}/${index}/id`,
            `编号“${id}”重复，每个编号只能用一次，请改用别的编号。`,
            `The id "${id}" stands twice; use another one.`,
          ),
        ],
  );
}

const unknownWord = (pointer: string, word: string, known: readonly string[]): Refusal =>
  refusal(
    pointer,
    `“${word}”不是可用的取值，请改用${known.join('、')}之一。`,
    `"${word}" is not known here; use one of ${known.join(', ')}.`,
  );

function boundRefusals(item: SheetItem, at: string): readonly Refusal[] {
  const stated = (['minimum', 'maximum'] as const).filter((key) => item[key] !== undefined);
  if (!FIGURES.includes(item.answer)) {
    return stated.map((key) =>
      refusal(
        `${at}/${key}`,
        `“${item.name.zh}”填写的不是数字，不能设上下限，请删去。`,
        `"${item.name.en}" takes no figure, so it has no bounds; remove this one.`,
      ),
    );
  }
  const isBroken = (bound: number): boolean =>
    item.answer === 'conclusion' ? !Number.isFinite(bound) : !Number.isSafeInteger(bound);
  const broken = stated.filter((key) => isBroken(item[key] ?? 0));
  if (broken.length > 0) {
    const [zh, en] = item.answer === 'money' ? ['（单位：分）', ' of fen'] : ['', ''];
    return broken.map((key) =>
      refusal(
        `${at}/${key}`,
        `“${item.name.zh}”的上下限应当是整数${zh}，请改正。`,
        `A bound of "${item.name.en}" is a whole number${en}; correct it.`,
      ),
    );
  }
  const limit = largestBoundOf(item);
  const tooLarge = stated.filter((key) => Math.abs(item[key] ?? 0) > limit);
  if (tooLarge.length > 0) {
    const words = figureInWords(item, rational(limit));
    return tooLarge.map((key) =>
      refusal(
        `${at}/${key}`,
        `“${item.name.zh}”的上下限最大为${words.zh}，请改正。`,
        `A bound of "${item.name.en}" is at most ${words.en}; correct it.`,
      ),
    );
  }
  const { smallest, largest } = boundsOf(item);
  if (compare(smallest, largest) <= 0) return [];
  return [
    refusal(
      `${at}/${item.minimum === undefined ? 'maximum' : 'minimum'}`,
      `“${item.name.zh}”的下限（未填的按0）大于上限，没有数字能填，请改正。`,
      `The minimum of "${item.name.en}" (0 where none is stated) is above its maximum, so that no figure fits; correct it.`,
    ),
  ];
}

function itemRefusals(item: SheetItem, at: string): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (!SHEET_ANSWERS.includes(item.answer)) {
    refusals.push(unknownWord(`${at}/answer`, item.answer, SHEET_ANSWERS));
  } else refusals.push(...boundRefusals(item, at));
  if (!FREQUENCIES.includes(item.frequency)) {
    refusals.push(unknownWord(`${at}/frequency`, item.frequency, FREQUENCIES));
  }
  if (item.frequency !== 'monthly' && (item.eachMonth === true || item.answer === 'date')) {
    refusals.push(
      refusal(
        `${at}/frequency`,
        `“${item.name.zh}”是当月发生的数据，应当每月填写，请把频次改为每月。`,
        `"${item.name.en}" is of one month only, so it is asked every month; make it monthly.`,
      ),
    );
  }
  if (item.answer === 'money' && item.unit !== undefined) {
    refusals.push(
      refusal(
        `${at}/unit`,
        `“${item.name.zh}”是金额，按分存储、按元显示，不另设单位，请删去。`,
        `"${item.name.en}" is money, kept in fen and shown in yuan; it takes no unit of its own. Remove it.`,
      ),
    );
  }
  return refusals;
}

/** What a rule can name: the items of its own sheet, and those of the sheets beside it. */
interface Nameable {
  readonly kind: SheetKind;
  readonly items: readonly SheetItem[];
  readonly others: readonly OtherSheet[];
}

const suits = (item: SheetItem, answers: readonly string[]): boolean =>
  answers === FIGURES ? takesFigure(item) : answers.includes(item.answer);

/** The item that a rule names at a key, refused where there is none or where its answer does not suit the rule. */
function namedItem(
  id: string,
  answers: readonly string[],
  pointer: string,
  items: readonly SheetItem[],
): readonly Refusal[] {
  if (id === '')
    return [
      refusal(pointer, '规则还没有选定项目，请选择。', 'The rule does not name its item yet; choose one.'),
    ];
  const item = items.find((one) => one.id === id);
  if (item === undefined) {
    return [
      refusal(
        pointer,
        `规则用到的“${id}”不在本表各项之中，请核对编号。`,
        `The rule names "${id}", which is no item of this sheet; check the id.`,
      ),
    ];
  }
  if (suits(item, answers)) return [];
  return [
    refusal(
      pointer,
      `“${item.name.zh}”的填写方式不适用于这条规则，请改用${answers.includes('date') ? '日期' : '数字'}项。`,
      `"${item.name.en}" does not suit this rule; name an item that is answered by a ${answers.includes('date') ? 'day' : 'figure'}.`,
    ),
  ];
}

/** A figure of another sheet, refused where that sheet is this very one or its latest template does not ask it. */
function otherRefusals({ sheet, figure }: OtherTerm, at: string, among: Nameable): readonly Refusal[] {
  if (!SHEET_KINDS.includes(sheet)) return [unknownWord(`${at}/sheet`, sheet, SHEET_KINDS)];
  const { zh, en } = SHEET_NAMES[sheet];
  if (sheet === among.kind) {
    return [
      refusal(
        `${at}/sheet`,
        `这条规则就在${zh}里，本表的项目请直接选用，不必注明是哪张表。`,
        `The rule stands in the ${en} itself; name the item of this sheet without naming the sheet.`,
      ),
    ];
  }
  const items = among.others.find(({ kind }) => kind === sheet)?.items ?? [];
  if (figure === '' || items.some(({ id }) => id === figure)) {
    return namedItem(figure, FIGURES, `${at}/figure`, items);
  }
  return [
    refusal(
      `${at}/figure`,
      `规则用到的“${figure}”不在${zh}最新版的各项之中，请核对编号。`,
      `The rule names "${figure}", which is no item of the latest ${en}; check the id.`,
    ),
  ];
}

function termRefusals(term: SheetTerm, at: string, among: Nameable): readonly Refusal[] {
  const times = term.times ?? 1;
  const idle =
    Number.isSafeInteger(times) && times !== 0
      ? []
      : [
          refusal(
            `${at}/times`,
            '倍数应当是不为0的整数，请改正。',
            'A term is taken a whole number of times other than 0; correct it.',
          ),
        ];
  if ('known' in term) {
    return KNOWN_FIGURES.includes(term.known)
      ? idle
      : [...idle, unknownWord(`${at}/known`, term.known, KNOWN_FIGURES)];
  }
  if ('sheet' in term) return [...idle, ...otherRefusals(term, at, among)];
  const [key, id] = 'item' in term ? ['item', term.item] : ['lastMonth', term.lastMonth];
  return [...idle, ...namedItem(id, FIGURES, `${at}/${key}`, among.items)];
}

function comparisonRefusals(rule: ComparisonRule, at: string, among: Nameable): readonly Refusal[] {
  const refusals = (['left', 'right'] as const).flatMap((side) =>
    rule[side].length > 0
      ? rule[side].flatMap((term, index) => termRefusals(term, `${at}/${side}/${index}`, among))
      : [
          refusal(
            `${at}/${side}`,
            '规则的这一边没有任何项，请至少写一项。',
            'This side of the rule has no term; give it one.',
          ),
        ],
  );
  if (refusals.length > 0 || [...rule.left, ...rule.right].some((term) => 'item' in term)) return refusals;
  return [
    refusal(
      `${at}/left`,
      '规则没有用到本表本月的任何一项，没有什么可核对，请补充。',
      'The rule speaks of no item of this sheet in this month, so it checks nothing; add one.',
    ),
  ];
}

/** Refused where nothing else is wrong with a rule of two items: they are one and the same, and it never says anything. */
function ofTwoItems(
  found: readonly Refusal[],
  [item, other]: readonly [string, string],
  pointer: string,
): readonly Refusal[] {
  if (found.length > 0 || item !== other) return found;
  return [
    refusal(
      pointer,
      '规则的两项是同一个项目，没有什么可核对，请改选另一项。',
      'Both items of the rule are the same, so it checks nothing; choose another one.',
    ),
  ];
}

function ruleRefusals(rule: SheetRule, at: string, among: Nameable): readonly Refusal[] {
  const { items } = among;
  if (!RULE_KINDS.includes(rule.kind)) return [unknownWord(`${at}/kind`, rule.kind, RULE_KINDS)];
  if (rule.kind === 'requiredWhen') {
    const found = [
      ...namedItem(rule.item, SHEET_ANSWERS, `${at}/item`, items),
      ...namedItem(rule.when, FIGURES, `${at}/when`, items),
    ];
    return ofTwoItems(found, [rule.item, rule.when], `${at}/when`);
  }
  if (rule.kind !== 'notBefore') return comparisonRefusals(rule, at, among);
  const found = [
    ...namedItem(rule.item, ['date'], `${at}/item`, items),
    ...namedItem(rule.other, ['date'], `${at}/other`, items),
  ];
  return ofTwoItems(found, [rule.item, rule.other], `${at}/other`);
}

function burdenRefusals(template: SheetTemplate): readonly Refusal[] {
  const asked = askedFigures(template);
  if (template.kind === 'inspection' || asked <= MOST_FIGURES) return [];
  return [
    refusal(
      '/items',
      `本表每月要县（市、区）填写${asked}个数，超过${MOST_FIGURES}个；请减少项目，或者改为按季、按年填写。`,
      `The sheet asks a county for ${asked} figures a month, more than ${MOST_FIGURES}; ask fewer, or some of them quarterly or yearly.`,
    ),
  ];
}

/**
 * Why a template cannot be published, with pointers into it; empty where it can. Refused: no item; an id twice; a kind of
 * answer, frequency, rule or known figure that does not exist; bounds of what is no figure, broken ones (counts and money
 * take whole numbers, money in 分), ones larger than can be stored or ones that let no figure through; a day or a count of the month itself that is not
 * asked every month; a unit of money; a rule that names no item of the template, or one whose answer does not suit it,
 * or one and the same twice, or nothing of this month; one that names an item which the latest template of another sheet
 * does not ask, or its own sheet as another one; more than 20 figures a month asked of a county (rules.md section 5).
 * @param others the latest templates of the other kinds of sheets of the program
 */
export function templateRefusals(
  template: SheetTemplate,
  others: readonly OtherSheet[] = [],
): readonly Refusal[] {
  const { kind, items, rules } = template;
  if (items.length === 0) {
    return [refusal('/items', '表中没有任何项目，请至少设一项。', 'The sheet asks nothing; add an item.')];
  }
  return [
    ...repeatedIds(items, '/items'),
    ...items.flatMap((item, index) => itemRefusals(item, `/items/${index}`)),
    ...repeatedIds(rules, '/rules'),
    ...rules.flatMap((rule, index) => ruleRefusals(rule, `/rules/${index}`, { kind, items, others })),
    ...burdenRefusals(template),
  ];
}
