import * as z from 'zod';
import type { Endpoint } from './endpoint';

const assignment = z.object({
  round: z.uuid(),
  program: z.string(),
  year: z.int(),
  kind: z.enum(['selfEvaluation', 'departmentEvaluation', 'financeEvaluation']),
  county: z.string(),
  name: z.string(),
  /** The evaluator's own. */
  marksGiven: z.int(),
  finalised: z.boolean(),
});

export const assignmentEndpoints = {
  listAssignments: {
    method: 'GET',
    path: '/api/assignments',
    permission: 'assignment:read',
    summary: 'What is assigned to the evaluator who asks.',
    status: 200,
    response: z.object({ assignments: z.array(assignment) }),
    problems: ['invalid-request'],
  },
  readAssignment: {
    method: 'GET',
    path: '/api/assignments/:round/:county',
    permission: 'assignment:read',
    summary: 'One’s own marks of an assigned county; nobody reads another evaluator’s.',
    params: z.strictObject({ round: z.uuid(), county: z.string().min(1).max(50) }),
    status: 200,
    response: z.object({
      ...assignment.shape,
      marks: z.array(z.object({ indicator: z.string(), marks: z.string(), submittedOn: z.iso.date() })),
    }),
    problems: ['invalid-request', 'not-found'],
  },
} as const satisfies Record<string, Endpoint>;
