import { formatMoney } from '../../ui/money';
import type { CallOptions, Answer } from '../../api/client';
import { parseFen } from '@yuheng/shared/domain/money/fen';

export type Template = Answer<'publishSheetTemplate'>;
/** What another kind of sheet asks in its latest version. */
export type OtherSheet = Answer<'listSheetTemplates'>['others'][number];
export type TemplateItem = Template['items'][number];
export type TemplateRule = Template['rules'][number];
export type NewTemplate = CallOptions<'publishSheetTemplate'>['body'];

/** One item as it stands in its fields. */
export interface ItemDraft {
  /** What it is known by while it is edited: the id of a new one is still being written. */
  readonly key: string;
  readonly id: string;
  /** Not of the version before: its id and its kind of answer are still open. */
  readonly isNew: boolean;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly criteriaZh: string;
  readonly criteriaEn: string;
  readonly basis?: TemplateItem['basis'];
  readonly answer: TemplateItem['answer'];
  readonly unitZh: string;
  readonly unitEn: string;
  /** Bounds as they are typed: money in 元. */
  readonly minimum: string;
  readonly maximum: string;
  readonly frequency: TemplateItem['frequency'];
  readonly required: boolean;
  readonly eachMonth: boolean;
}

const EMPTY: Omit<ItemDraft, 'key'> = {
  id: '',
  isNew: true,
  nameZh: '',
  nameEn: '',
  criteriaZh: '',
  criteriaEn: '',
  answer: 'count',
  unitZh: '',
  unitEn: '',
  minimum: '',
  maximum: '',
  frequency: 'monthly',
  required: true,
  eachMonth: false,
};
export const newItem = (answer: ItemDraft['answer'], key: string): ItemDraft => ({ ...EMPTY, answer, key });

/** A list with one of its things a place up (−1) or down (1); as it was where there is no such place. */
export function moved<Thing>(list: readonly Thing[], index: number, by: -1 | 1): readonly Thing[] {
  const [one, other] = [list[index], list[index + by]];
  if (one === undefined || other === undefined) return list;
  return list.with(index, other).with(index + by, one);
}

function printBound(answer: ItemDraft['answer'], bound: number | undefined): string {
  if (bound === undefined) return '';
  return answer === 'money' ? formatMoney(bound, '元') : String(bound);
}

/** The fields of an item of the last version. */
export const draftOfItem = (item: TemplateItem): ItemDraft => ({
  key: item.id,
  id: item.id,
  isNew: false,
  nameZh: item.name.zh,
  nameEn: item.name.en,
  criteriaZh: item.criteria?.zh ?? '',
  criteriaEn: item.criteria?.en ?? '',
  ...(item.basis ? { basis: item.basis } : {}),
  answer: item.answer,
  unitZh: item.unit?.zh ?? '',
  unitEn: item.unit?.en ?? '',
  minimum: printBound(item.answer, item.minimum),
  maximum: printBound(item.answer, item.maximum),
  frequency: item.frequency,
  required: item.required,
  eachMonth: item.eachMonth ?? false,
});

/** NaN where it is no number: the checks of the template then say so at its place. */
function readBound(answer: ItemDraft['answer'], text: string): number {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
  return answer === 'money' ? (parseFen(plain, '元') ?? Number.NaN) : Number(plain);
}

const inBoth = (zh: string, en: string) => ({ zh: zh.trim(), en: en.trim() });

/** What is sent of an item: what stands empty is left out. */
export function itemOfDraft(draft: ItemDraft): TemplateItem {
  const { answer } = draft;
  const said = (zh: string, en: string): boolean => `${zh}${en}`.trim() !== '';
  const bound = (text: string): boolean => text.trim() !== '';
  return {
    id: draft.id.trim(),
    name: inBoth(draft.nameZh, draft.nameEn),
    ...(said(draft.criteriaZh, draft.criteriaEn)
      ? { criteria: inBoth(draft.criteriaZh, draft.criteriaEn) }
      : {}),
    ...(draft.basis ? { basis: draft.basis } : {}),
    answer,
    ...(said(draft.unitZh, draft.unitEn) ? { unit: inBoth(draft.unitZh, draft.unitEn) } : {}),
    ...(bound(draft.minimum) ? { minimum: readBound(answer, draft.minimum) } : {}),
    ...(bound(draft.maximum) ? { maximum: readBound(answer, draft.maximum) } : {}),
    frequency: draft.frequency,
    required: draft.required,
    ...(draft.eachMonth ? { eachMonth: true } : {}),
  };
}
