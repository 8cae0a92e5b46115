import type { CallOptions } from '../api/client';
import type { Sheet } from '@yuheng/shared/contract/sheets';
import { isUnsafeLink } from '@yuheng/shared/domain/evidence/evidence-link';
import { parseFen } from '@yuheng/shared/domain/money/fen';
import { isIsoDate } from '@yuheng/shared/domain/period/year-month';
import { formatMoney } from '../ui/money';

export type Item = Sheet['items'][number];
export type StoredValue = NonNullable<Item['current']>;
export type Content = CallOptions<'saveSheetItem'>['body'];
type Evidence = StoredValue['evidence'][number];

/** What stands in the fields of one item, as it was typed. */
export interface Draft {
  readonly state: 'reported' | 'notApplicable';
  readonly conclusion: 'pass' | 'fail' | null;
  readonly text: string;
  readonly reason: string;
  readonly evidence: readonly Evidence[];
}

/** Why what was typed cannot be sent yet: the key of a text that says what to do. */
export type Incomplete =
  'empty' | 'conclusion' | 'whole' | 'decimal' | 'money' | 'date' | 'why' | 'source' | 'link';
export type Reading =
  { readonly ok: true; readonly content: Content } | { readonly ok: false; readonly why: Incomplete };

const EMPTY: Draft = { state: 'reported', conclusion: null, text: '', reason: '', evidence: [] };

/** What an item's value looks like in its field: money in 元 with two decimals, everything else as it is stored. */
export function printValue(item: Pick<Item, 'answer'>, value: string | null): string {
  if (value === null) return '';
  return item.answer === 'money' ? formatMoney(Number(value), '元') : value;
}

/** The fields of an item as the server knows it; empty where nothing was said yet. */
export function draftOf(item: Pick<Item, 'answer' | 'current'>): Draft {
  const { current } = item;
  if (!current) return EMPTY;
  const { state, conclusion, reason, evidence } = current;
  return { state, conclusion, text: printValue(item, current.value), reason: reason ?? '', evidence };
}

/** Full-width digits and spaces are understood: 「１２ ０００」 is 12000. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');
/** Thousands are apart by threes or not at all, so that 1,5 is never read as 15. */
const NUMERAL = /^(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?:\.\d{1,2})?$/;

function readFigure(item: Pick<Item, 'answer'>, text: string): string | Incomplete {
  const figure = plain(text);
  if (item.answer === 'date') return isIsoDate(figure) ? figure : 'date';
  const otherwise = item.answer === 'money' ? 'money' : item.answer === 'count' ? 'whole' : 'decimal';
  if (!NUMERAL.test(figure)) return otherwise;
  if (item.answer === 'money') return String(parseFen(figure, '元') ?? otherwise);
  const numeral = figure.replaceAll(',', '');
  if (item.answer === 'conclusion') return numeral;
  return numeral.includes('.') ? 'whole' : String(BigInt(numeral));
}

const INCOMPLETE: ReadonlySet<string> = new Set<Incomplete>(['whole', 'decimal', 'money', 'date']);
const isIncomplete = (figure: string): figure is Incomplete => INCOMPLETE.has(figure);

/**
 * What is sent of a draft, or why it cannot be sent yet. Not applicable needs its reason and carries neither a figure nor
 * a conclusion. An empty field is no report, a 0 is one. 不合格 is kept before its note is written; submitting asks for it.
 * Example: money '１2,000.5' → value '1200050'.
 */
export function readDraft(item: Pick<Item, 'answer' | 'unit'>, draft: Draft): Reading {
  const reason = draft.reason.trim();
  const evidence = draft.evidence.map(({ source, page, file }) => ({
    source: source.trim(),
    ...(page?.trim() ? { page: page.trim() } : {}),
    ...(file ? { file } : {}),
  }));
  const refused = (why: Incomplete): Reading => ({ ok: false, why });
  const content = (value: string | null): Reading => ({
    ok: true,
    content: {
      state: draft.state,
      value,
      conclusion: draft.state === 'reported' && item.answer === 'conclusion' ? draft.conclusion : null,
      reason: reason || null,
      evidence,
    },
  });
  if (evidence.some(({ source }) => source === '')) return refused('source');
  if (evidence.some(({ source }) => isUnsafeLink(source))) return refused('link');
  if (draft.state === 'notApplicable') return reason ? content(null) : refused('why');
  const text = draft.text.trim();
  if (item.answer === 'conclusion') {
    if (!draft.conclusion) return refused('conclusion');
    if (!item.unit || text === '') return content(null);
  }
  if (text === '') return refused('empty');
  if (item.answer === 'text') return content(text);
  const figure = readFigure(item, text);
  return isIncomplete(figure) ? refused(figure) : content(figure);
}

/** Documents to be compared, whatever the order of their keys. */
const documents = (evidence: readonly Evidence[]): unknown =>
  evidence.map(({ source, page, file }) => [source, page ?? null, file ?? null]);

/** Whether what is typed says the same as what is stored: then a lost answer was no loss. */
export function saysTheSame(content: Content, stored: StoredValue | null): boolean {
  if (!stored) return false;
  const { state, value, conclusion, reason, evidence } = stored;
  const own = [
    content.state,
    content.value ?? null,
    content.conclusion ?? null,
    content.reason ?? null,
    documents(content.evidence ?? []),
  ];
  return JSON.stringify(own) === JSON.stringify([state, value, conclusion, reason, documents(evidence)]);
}
