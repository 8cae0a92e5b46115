import type { Role } from '@yuheng/shared/contract/roles';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import type { EvaluationKind } from '../evaluations.queries';

/** 部门评价 and 单位自评 are organised by the justice bureau, 财政评价 by the finance bureau; the three never mix. */
const ORGANISER: Readonly<Record<EvaluationKind, Role>> = {
  selfEvaluation: 'programOfficer',
  departmentEvaluation: 'programOfficer',
  financeEvaluation: 'finance',
};

export const organises = (kind: EvaluationKind, { roles }: Pick<SignedIn, 'roles'>): boolean =>
  roles.includes(ORGANISER[kind]);

/** @throws ProblemException refused for who does not organise evaluations of this kind. */
export function checkOrganiser(kind: EvaluationKind, account: SignedIn): void {
  if (organises(kind, account)) return;
  const [zh, en] =
    kind === 'financeEvaluation'
      ? [
          '财政评价由市财政局组织，请由市财政局账户办理。',
          'The city finance bureau organises this evaluation: its account does this.',
        ]
      : [
          '该评价由市司法局组织，请由市司法局业务账户办理。',
          'The city justice bureau organises this evaluation: its account does this.',
        ];
  throw new ProblemException('refused', bilingual(zh, en));
}
