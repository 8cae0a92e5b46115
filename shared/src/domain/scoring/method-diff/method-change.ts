import { bilingual } from '../../bilingual';
import type { Bilingual } from '../../bilingual';

/** Counted by the summary: what happened to indicators, and to the settings of the method. */
export type MethodChangeKind =
  | 'indicatorAdded'
  | 'indicatorRemoved'
  | 'nameChanged'
  | 'parentChanged'
  | 'levelChanged'
  | 'marksChanged'
  | 'ruleKindChanged'
  | 'ruleParameterChanged'
  | 'unitChanged'
  | 'sourceChanged'
  | 'inspectionItemChanged'
  | 'responsibleChanged'
  | 'criteriaChanged'
  | 'orderChanged'
  | 'scoreDecimalsChanged'
  | 'statedMarksChanged'
  | 'notApplicableWithinChanged'
  /** Follow from the others: the marks of a dimension and its share, and the sum of all marks. */
  | 'dimensionChanged'
  | 'totalMarksChanged';

/** One difference between two versions of a method. */
export interface MethodChange {
  readonly kind: MethodChangeKind;
  /** Id of the indicator that it is about; null for the method as a whole. */
  readonly indicator: string | null;
  /** What stood there, for a table of before and after; null where nothing did. */
  readonly before: Bilingual | null;
  readonly after: Bilingual | null;
  readonly sentence: Bilingual;
}

/** What a change is about. */
export interface ChangeSubject {
  readonly kind: MethodChangeKind;
  readonly indicator: string | null;
  /** As the beginning of a sentence: 指标“在岗率”的分值 / the marks of "On-post rate". */
  readonly what: Bilingual;
}

export const NOT_FILLED_IN = bilingual('（未填写）', '(not filled in)');

export const sameText = (a: Bilingual, b: Bilingual): boolean => a.zh === b.zh && a.en === b.en;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * No change where both texts are the same, otherwise one: “…由…改为…”. Where only one language changed, both sentences show
 * that one, so that no sentence says the same before and after.
 */
export function changedText(subject: ChangeSubject, before: Bilingual, after: Bilingual): MethodChange[] {
  if (sameText(before, after)) return [];
  const { kind, indicator, what } = subject;
  const zh =
    before.zh === after.zh
      ? `${what.zh}（英文表述）由${before.en}改为${after.en}。`
      : `${what.zh}由${before.zh}改为${after.zh}。`;
  const en =
    before.en === after.en
      ? `${capital(what.en)} (in Chinese) changed from ${before.zh} to ${after.zh}.`
      : `${capital(what.en)} changed from ${before.en} to ${after.en}.`;
  return [{ kind, indicator, before, after, sentence: bilingual(zh, en) }];
}
