import { compare } from '../numbers/rational';
import { refusal } from '../refusal';
import type { Refusal } from '../refusal';
import type { CompiledLeaf, CompiledMethod } from '../scoring/compile-method';
import { readNumeral } from '../scoring/numbers/numeral';
import { markedBy, scoreOfEntry } from './score-entry';
import type { Remark, ScoreEntry } from './score-entry';

/** What the program computed on a leaf: its printed score, or null with the state that keeps it from having one. */
export interface ComputedScore {
  readonly score: string | null;
  readonly state: 'scored' | 'notApplicable' | 'missing';
}

const WORDS = [
  ['point', '扣分点', 'what costs marks'],
  ['fact', '事实', 'the facts'],
  ['basis', '依据', 'the basis'],
  ['page', '佐证页码', 'the page of evidence'],
] as const satisfies readonly (readonly [keyof Remark, string, string])[];

function remarkGaps(
  remarks: readonly Remark[],
  why: { readonly zh: string; readonly en: string },
): Refusal[] {
  if (remarks.length === 0) {
    return [
      refusal(
        '/remarks',
        `${why.zh}，请写明扣分点、事实、依据和佐证页码。`,
        `${why.en}: state what costs marks, the facts, the basis and the page of evidence.`,
      ),
    ];
  }
  return remarks.flatMap((remark, index) =>
    WORDS.filter(([key]) => remark[key].trim() === '').map(([key, zh, en]) =>
      refusal(
        `/remarks/${index}/${key}`,
        `第${index + 1}条扣分说明缺少${zh}，请补充。`,
        `Remark ${index + 1} lacks ${en}; add it.`,
      ),
    ),
  );
}

const notMarked: Refusal = refusal('/value', '尚未打分，请打分。', 'No mark was entered; enter it.');

/** A negative item takes effect only by a document. */
export const DOCUMENT_WANTED = refusal(
  '/value/documentNumber',
  '负面清单须有审计、财政监督或者纪检监察的文号，请填写；尚无文号的，请改为未发生。',
  'A negative item takes the document number of audit, finance supervision or discipline; enter it, or say that it has not occurred.',
);

function gapsByPeople(leaf: CompiledLeaf, entry: ScoreEntry, score: string | null): Refusal[] {
  if (entry.value === null || score === null) return [notMarked];
  const { occurred, documentNumber = '' } = entry.value;
  if (occurred === true && documentNumber.trim() === '') {
    return [DOCUMENT_WANTED];
  }
  const exact = readNumeral(score);
  const full = exact !== null && compare(exact, leaf.marks) >= 0;
  if (full && entry.remarks.length === 0) return [];
  return remarkGaps(entry.remarks, { zh: '得分低于满分', en: 'The score is below full marks' });
}

function gapsByProgram(entry: ScoreEntry, computed: ComputedScore): Refusal[] {
  if (entry.value?.finalScore !== undefined) {
    const unscored: Refusal[] =
      computed.state === 'scored'
        ? []
        : [
            refusal(
              '/value/finalScore',
              '该指标目前没有系统计算得分（缺报或者不适用），不能另行给分，请删去；确需给分的，提请合议。',
              'The program has no score here (missing or not applicable), so no other score can replace it; remove it, and bring the matter before the deliberation.',
            ),
          ];
    return [...unscored, ...remarkGaps(entry.remarks, { zh: '另行给分', en: 'A score was set by hand' })];
  }
  if (!entry.confirmed) {
    return [
      refusal(
        '/confirmed',
        '系统计算的得分尚未确认，请核对后确认。',
        'The computed score is not confirmed; check and confirm it.',
      ),
    ];
  }
  if ((entry.value?.computed ?? null) === computed.score) return [];
  return [
    refusal(
      '/confirmed',
      `系统计算的得分在确认之后由${entry.value?.computed ?? '无'}变为${computed.score ?? '无'}，请核对后重新确认。`,
      `The computed score changed from ${entry.value?.computed ?? 'none'} to ${computed.score ?? 'none'} after it was confirmed; check and confirm it again.`,
    ),
  ];
}

/** Nothing was entered. */
export const NO_ENTRY: ScoreEntry = { value: null, remarks: [], confirmed: false };

/**
 * What an entry still lacks before it can be submitted, in words, with pointers from `/value`, `/remarks` and `/confirmed`;
 * none: it is complete. A leaf that people mark needs its value, and below full marks at least one remark with all four
 * parts; a veto that has occurred its document number. A computed leaf is confirmed with the score as it is now, or is
 * given another one with a remark.
 */
export function gapsOfEntry(
  method: CompiledMethod,
  leaf: CompiledLeaf,
  entry: ScoreEntry,
  computed: ComputedScore | null,
): readonly Refusal[] {
  const scored = scoreOfEntry(method, leaf, entry);
  if (!scored.ok) return scored.refusals;
  if (markedBy(leaf.indicator) === 'people') return gapsByPeople(leaf, entry, scored.value);
  return gapsByProgram(entry, computed ?? { score: null, state: 'missing' });
}
