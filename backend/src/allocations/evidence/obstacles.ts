import { bilingual } from '@yuheng/shared/domain/bilingual';

/** Why no split can be worked out, and what stays until then. */
export const NO_GATHERING = bilingual(
  '该项目尚未归集数据，维持现行分配；待归集申报数据后再行测算。',
  'Nothing is gathered of this program yet: the split in force stays until claims are gathered.',
);
export const NO_SPLIT = bilingual(
  '没有上一年度的分配，无从比较，不予测算；请先在“官方文本”载入该年度的文本，或者在“历年分配”载入该年度的分配表。',
  'No split of an earlier year is known to compare with: load the official text of that year first, or its table of past splits.',
);
export const POSTS_UNKNOWN = bilingual(
  '现行分配没有按名额、按同一标准列出各县（市、区）的数额，无法按名额测算，维持现行分配；请核对现行分配的出处（见“历年分配”）。',
  'The split in force does not state posts of one amount for every county, so that no posts can be split: it stays. Check where it comes from (Earlier years).',
);
export const RESULT_REPLACED = bilingual(
  '该评价结果之后已另行定案，不再用于测算；请改用现行的评价结果。',
  'That result was finalised anew since and moves no split any more: choose the present one.',
);
export const OTHER_PROGRAM = bilingual(
  '评分结果属于另一个项目，请选择本项目的评价结果。',
  'The scoring run belongs to another program; choose a result of this one.',
);
export const SELF_EVALUATION = bilingual(
  '单位自评结果不用于资金分配测算，请选择部门评价或者财政评价的结果。',
  'A self-evaluation moves no split; choose a department evaluation or a finance re-check.',
);
