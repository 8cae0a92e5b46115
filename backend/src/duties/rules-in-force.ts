import type { DutyRule } from '@yuheng/shared/domain/duties/duty-rule';
import { DEFAULT_DUTY_RULES } from '@yuheng/shared/domain/duties/duty-rules';
import type { ChangedRule } from './duty-rules.repository';

/** The change that holds in a year: of those from the latest year not after it, the newest. */
export const changeInYear = (
  changes: readonly ChangedRule[],
  id: string,
  year: number,
): ChangedRule | undefined =>
  changes
    .filter((one) => one.rule === id && one.fromYear <= year)
    .sort((a, b) => a.fromYear - b.fromYear || a.version - b.version)
    .at(-1);

/** What each rule says in a year: the program's own terms until somebody changed them. */
export const rulesInForce = (changes: readonly ChangedRule[], year: number): readonly DutyRule[] =>
  DEFAULT_DUTY_RULES.map((rule) => ({ ...rule, ...changeInYear(changes, rule.id, year)?.content }));
