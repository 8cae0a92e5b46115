import type { EvaluationAssignmentEntity } from '../evaluations/evaluation-assignment.entity';
import type { EvaluationRoundEntity } from '../evaluations/evaluation-round.entity';
import { accountIdOf } from './demonstration-accounts';
import type { DemonstrationCounty } from './demonstration-county';
import { EVALUATORS, METHOD_SECTIONS } from './demonstration-evaluation';

/**
 * Who works on the finance re-check (财政评价), the one round that is under way: every section of every county to all
 * three evaluators, as many as its expected marks presume. Nobody keeps an assignment of the department evaluations,
 * which are finalised.
 */
export const demonstrationAssignments = (
  rounds: readonly EvaluationRoundEntity[],
  counties: readonly Pick<DemonstrationCounty, 'id'>[],
): EvaluationAssignmentEntity[] =>
  rounds
    .filter(({ kind }) => kind === 'financeEvaluation')
    .flatMap(({ cityId, roundId }) =>
      counties.flatMap(({ id }) =>
        METHOD_SECTIONS.flatMap((section) =>
          EVALUATORS.map((username) => ({
            cityId,
            roundId,
            countyId: id,
            section,
            accountId: accountIdOf(username),
            turn: 'first',
          })),
        ),
      ),
    );
