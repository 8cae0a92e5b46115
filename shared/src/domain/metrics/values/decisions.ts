import { bilingual } from '../../bilingual';
import type { Bilingual } from '../../bilingual';
import { step } from '../../scoring/explaining/explanation-step';
import type { ExplanationStep } from '../../scoring/explaining/explanation-step';
import type { IndicatorValue } from '../../scoring/method';
import type { RecordReference } from '../facts';

/**
 * What people decided about one leaf beside its rule, always with the reason: an evaluator’s exception on a computed leaf,
 * 合议 of the team, a ruling on the county’s opinion. They stand in the order in which they were taken.
 */
export interface Decision {
  readonly step: 'exception' | 'deliberation' | 'ruling';
  /** Where and when it was decided, for readers: “2026-03-10合议，3人参加”. */
  readonly title: Bilingual;
  /** The score that it sets, within the leaf’s marks and decimals; absent where it leaves the score as it was. */
  readonly finalScore?: string;
  /** Of 合议 on a leaf that takes one value of its own shape: the value that was agreed on. */
  readonly value?: IndicatorValue;
  readonly reason: string;
  readonly record: RecordReference;
}

/** The last of the decisions that sets the score stands; what has no score (missing, not applicable) takes none. */
export function withDecisions(value: IndicatorValue, decisions: readonly Decision[]): IndicatorValue {
  if (value.state !== undefined) return value;
  const last = decisions.findLast((one) => one.finalScore !== undefined);
  return last?.finalScore === undefined
    ? value
    : { ...value, finalScore: last.finalScore, reason: last.reason };
}

function effectOf({ finalScore, value }: Decision): Bilingual {
  if (finalScore !== undefined)
    return bilingual(`得分定为${finalScore}分`, `the score is set to ${finalScore}`);
  return value === undefined
    ? bilingual('维持原得分', 'the score stays')
    : bilingual('商定了该指标的取值', 'the value was agreed on');
}

/** One line a decision: what it was, what it did, why, and the record of it. */
export const decisionSteps = (decisions: readonly Decision[]): readonly ExplanationStep[] =>
  decisions.map((one) => {
    const effect = effectOf(one);
    return step(
      bilingual(
        `${one.title.zh}：${effect.zh}。理由：${one.reason}`,
        `${one.title.en}: ${effect.en}. Reason: ${one.reason}`,
      ),
      '',
      one.finalScore ?? '',
      { kind: 'decision', records: [one.record] },
    );
  });
