import { accepted, refusal, refused } from '../refusal';
import type { Outcome, Refusal } from '../refusal';
import { inBothLanguages } from '../scoring/method';
import type { Indicator, ScoringElement } from '../scoring/method';
import { printNumber, readNumeral } from '../scoring/numbers/numeral';
import { markedBy } from './score-entry';
import type { EntryValue, Remark, ScoreEntry } from './score-entry';

/**
 * What the boxes of one county and indicator say in the workbook that is filled in off line. Of a leaf that people mark
 * `value` is what its rule asks (a mark, a band, the elements that are met, 是 or 否, a count, a figure) and `second` what
 * belongs to it (the ratio of a band, the target of a goal, the document number of a veto). Of a computed leaf `value` is 是
 * once it is confirmed, and `second` the score that is given instead.
 */
export interface PackCells {
  readonly value: string;
  readonly second: string;
  readonly remarks: readonly Remark[];
}

type Leaf = Pick<Indicator, 'rule' | 'source'>;
type SecondKey = 'ratio' | 'target' | 'documentNumber' | 'finalScore';

export const [YES, NO, NONE] = ['是', '否', '无'];
const PLAIN = /^-?\d{1,15}(?:\.\d{1,15})?$/;

/** "4.50" as "4.5": a cell of numbers does not keep the noughts. */
function shortest(text: string): string {
  const exact = PLAIN.test(text) ? readNumeral(text) : null;
  return exact === null ? text : printNumber(exact);
}

/** What the second box of a leaf is for; null: it takes nothing. */
export function secondOf(leaf: Leaf): SecondKey | null {
  if (markedBy(leaf) === 'program') return 'finalScore';
  const { rule } = leaf;
  if (rule?.kind === 'bands') return 'ratio';
  if (rule?.kind === 'proportional' && rule.target === 'goal') return 'target';
  return rule?.kind === 'veto' ? 'documentNumber' : null;
}

/** How an element is called in a cell. */
export const elementName = ({ id, name }: ScoringElement): string => inBothLanguages(name ?? id).zh;

const yesNo = (value: boolean | undefined): string => (value === undefined ? '' : value ? YES : NO);

function elementsInCell({ rule }: Leaf, met: EntryValue['met']): string {
  if (!Array.isArray(met) || rule?.kind !== 'elements') return '';
  if (met.length === 0) return NONE;
  const known = rule.elements.filter(({ id }) => met.includes(id)).map(elementName);
  const unknown = met.filter((id: string) => !rule.elements.some((one) => one.id === id));
  return [...known, ...unknown].join('、');
}

function valueInCell(leaf: Leaf, value: EntryValue): string {
  switch (leaf.rule?.kind) {
    case 'evaluator':
      return shortest(value.marks ?? '');
    case 'bands':
      return value.band ?? '';
    case 'elements':
      return elementsInCell(leaf, value.met);
    case 'yesNo':
      return typeof value.met === 'boolean' ? yesNo(value.met) : '';
    case 'deduction':
      return shortest(value.occurrences ?? '');
    case 'veto':
      return yesNo(value.occurred);
    default:
      return shortest(value.actual ?? '');
  }
}

const isWritten = ({ point, fact, basis, page }: Remark): boolean => point + fact + basis + page !== '';

const trimmed = ({ point, fact, basis, page }: Remark): Remark => ({
  point: point.trim(),
  fact: fact.trim(),
  basis: basis.trim(),
  page: page.trim(),
});

/**
 * An entry as the boxes of the workbook show it. `seen` is the computed score at the time: a confirmation of another one
 * is none any more. Example: 5 marks, {marks: '4.50'} → '4.5'.
 */
export function cellsOfEntry(leaf: Leaf, entry: ScoreEntry, seen: string | null): PackCells {
  const remarks = entry.remarks.map(trimmed).filter(isWritten);
  const value = entry.value ?? {};
  if (markedBy(leaf) === 'program') {
    const stands = entry.confirmed && value.finalScore === undefined && (value.computed ?? null) === seen;
    return { value: stands ? YES : '', second: shortest(value.finalScore ?? ''), remarks };
  }
  const key = secondOf(leaf);
  const second = key === null ? '' : shortest(value[key] ?? '');
  return { value: valueInCell(leaf, value), second, remarks };
}

const atValue = (zh: string, en: string): Refusal => refusal('/value', zh, en);

