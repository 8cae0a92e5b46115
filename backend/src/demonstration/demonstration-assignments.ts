import type { EvaluationAssignmentEntity } from '../evaluations/evaluation-assignment.entity';
import type { EvaluationRoundEntity } from '../evaluations/evaluation-round.entity';
import { accountIdOf } from './demonstration-accounts';
import type { DemonstrationCounty } from './demonstration-county';

/** Three evaluators mark each county, and the lead evaluator answers for the whole. */
const ASSIGNED = ['evaluator-1', 'evaluator-2', 'evaluator-3', 'lead-evaluator'] as const;

/**
 * Who works on the finance re-check (财政评价), the one round that is under way: every county to all four of them, as
 * many as its expected marks presume. Nobody keeps an assignment of the department evaluations, which are finalised.
 */
export const demonstrationAssignments = (
  rounds: readonly EvaluationRoundEntity[],
  counties: readonly Pick<DemonstrationCounty, 'id'>[],
): EvaluationAssignmentEntity[] =>
  rounds
    .filter(({ kind }) => kind === 'financeEvaluation')
    .flatMap(({ cityId, roundId }) =>
      counties.flatMap(({ id }) =>
        ASSIGNED.map((username) => ({ cityId, roundId, countyId: id, accountId: accountIdOf(username) })),
      ),
    );
