import type { Role } from '@yuheng/shared/contract/roles';
import type { RoundKind } from '@yuheng/shared/domain/evaluating/round-steps';

/** 单位自评 and 部门评价 are the bureau's, 财政评价 is the finance bureau's: nobody organises another's evaluation. */
export const organisedKinds = (roles: readonly Role[]): RoundKind[] => [
  ...(roles.includes('programOfficer') ? (['selfEvaluation', 'departmentEvaluation'] as const) : []),
  ...(roles.includes('finance') ? (['financeEvaluation'] as const) : []),
];
