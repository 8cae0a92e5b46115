import { bilingual, type Bilingual } from '../../bilingual';
import { dayInWords } from '../../period/day-in-words';
import type { IsoDate } from '../../period/year-month';
import type { ScoringEvidence } from './allocation-evidence';

/**
 * The year whose money a finalised result can move (证据窗口): results of N finalised by 15 March N+1 move the April
 * issue of N+1, later ones that of N+2 (rules.md section 2).
 * Example: 2025, finalised on 2026-03-15, moves 2026; finalised a day later it moves 2027.
 */
export function yearMovedBy(evaluatedYear: number, finalisedOn: string): number {
  return finalisedOn <= `${evaluatedYear + 1}-03-15` ? evaluatedYear + 1 : evaluatedYear + 2;
}

/** An evaluation as the window looks at it; not finalised where there is no day. */
export interface EvaluationInWindow {
  readonly kind: ScoringEvidence['kind'];
  /** The evaluated year. */
  readonly year: number;
  readonly finalisedOn: IsoDate | null;
}

const KINDS: Readonly<Record<ScoringEvidence['kind'], Bilingual>> = {
  departmentEvaluation: bilingual('部门评价', 'department evaluation'),
  financeEvaluation: bilingual('财政评价', 'finance re-check'),
};

/** What an evaluation is called in a sentence: 2025年度部门评价. */
export const evaluationName = ({ kind, year }: Pick<EvaluationInWindow, 'kind' | 'year'>): Bilingual =>
  bilingual(`${year}年度${KINDS[kind].zh}`, `the ${KINDS[kind].en} of ${year}`);

/**
 * Why an evaluation cannot move the money of a year; null where it can.
 * Example: 2025年度财政评价尚未定案，不用于2026年的资金分配测算。
 */
export function outsideTheWindow(
  { kind, year, finalisedOn }: EvaluationInWindow,
  ofYear: number,
): Bilingual | null {
  const { zh, en } = KINDS[kind];
  if (finalisedOn === null) {
    return bilingual(
      `${year}年度${zh}尚未定案，不用于${ofYear}年的资金分配测算。`,
      `The ${en} of ${year} is not finalised: it moves no split of ${ofYear}.`,
    );
  }
  const moved = yearMovedBy(year, finalisedOn);
  if (moved === ofYear) return null;
  const day = dayInWords(finalisedOn);
  return bilingual(
    `${year}年度${zh}于${day.zh}定案，按证据窗口（次年3月15日前定案的用于次年）用于${moved}年的分配，不用于${ofYear}年。`,
    `The ${en} of ${year}, finalised on ${day.en}, is evidence for ${moved} (finalised by 15 March it would move the year after the evaluated one), not for ${ofYear}.`,
  );
}
