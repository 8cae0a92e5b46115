import * as z from 'zod';
import type { Endpoint } from './endpoint';
import { bilingual, pageState, programId, programYearQuery, stage, valueState, yearMonth } from './values';

const sheet = z.object({
  month: z.string(),
  state: valueState,
  stage,
  dueOn: z.string().nullable(),
  submittedOn: z.string().nullable(),
  passed: z.int(),
  failed: z.int(),
  notApplicable: z.int(),
});

const itemResult = z.object({
  item: z.string(),
  name: bilingual,
  criteria: bilingual,
  frequency: z.enum(['monthly', 'quarterly', 'yearly', 'once']),
  conclusion: z.enum(['pass', 'fail', 'notApplicable']).nullable(),
  number: z.string().nullable(),
  carriedFrom: z.string().nullable(),
  note: z.string().nullable(),
});

export const inspectionRecord = z.object({
  program: programId,
  county: z.string(),
  countyName: z.string(),
  month: z.string(),
  asOf: z.string(),
  demonstration: z.boolean(),
  state: valueState,
  stage,
  dueOn: z.string().nullable(),
  inspectedOn: z.string().nullable(),
  submittedOn: z.string().nullable(),
  approvedOn: z.string().nullable(),
  inspector: z.string().nullable(),
  approver: z.string().nullable(),
  templateVersion: z.int(),
  items: z.array(itemResult),
  findings: z.array(
    z.object({
      item: z.string(),
      summary: z.string(),
      foundOn: z.string(),
      deadline: z.string(),
      rectifiedOn: z.string().nullable(),
      closedOn: z.string().nullable(),
    }),
  ),
  /** Which scores this record moved: any record lists what it moved. Finalised runs only, for a county. */
  moved: z.array(z.object({ scoringRun: z.string(), indicator: z.string(), name: bilingual })),
});
export type InspectionRecord = z.infer<typeof inspectionRecord>;

export const inspectionEndpoints = {
  listInspections: {
    method: 'GET',
    path: '/api/inspections',
    permission: 'inspection:read',
    summary: 'The county × month grid of monthly inspections.',
    query: programYearQuery,
    status: 200,
    response: z.object({
      ...pageState,
      counties: z.array(z.object({ id: z.string(), name: z.string(), sheets: z.array(sheet) })),
    }),
    problems: ['invalid-request'],
  },
  readInspection: {
    method: 'GET',
    path: '/api/inspections/:county/:month',
    permission: 'inspection:read',
    summary: 'One inspection record with its items, findings and the scores that it moved.',
    params: z.strictObject({ county: z.string().max(40), month: yearMonth }),
    query: z.strictObject({ program: programId }),
    status: 200,
    response: inspectionRecord,
    problems: ['invalid-request', 'not-found'],
  },
} as const satisfies Record<string, Endpoint>;
