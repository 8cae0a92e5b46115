import { isoDate } from '@yuheng/shared/domain/period/year-month';
import type { EvaluationFirmEntity } from '../evaluations/evaluation-firm.entity';
import type { EvaluationRoundEntity } from '../evaluations/evaluation-round.entity';
import type { InterestDeclarationEntity } from '../evaluations/interest-declaration.entity';
import type { RoundMemberEntity } from '../evaluations/round-member.entity';
import { accountIdOf } from './demonstration-accounts';
import type { DemonstrationCounty } from './demonstration-county';
import { EVALUATORS } from './demonstration-evaluation';
import { workingDayAfter } from './working-day';
import { nameBasedUuid } from './name-based-uuid';

const FIRM = nameBasedUuid('firm/1');

/** The one firm (第三方机构), invented like its people. */
export const demonstrationFirm = (cityId: string): EvaluationFirmEntity => ({
  cityId,
  firmId: FIRM,
  name: '演示绩效评价事务所（演示数据）',
  code: '演示-01',
  version: 1,
  closedOn: null,
});

/** The days from which the team of each round worked. */
const JOINED: Readonly<Record<string, string>> = {
  'departmentEvaluation/2024': '2025-01-10',
  'departmentEvaluation/2025': '2026-01-12',
  'financeEvaluation/2025': '2026-03-02',
};

/** The same three evaluators and the lead evaluator in every round. */
export const demonstrationMembers = (rounds: readonly EvaluationRoundEntity[]): RoundMemberEntity[] =>
  rounds.flatMap(({ cityId, roundId, kind, year }) =>
    [...EVALUATORS, 'lead-evaluator'].map((username) => ({
      cityId,
      roundId,
      accountId: accountIdOf(username),
      firmId: FIRM,
      rank: username === 'lead-evaluator' ? 'lead' : 'member',
      joinedOn: JOINED[`${kind}/${year}`] ?? '',
      withdrawnOn: null,
      withdrawnReason: null,
    })),
  );

const morningAfter = (day: string): Date => new Date(`${workingDayAfter(isoDate(day), 1)}T02:00:00Z`);

/** On the first working day after joining everybody declared every county, and nobody a conflict. */
export const demonstrationDeclarations = (
  rounds: readonly EvaluationRoundEntity[],
  counties: readonly Pick<DemonstrationCounty, 'id'>[],
): InterestDeclarationEntity[] =>
  demonstrationMembers(rounds).flatMap(({ cityId, roundId, accountId, joinedOn }) =>
    counties.map(({ id }) => ({
      cityId,
      roundId,
      countyId: id,
      accountId,
      conflict: false,
      reason: null,
      declaredAt: morningAfter(joinedOn),
    })),
  );
