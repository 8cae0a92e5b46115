import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import { canonicalJson, type CanonicalValue } from '@yuheng/shared/domain/canonical-json';
import { gapsOfEntry, NO_ENTRY, type ComputedScore } from '@yuheng/shared/domain/evaluating/entry-gaps';
import {
  engineValue,
  markedBy,
  scoreOfEntry,
  type Remark,
} from '@yuheng/shared/domain/evaluating/score-entry';
import { pointerToken, type Refusal } from '@yuheng/shared/domain/refusal';
import type { CompiledLeaf, CompiledMethod } from '@yuheng/shared/domain/scoring/compile-method';
import { nameOf } from '@yuheng/shared/domain/scoring/method';
import { createHash } from 'node:crypto';
import type { EntryRow } from './score-entries.repository';

/** What a submission says of one leaf, as the engine will read it. */
export interface SubmittedMark {
  readonly indicator: string;
  readonly kind: 'mark' | 'confirmation' | 'exception';
  readonly marks: string;
  readonly value: unknown;
  readonly finalScore: string | null;
  readonly reason: string | null;
  readonly remarks: readonly Remark[];
}

export interface Submission {
  /** Whatever is still lacking, with pointers from `/<indicator>`; none: it can be submitted. */
  readonly gaps: readonly Refusal[];
  readonly marks: readonly SubmittedMark[];
  /** SHA-256 of what is signed. */
  readonly sha256: string;
}

/** What is put together: the leaves that are asked, what was entered, and what the program computes now. */
export interface Sheet {
  readonly method: CompiledMethod;
  readonly leaves: readonly CompiledLeaf[];
  readonly entries: readonly EntryRow[];
  readonly computed: Readonly<Record<string, ComputedScore>>;
  /** What is signed beside the entries: round, county, evaluator, version of the method. */
  readonly head: CanonicalValue;
}

/** A gap names its indicator, because it is read in a list. */
const named = (leaf: CompiledLeaf, { pointer, detail }: Refusal): Refusal => {
  const name: Bilingual = nameOf(leaf.indicator);
  return {
    pointer: `/${pointerToken(leaf.id)}${pointer}`,
    detail: { zh: `${name.zh}：${detail.zh}`, en: `${name.en}: ${detail.en}` },
  };
};

const reasonOf = (remarks: readonly Remark[]): string =>
  remarks.map(({ point, fact, basis, page }) => `${point}；${fact}；${basis}（${page}）`).join('；');

function markOf({ method, computed }: Sheet, leaf: CompiledLeaf, entry: EntryRow): SubmittedMark[] {
  const scored = scoreOfEntry(method, leaf, entry);
  if (!scored.ok) return [];
  const { value, remarks } = entry;
  const mark = { indicator: leaf.id, value: null, finalScore: null, reason: null, remarks };
  if (markedBy(leaf.indicator) === 'people') {
    if (scored.value === null || value === null) return [];
    const byMarks = leaf.indicator.rule?.kind === 'evaluator';
    return [{ ...mark, kind: 'mark', marks: scored.value, value: byMarks ? null : engineValue(value) }];
  }
  if (value?.finalScore !== undefined && scored.value !== null) {
    const finalScore = scored.value;
    return [{ ...mark, kind: 'exception', marks: finalScore, finalScore, reason: reasonOf(remarks) }];
  }
  const score = computed[leaf.id]?.score ?? null;
  // What could not be computed has no score that could be confirmed: it stays missing until it is settled.
  return score === null ? [] : [{ ...mark, kind: 'confirmation', marks: score }];
}

/** What a sheet would submit, with everything that it still lacks. */
export function submissionOf(sheet: Sheet): Submission {
  const found = sheet.leaves.map((leaf) => ({
    leaf,
    entry: sheet.entries.find(({ indicator }) => indicator === leaf.id),
  }));
  const gaps = found.flatMap(({ leaf, entry }) =>
    gapsOfEntry(sheet.method, leaf, entry ?? NO_ENTRY, sheet.computed[leaf.id] ?? null).map((gap) =>
      named(leaf, gap),
    ),
  );
  const marks = found.flatMap(({ leaf, entry }) => (entry ? markOf(sheet, leaf, entry) : []));
  const signed = canonicalJson({ head: sheet.head, marks } as unknown as CanonicalValue);
  return { gaps, marks, sha256: createHash('sha256').update(signed).digest('hex') };
}
