import { bilingual } from '../../bilingual';
import { accepted, refusal, refused } from '../../refusal';
import type { Outcome } from '../../refusal';
import { NOTHING, step } from '../../scoring/explaining/explanation-step';
import type { Indicator } from '../../scoring/method';
import type { RecordReference } from '../facts';
import { MISSING } from './leaf-values';
import type { LeafValues } from './leaf-values';

/** What a county states of one indicator against its goal (单位自评). Decimals, in the unit of the indicator. */
export interface CountyStatement {
  readonly actual: string;
  /** The goal issued to the county; read only by a rule whose target is "goal". */
  readonly target?: string;
  readonly record: RecordReference;
}

/**
 * The value of a leaf with the source `selfReport`. Without a statement it is missing. Refused: a rule that does not read an
 * actual figure (only proportional and steps do). `at` is the leaf's pointer.
 */
export function statementValues(
  leaf: Indicator,
  at: string,
  statement: CountyStatement | undefined,
): Outcome<LeafValues> {
  const { rule } = leaf;
  if (rule?.kind !== 'proportional' && rule?.kind !== 'steps') {
    return refused([
      refusal(
        `${at}/rule/kind`,
        `由县级自报的指标“${leaf.id}”只能用比例或者分档规则，请改用其中一种，或者改为由评价人员打分。`,
        `The indicator "${leaf.id}" is stated by the county: it takes a proportional or steps rule; use one of these, or let evaluators mark it.`,
      ),
    ]);
  }
  if (!statement) {
    const absent = bilingual('缺报：县级自评数据。', 'Missing: the county has stated nothing.');
    return accepted({ value: MISSING, source: { records: [], steps: [step(absent, '', NOTHING)] } });
  }
  const { actual, target, record } = statement;
  const wantsGoal = rule.kind === 'proportional' && rule.target === 'goal';
  const stated = step(bilingual('县级自评填报', 'stated by the county'), '', actual, { records: [record] });
  return accepted({
    value: wantsGoal && target !== undefined ? { actual, target } : { actual },
    source: { records: [record], steps: [stated] },
  });
}
