import { bilingual, type Bilingual } from '../bilingual';
import type { Ruling } from './reply-rulings';

export const RULING_WORDS: Readonly<Record<Ruling, Bilingual>> = {
  accepted: bilingual('采纳', 'accepted'),
  partlyAccepted: bilingual('部分采纳', 'accepted in part'),
  notAccepted: bilingual('不予采纳', 'not accepted'),
};

/**
 * 意见采纳情况 of one county in one sentence: how many opinions it gave on the draft result, and how they were ruled on.
 * Null: no draft was opened to it. Example: 对征求意见稿提出意见3条：采纳1条、部分采纳1条、不予采纳1条。
 */
export function opinionsInWords(rulings: readonly (Ruling | null)[] | null): Bilingual {
  if (rulings === null) return bilingual('没有征求意见记录。', 'No draft result was opened for opinions.');
  if (rulings.length === 0)
    return bilingual('对征求意见稿没有提出意见。', 'It gave no opinion on the draft result.');
  const kinds = (['accepted', 'partlyAccepted', 'notAccepted'] as const)
    .map((kind) => ({ words: RULING_WORDS[kind], count: rulings.filter((one) => one === kind).length }))
    .filter(({ count }) => count > 0);
  const open = rulings.filter((one) => one === null).length;
  const parts = [
    ...kinds.map(({ words, count }) => bilingual(`${words.zh}${count}条`, `${count} ${words.en}`)),
    ...(open > 0 ? [bilingual(`尚未答复${open}条`, `${open} not ruled on`)] : []),
  ];
  return bilingual(
    `对征求意见稿提出意见${rulings.length}条：${parts.map(({ zh }) => zh).join('、')}。`,
    `${rulings.length} ${rulings.length === 1 ? 'opinion' : 'opinions'} on the draft result: ${parts.map(({ en }) => en).join(', ')}.`,
  );
}
