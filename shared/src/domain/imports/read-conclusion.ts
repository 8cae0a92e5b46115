import { accepted, refusal, refused } from '../refusal';
import type { Outcome } from '../refusal';
import { plainFigure } from './plain-figure';

export type ReadConclusion = 'pass' | 'fail' | 'notApplicable';

/** What stands for each conclusion in cells; crosses and ticks are what people draw on paper. */
const WORDS: Readonly<Record<ReadConclusion, readonly string[]>> = {
  pass: ['合格', '通过', '达标', '符合', '是', '√', '✓', '✔', '☑', 'pass'],
  fail: ['不合格', '未通过', '不达标', '不符合', '否', '×', '✗', '✘', 'x', 'fail'],
  notApplicable: ['不适用', 'n/a', 'na', 'notapplicable'],
};

const BY_WORD = new Map(
  (Object.keys(WORDS) as ReadConclusion[]).flatMap((conclusion) =>
    WORDS[conclusion].map((word): readonly [string, ReadConclusion] => [word, conclusion]),
  ),
);

/** 合格, 不合格 or 不适用 as people write them, ticks and crosses included; refused at the pointer else. */
export function readConclusion(text: string, pointer: string): Outcome<ReadConclusion> {
  const found = BY_WORD.get(plainFigure(text).toLowerCase());
  if (found !== undefined) return accepted(found);
  return refused([
    refusal(
      pointer,
      `“${text.trim().slice(0, 40)}”不是可读的结论，请选“合格”“不合格”或“不适用”。`,
      `"${text.trim().slice(0, 40)}" is no conclusion; choose 合格 (pass), 不合格 (fail) or 不适用 (not applicable).`,
    ),
  ]);
}
