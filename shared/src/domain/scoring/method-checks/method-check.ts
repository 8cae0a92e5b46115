import { bilingual } from '../../bilingual';
import type { Bilingual } from '../../bilingual';

/**
 * What a finding is about. Errors: cannotScore (the engine refuses it), absent, marksDoNotSum, marksTooFine,
 * statedMarksUnsound, unknownMetric, unknownInspectionItem, sourceDoesNotFit, metricDoesNotFit. The others are warnings.
 */
export type FindingKind =
  | 'cannotScore'
  | 'absent'
  | 'marksDoNotSum'
  | 'marksTooFine'
  | 'statedMarksUnsound'
  | 'unknownMetric'
  | 'unknownInspectionItem'
  | 'sourceDoesNotFit'
  | 'metricDoesNotFit'
  | 'resultsUnderSixty'
  | 'resultsShareUnknown'
  | 'allocationShareUnderHalf'
  | 'noMarks'
  | 'nameTwice'
  | 'fullMarksUnreachable'
  | 'bandsLeaveGap'
  | 'stepWithoutDifference'
  | 'stepsRiseAndFall'
  | 'deductionWithoutEffect'
  | 'vetoWithoutEffect';

/** One thing that an officer must know before a method is published. An error forbids publication, a warning does not. */
export interface MethodFinding {
  readonly severity: 'error' | 'warning';
  /** RFC 6901, from `/method`; an absent key points at where it would stand, a broken sum at the array. */
  readonly pointer: string;
  readonly kind: FindingKind;
  readonly message: Bilingual;
}

/** Errors first, then warnings; empty for a sound method. */
export type MethodCheck = readonly MethodFinding[];

type SeverityOf = (kind: FindingKind, pointer: string, zh: string, en: string) => MethodFinding;

export const error: SeverityOf = (kind, pointer, zh, en) => ({
  severity: 'error',
  pointer,
  kind,
  message: bilingual(zh, en),
});

export const warning: SeverityOf = (kind, pointer, zh, en) => ({
  severity: 'warning',
  pointer,
  kind,
  message: bilingual(zh, en),
});
