import { bilingual, type Bilingual } from '../../bilingual';
import { decisionLabel, type DecisionDocument } from '../deciding/decision-in-words';

/** Where a split stands that an official text printed: the text of a year, and its section. */
export const sourceOfText = (year: number): Bilingual =>
  bilingual(`现行分配见${year}年项目文本“六、资金安排情况”`, `In force: section 6 of the text of ${year}`);

/** Where a split stands that was decided and promulgated: its document. */
export function sourceOfDecision(document: DecisionDocument): Bilingual {
  const label = decisionLabel(document);
  return bilingual(`现行分配见${label.zh}`, `In force: ${label.en}`);
}

/** Where a split stands that was loaded from a table of past splits, for want of a published text. */
export const sourceOfTable = (year: number): Bilingual =>
  bilingual(
    `现行分配见载入的往年分配表（${year}年度）`,
    `In force: the loaded table of past splits, year ${year}`,
  );