const NOT_YES_OR_NO = atValue('请填“是”或者“否”。', 'Write 是 (yes) or 否 (no).');
const NOT_YES = atValue(
  '核对无误的请填“是”，尚未核对的请留空。',
  'Write 是 where the computed score was checked, and leave it empty where it was not.',
);
const BOTH = refusal(
  '/second',
  '“确认”和“另行给分”只能填一项，请删去其中一项。',
  'A score is either confirmed or replaced by another one: empty one of the two.',
);
const NOT_ASKED = refusal(
  '/second',
  '该指标不需要补充填写，请把这一格清空。',
  'This indicator takes nothing in the second box; empty it.',
);

/** Names of elements as people separate them. */
const SEPARATORS = /[、,，;；\n]+/;

function metIn({ rule }: Leaf, text: string): readonly string[] {
  if (text === NONE || rule?.kind !== 'elements') return [];
  const names = text.split(SEPARATORS).map((name) => name.trim());
  // A name that is none is left as it is: the rule refuses it by its name.
  return names
    .filter((name) => name !== '')
    .map((name) => rule.elements.find((one) => elementName(one) === name || one.id === name)?.id ?? name);
}

function valueByPeople(leaf: Leaf, value: string, second: string): Outcome<EntryValue | null> {
  const key = secondOf(leaf);
  if (key === null && second !== '') return refused([NOT_ASKED]);
  if (value === '' && second === '') return accepted(null);
  const beside: EntryValue = key === null || second === '' ? {} : { [key]: second };
  const kind = leaf.rule?.kind;
  if (kind === 'yesNo' || kind === 'veto') {
    if (value !== YES && value !== NO) return refused([NOT_YES_OR_NO]);
    return accepted(kind === 'veto' ? { ...beside, occurred: value === YES } : { met: value === YES });
  }
  if (kind === 'elements') return accepted({ met: metIn(leaf, value) });
  if (value === '') return accepted(beside);
  if (kind === 'evaluator') return accepted({ marks: value });
  if (kind === 'bands') return accepted({ ...beside, band: value });
  if (kind === 'deduction') return accepted({ occurrences: value });
  return accepted({ ...beside, actual: value });
}

/**
 * What the boxes of a workbook say, as an entry; whether its rule takes it is another matter (`scoreOfEntry`). Refused at
 * `/value` and `/second`: words that mean nothing, both a confirmation and another score, a second box that asks for nothing.
 * A confirmation is of the score that was `seen` when the workbook was made.
 */
export function entryOfCells(leaf: Leaf, cells: PackCells, seen: string | null): Outcome<ScoreEntry> {
  const [value, second] = [cells.value.trim(), cells.second.trim()];
  const remarks = cells.remarks.map(trimmed).filter(isWritten);
  if (markedBy(leaf) === 'people') {
    const read = valueByPeople(leaf, value, second);
    return read.ok ? accepted({ value: read.value, remarks, confirmed: false }) : read;
  }
  if (value !== '' && value !== YES) return refused([NOT_YES]);
  if (value === YES && second !== '') return refused([BOTH]);
  if (second !== '') return accepted({ value: { finalScore: second }, remarks, confirmed: false });
  return accepted({ value: value === YES ? { computed: seen } : null, remarks, confirmed: value === YES });
}

/** The box that a pointer into an entry means: `value`, `second`, or a part of a remark. */
export function boxAt(
  leaf: Leaf,
  pointer: string,
): 'value' | 'second' | { remark: number; part: keyof Remark } {
  const [, remark, part] = /^\/remarks(?:\/(\d+)\/(point|fact|basis|page))?$/.exec(pointer) ?? [];
  if (pointer.startsWith('/remarks')) {
    return { remark: Number(remark ?? 0), part: (part as keyof Remark | undefined) ?? 'point' };
  }
  const key = secondOf(leaf);
  return pointer === '/second' || (key !== null && pointer === `/value/${key}`) ? 'second' : 'value';
}

const NAMES = [
  ['point', '扣分点'],
  ['fact', '事实'],
  ['basis', '依据'],
  ['page', '佐证页码'],
] as const;

/** What the boxes say in one line; empty where they say nothing. Example: '4.5；扣分点：台账不全；事实：缺3个月'. */
export function cellsInLine({ value, second, remarks }: PackCells): string {
  const parts = remarks.flatMap((remark) =>
    NAMES.filter(([key]) => remark[key] !== '').map(([key, name]) => `${name}：${remark[key]}`),
  );
  return [value, second, ...parts].filter((one) => one !== '').join('；');
}
