import type { Bilingual } from '../bilingual';
import { type Refusal, refusal } from '../refusal';
import type { TextNote } from './official-text';

/** More than this nobody reads; the rest shows itself when these are corrected. */
const MOST_REFUSALS = 20;
/** A file of noise could give one for each of its words: beyond this the amounts are not read on. */
const MOST_COUNTED = 200;

/** Collects what is wrong and what is worth saying while a text is read, in the order of the text. */
export interface TextProblems {
  readonly refusals: { readonly line: number; readonly refusal: Refusal }[];
  readonly notes: TextNote[];
}

export const noProblems = (): TextProblems => ({ refusals: [], notes: [] });

/** True when so much is wrong that nothing is gained by looking for more. */
export const isHopeless = (problems: TextProblems): boolean => problems.refusals.length >= MOST_COUNTED;

/** A refusal at a line: its pointer is /lines/N with N counted from 1, and its message begins with the line. */
export function refuseLine(problems: TextProblems, line: number, { zh, en }: Bilingual): void {
  problems.refusals.push({
    line,
    refusal: refusal(`/lines/${line}`, `第${line}行：${zh}`, `Line ${line}: ${en}`),
  });
}

export function noteLine(
  problems: TextProblems,
  kind: TextNote['kind'],
  line: number,
  message: Bilingual,
): void {
  problems.notes.push({
    kind,
    line,
    message: { zh: `第${line}行：${message.zh}`, en: `Line ${line}: ${message.en}` },
  });
}

/** At most twenty refusals by line; where there are more, the twentieth says how many are not listed. */
export function sortedRefusals(problems: TextProblems): readonly Refusal[] {
  const sorted = [...problems.refusals].sort((a, b) => a.line - b.line);
  if (sorted.length <= MOST_REFUSALS) return sorted.map((one) => one.refusal);
  const listed = sorted.slice(0, MOST_REFUSALS - 1);
  const rest = sorted.length - listed.length;
  const next = sorted[listed.length];
  const more = isHopeless(problems);
  return [
    ...listed.map((one) => one.refusal),
    refusal(
      `/lines/${next?.line ?? 1}`,
      `自第${next?.line ?? 1}行起另有${rest}处${more ? '以上' : ''}错误未列出。请先更正以上各处，再重新提交。`,
      `From line ${next?.line ?? 1} on there are ${rest} ${more ? 'or more' : 'more'} errors. Correct those above first, then submit again.`,
    ),
  ];
}
