import { bilingual } from '../../bilingual';
import type { ElementsRule } from '../method';

/** 要素计分 from lines of id, marks, and what is to be there in both languages. */
export const elementsRule = (
  ...lines: readonly (readonly [string, string, string, string])[]
): ElementsRule => ({
  kind: 'elements',
  elements: lines.map(([id, marks, zh, en]) => ({ id, marks, name: bilingual(zh, en) })),
});

/** The criteria of such a rule; what is to be there stands in its elements. */
export const BY_ELEMENTS = bilingual(
  '查阅相关文件和资料，按要素计分：每符合一个要素得该要素的分值，不符合的不得分，并注明依据。',
  'By elements, from the documents: each element that is met gives its marks, one that is not gives none; the basis is stated.',
);
