import { nameBasedUuid } from '@yuheng/backend/demonstration/name-based-uuid';
import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import { type EndpointCase, get, UNKNOWN_ID, unknownQuery } from '../requests';

const URL = '/api/assignments';
const EVALUATOR = 'evaluator-1';

/** The finance re-check of 2025, which is assigned; the department evaluation is not. */
const RECHECK = nameBasedUuid('round/assistants/2025/financeEvaluation');
const DEPARTMENT = nameBasedUuid('round/assistants/2025/departmentEvaluation');

export const ASSIGNMENT_CASES = {
  listAssignments: {
    happy: get(URL, EVALUATOR),
    problems: { 'invalid-request': [unknownQuery(URL, EVALUATOR)] },
  },
  readAssignment: {
    happy: get(`${URL}/${RECHECK}/hongta`, EVALUATOR),
    problems: {
      'invalid-request': [
        { why: 'the round is none', request: get(`${URL}/newest/hongta`, EVALUATOR), pointers: ['/round'] },
        unknownQuery(`${URL}/${RECHECK}/hongta`, EVALUATOR),
      ],
      'not-found': [
        { why: 'there is no such round', request: get(`${URL}/${UNKNOWN_ID}/hongta`, EVALUATOR) },
        { why: 'there is no such county', request: get(`${URL}/${RECHECK}/kunming`, EVALUATOR) },
        { why: 'the round is not assigned', request: get(`${URL}/${DEPARTMENT}/hongta`, EVALUATOR) },
      ],
    },
  },
} satisfies Partial<Record<EndpointName, EndpointCase>>;
