import type { ScoreDesk, StoredEntry } from '@yuheng/shared/contract/score-sheets';
import { scoreOfEntry, type EntryValue, type Remark } from '@yuheng/shared/domain/evaluating/score-entry';
import type { Refusal } from '@yuheng/shared/domain/refusal';
import type { CompiledLeaf, CompiledMethod } from '@yuheng/shared/domain/scoring/compile-method';

export type Leaf = ScoreDesk['leaves'][number];
export type County = ScoreDesk['counties'][number];

/** What stands in the fields of one box, as it was typed. */
export interface Draft {
  /** Marks, the actual figure, occurrences, the ratio of a band, or another score than the computed one. */
  readonly text: string;
  /** The band; yes or no; empty: nothing is chosen. */
  readonly choice: string;
  readonly met: readonly string[];
  readonly documentNumber: string;
  readonly remarks: readonly Remark[];
}

export interface Content {
  readonly value: EntryValue | null;
  readonly remarks: readonly Remark[];
  readonly confirmed: boolean;
}

/** What is kept of a draft, with the score that it comes to, or why it cannot be kept yet. */
export type Reading =
  | { readonly ok: true; readonly content: Content; readonly score: string | null }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

export const EMPTY: Draft = { text: '', choice: '', met: [], documentNumber: '', remarks: [] };
export const NO_REMARK: Remark = { point: '', fact: '', basis: '', page: '' };

/** What a box asks for: one number, a choice, a choice with a number, or a list. */
export type Shape = 'number' | 'yesNo' | 'band' | 'elements' | 'veto';

export function shapeOf({ by, rule }: Pick<Leaf, 'by' | 'rule'>): Shape {
  if (by === 'program') return 'number';
  if (rule.kind === 'bands') return 'band';
  if (rule.kind === 'yesNo' || rule.kind === 'veto' || rule.kind === 'elements')
    return rule.kind === 'yesNo' ? 'yesNo' : rule.kind;
  return 'number';
}

const chosen = (answer: unknown): string => (answer === true ? 'yes' : answer === false ? 'no' : '');

/** The fields of a box as the server knows its entry. */
export function draftOf(leaf: Leaf, entry: Pick<StoredEntry, 'value' | 'remarks'> | undefined): Draft {
  if (!entry?.value) return { ...EMPTY, remarks: entry?.remarks ?? [] };
  const { value, remarks } = entry;
  const text = value.finalScore ?? value.marks ?? value.actual ?? value.occurrences ?? value.ratio ?? '';
  return {
    text,
    choice: leaf.rule.kind === 'veto' ? chosen(value.occurred) : (value.band ?? chosen(value.met)),
    met: Array.isArray(value.met) ? value.met : [],
    documentNumber: value.documentNumber ?? '',
    remarks,
  };
}

/** Full-width digits and spaces are understood: 「４．５ 」 is 4.5. */
const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '').replace('。', '.');

/** The number of a box by its rule. */
function numberOf({ by, rule }: Leaf, text: string): EntryValue {
  if (by === 'program') return { finalScore: text };
  if (rule.kind === 'deduction') return { occurrences: text };
  return rule.kind === 'evaluator' ? { marks: text } : { actual: text };
}

/** What a draft says by the rule of its indicator; null: nothing yet. */
export function valueOf(leaf: Leaf, draft: Draft): EntryValue | null {
  const text = plain(draft.text);
  switch (shapeOf(leaf)) {
    case 'elements':
      return { met: [...draft.met] };
    case 'yesNo':
      return draft.choice === '' ? null : { met: draft.choice === 'yes' };
    case 'veto': {
      if (draft.choice === '') return null;
      const documentNumber = draft.documentNumber.trim();
      const occurred = draft.choice === 'yes';
      return occurred && documentNumber ? { occurred, documentNumber } : { occurred };
    }
    case 'band':
      return draft.choice === '' && text === '' ? null : { band: draft.choice, ratio: text };
    case 'number':
      return text === '' ? null : numberOf(leaf, text);
  }
}

/** Reads what was typed by the rule of its indicator; the same checks as the server’s. */
export function readDraft(method: CompiledMethod, leaf: Leaf, draft: Draft): Reading {
  const value = valueOf(leaf, draft);
  const content: Content = { value, remarks: draft.remarks, confirmed: false };
  const scored = scoreOfEntry(method, method.leafById.get(leaf.id) as CompiledLeaf, content);
  return scored.ok ? { ok: true, content, score: scored.value } : { ok: false, refusals: scored.refusals };
}

const said = ({ value, remarks, confirmed }: Content): string => {
  const keys = Object.keys(value ?? {}).sort() as (keyof EntryValue)[];
  const parts = remarks.map(({ point, fact, basis, page }) =>
    [point, fact, basis, page].map((one) => one.trim()),
  );
  return JSON.stringify([value && keys.map((key) => [key, value[key]]), parts, confirmed]);
};

/** Whether what is typed says the same as what is stored: then a lost answer was no loss. */
export const saysTheSame = (content: Content, stored: StoredEntry): boolean =>
  said(content) === said({ ...stored, value: stored.value as EntryValue | null });
