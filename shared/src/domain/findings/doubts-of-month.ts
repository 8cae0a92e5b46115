import { cityPartDue } from './rules/city-part-due';
import type { DoubtFacts, DoubtRule, FoundDoubt } from './rules/doubt-rule';
import { personsOverPosts } from './rules/persons-over-posts';
import { personsPaid } from './rules/persons-paid';
import { wagesUnpaid } from './rules/wages-unpaid';
import { workloadContinuity } from './rules/workload-continuity';
import { workloadRepeated } from './rules/workload-repeated';

const RULES: readonly DoubtRule[] = [
  wagesUnpaid,
  personsPaid,
  personsOverPosts,
  cityPartDue,
  workloadContinuity,
  workloadRepeated,
];

/**
 * The doubts (疑点（待核实）) that the reported figures of one county and month give rise to, in the order of the rules; at
 * most one a rule. They rest on figures alone and say nothing about anybody: a county may explain each of them away.
 * @param of the facts of the month's year as known on their day; a month that was not reported gives no doubt
 */
export const doubtsOfMonth = (of: DoubtFacts): readonly FoundDoubt[] =>
  RULES.flatMap((rule) => rule(of) ?? []);
