import { parseFen } from '@yuheng/shared/domain/money/fen';
import { itemOfOther } from '@yuheng/shared/domain/sheets/other-sheets';
import { KNOWN_FIGURES, SHEET_KINDS, type KnownFigure } from '@yuheng/shared/domain/sheets/sheet';
import { formatMoney } from '../../ui/money';
import type { ItemDraft, OtherSheet, TemplateRule } from './template-draft';

type Comparison = Extract<TemplateRule, { readonly left: unknown }>;
type Term = Comparison['left'][number];

/** One term as it stands in its fields. */
export interface TermDraft {
  /**
   * `item:<key>` of this month, `lastMonth:<key>`, `known:<figure>`, `sheet:<kind>:<id>` of another sheet, or empty
   * before one is chosen.
   */
  readonly of: string;
  readonly sign: 1 | -1;
  /** As it is typed; empty is once. What is no money in a rule of money has its price here, in 元. */
  readonly times: string;
}

/** One rule as it stands in its fields. Items are named by the key of their draft, so that a new one’s id may still change. */
export interface RuleDraft {
  readonly id: string;
  readonly kind: TemplateRule['kind'];
  readonly severity: TemplateRule['severity'];
  readonly adviceZh: string;
  readonly adviceEn: string;
  readonly left: readonly TermDraft[];
  readonly right: readonly TermDraft[];
  /** What `requiredWhen` needs and `notBefore` dates; and the figure, or the day, that it goes by. */
  readonly item: string;
  readonly other: string;
}

export const NO_TERM: TermDraft = { of: '', sign: 1, times: '' };

/** The first id that no rule has: people know a rule by its words. */
function freeId(rules: readonly RuleDraft[]): string {
  let number = rules.length + 1;
  while (rules.some(({ id }) => id === `rule${number}`)) number += 1;
  return `rule${number}`;
}

export const newRule = (kind: RuleDraft['kind'], rules: readonly RuleDraft[]): RuleDraft => ({
  id: freeId(rules),
  kind,
  severity: 'error',
  adviceZh: '请核对后改正。',
  adviceEn: 'Check and correct it.',
  left: [NO_TERM],
  right: [NO_TERM],
  item: '',
  other: '',
});

/** The item of another sheet that a term names. */
function otherOf({ of }: TermDraft): Extract<Term, { readonly sheet: unknown }> | null {
  const [source, kind, figure = ''] = of.split(':');
  const sheet = SHEET_KINDS.find((one) => source === 'sheet' && one === kind);
  return sheet ? { sheet, figure } : null;
}

function answerOf(
  term: TermDraft,
  items: readonly ItemDraft[],
  others: readonly OtherSheet[],
): ItemDraft['answer'] | undefined {
  const other = otherOf(term);
  if (other) return itemOfOther(others, other)?.answer;
  return items.find(({ key }) => term.of === `item:${key}` || term.of === `lastMonth:${key}`)?.answer;
}

/** Persons × 元 is 元: beside an amount of money, what is none has a price and not a number of times. */
export function isPriced(
  term: TermDraft,
  rule: RuleDraft,
  items: readonly ItemDraft[],
  others: readonly OtherSheet[],
): boolean {
  const isMoney = (one: TermDraft): boolean => answerOf(one, items, others) === 'money';
  return !isMoney(term) && [...rule.left, ...rule.right].some(isMoney);
}

function fieldOf(term: Term): string {
  if ('item' in term) return `item:${term.item}`;
  if ('lastMonth' in term) return `lastMonth:${term.lastMonth}`;
  return 'known' in term ? `known:${term.known}` : fieldOfOther(term.sheet, term.figure);
}

/** An item of another sheet as a term’s field names it. */
export const fieldOfOther = (kind: OtherSheet['kind'], id: string): string => `sheet:${kind}:${id}`;

function draftOfTerm(term: Term): TermDraft {
  const times = term.times ?? 1;
  const of = fieldOf(term);
  return { of, sign: times < 0 ? -1 : 1, times: Math.abs(times) === 1 ? '' : String(Math.abs(times)) };
}

/** The fields of a rule of the last version, whose items are known by their ids. */
export function draftOfRule(
  rule: TemplateRule,
  items: readonly ItemDraft[],
  others: readonly OtherSheet[],
): RuleDraft {
  const { id, kind, severity, advice } = rule;
  const draft = {
    id,
    kind,
    severity,
    adviceZh: advice.zh,
    adviceEn: advice.en,
    left: [],
    right: [],
    item: '',
    other: '',
  };
  if (rule.kind === 'requiredWhen') return { ...draft, item: rule.item, other: rule.when };
  if (rule.kind === 'notBefore') return { ...draft, item: rule.item, other: rule.other };
  const terms = { ...draft, left: rule.left.map(draftOfTerm), right: rule.right.map(draftOfTerm) };
  const priced = (term: TermDraft): TermDraft =>
    term.times !== '' && isPriced(term, terms, items, others)
      ? { ...term, times: formatMoney(Number(term.times), '元') }
      : term;
  return { ...terms, left: terms.left.map(priced), right: terms.right.map(priced) };
}

/** NaN where it is no number: the checks of the template then say so at its place. */
function readTimes(text: string, isPrice: boolean): number {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
  if (plain === '') return 1;
  return isPrice ? (parseFen(plain, '元') ?? Number.NaN) : Number(plain);
}

/** What is sent of a rule; an item that is not chosen yet has an empty id. */
export function ruleOfDraft(
  draft: RuleDraft,
  items: readonly ItemDraft[],
  others: readonly OtherSheet[],
): TemplateRule {
  const idOf = (key: string): string => items.find((one) => one.key === key)?.id.trim() ?? '';
  const termOf = (term: TermDraft): Term => {
    const count = term.sign * readTimes(term.times, isPriced(term, draft, items, others));
    const times = count === 1 ? {} : { times: count };
    const [source = '', name = ''] = term.of.split(':');
    const known = KNOWN_FIGURES.find((one): one is KnownFigure => source === 'known' && one === name);
    if (known) return { known, ...times };
    const other = otherOf(term);
    if (other) return { ...other, ...times };
    return source === 'lastMonth' ? { lastMonth: idOf(name), ...times } : { item: idOf(name), ...times };
  };
  const { id, kind, severity } = draft;
  const head = { id, severity, advice: { zh: draft.adviceZh.trim(), en: draft.adviceEn.trim() } };
  if (kind === 'requiredWhen') return { ...head, kind, item: idOf(draft.item), when: idOf(draft.other) };
  if (kind === 'notBefore') return { ...head, kind, item: idOf(draft.item), other: idOf(draft.other) };
  return { ...head, kind, left: draft.left.map(termOf), right: draft.right.map(termOf) };
}

/** Whether a rule speaks of an item. */
export const speaksOf = ({ left, right, item, other }: RuleDraft, key: string): boolean =>
  [item, other].includes(key) ||
  [...left, ...right].some(({ of }) => of === `item:${key}` || of === `lastMonth:${key}`);
