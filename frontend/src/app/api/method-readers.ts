import type { Role } from '@yuheng/shared/contract/roles';

/** Who reads the evaluation method: everybody of the business, and evaluators, who need its criteria. */
export const METHOD_READERS: readonly Role[] = [
  'leader',
  'programOfficer',
  'inspector',
  'finance',
  'countyOfficer',
  'countyApprover',
  'countyFinance',
  'evaluator',
  'leadEvaluator',
];
