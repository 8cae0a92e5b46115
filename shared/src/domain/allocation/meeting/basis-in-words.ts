import { bilingual, type Bilingual } from '../../bilingual';
import { dayInWords } from '../../period/day-in-words';
import type { AllocationEvidence } from '../evidence/allocation-evidence';
import { evaluationName } from '../evidence/evidence-window';
import { evaluatedYearOf, evidenceWindow } from '../evidence/window-figures';
import type { AllocationSettings } from '../settings/allocation-settings';
import { settingInWords } from '../settings/settings-in-words';

/** What the sentences on the basis look at of the evidence. */
export type EvidenceOfBasis = Pick<AllocationEvidence, 'evaluatedYear' | 'lastSplit'> & {
  readonly scoring: Pick<
    NonNullable<AllocationEvidence['scoring']>,
    'kind' | 'year' | 'finalisedOn' | 'documentNumber'
  > | null;
};

/**
 * What a split rests on, a sentence each, for who decides: where the split in force stands, which finalised result counts
 * and since when, and which months are looked at. A result that is not counted is not named.
 *
 * Example: 评价结果：2025年度部门评价，2026年3月2日定案（玉司发〔2026〕5号）；只计由县级司法行政部门负责的指标，按其满分折算为100分。
 */
export function basisInWords(evidence: EvidenceOfBasis, settings: AllocationSettings): readonly Bilingual[] {
  const year = evaluatedYearOf(evidence);
  const months = evidenceWindow(year, settings.window).words;
  const { source } = evidence.lastSplit;
  return [
    bilingual(`${source.zh}。`, `${source.en}.`),
    resultInWords(evidence, settings),
    bilingual(`归集数据：${months.zh}。`, `Gathered figures: ${months.en}.`),
  ];
}

function resultInWords({ scoring }: EvidenceOfBasis, settings: AllocationSettings): Bilingual {
  if (settings.performance.mode === 'none' || scoring === null) {
    return bilingual('评价结果：不计入。', 'Results: they do not count.');
  }
  const [name, day] = [evaluationName(scoring), dayInWords(scoring.finalisedOn)];
  const number = scoring.documentNumber;
  const which = settingInWords('indicators', settings);
  return bilingual(
    `评价结果：${name.zh}，${day.zh}定案${number === null ? '' : `（${number}）`}；${which.zh}。`,
    `Results: ${name.en}, finalised on ${day.en}${number === null ? '' : ` (${number})`}; ${which.en}.`,
  );
}
