/** glossary.md, "Say / never say", and words of the workshop that no officer uses. */
export const NEVER_SAID =
  /分配实验室|基线|桑基|瀑布|热力|严厉度|盲评|轮次|同侪|对标|九县|冻结|\bbaseline\b|\blaboratory\b|\bheat ?map\b|\bsankey\b|\bblind\b/i;

/** Said where there is no verdict, to say that there is none. */
const HONEST = [
  '不作排名',
  '不代表等级',
  '定案前不显示等级和得分',
  'no ranking',
  'it is no grade',
  'there is no grade',
];
const VERDICT = /优|良|排名|名次|等级|第\s*\d+\s*名|\bexcellent\b|\bgood\b|\bgrade\b|\brank/i;

/** Lines that grade or rank somebody. */
export const verdictsIn = (words: readonly string[]): string[] =>
  words
    .map((line) => HONEST.reduce((text, sentence) => text.replaceAll(sentence, ''), line))
    .filter((line) => VERDICT.test(line));
