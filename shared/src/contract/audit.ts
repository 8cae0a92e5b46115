import * as z from 'zod';
import type { Endpoint } from './endpoint';
import { role } from './roles';

const moment = z.iso.datetime();
const hash = z.string();

/** What one entry says; the canonical JSON of it is part of what is hashed. */
export const auditContent = z.object({
  act: z.string(),
  /** null: the program itself. */
  actor: z.object({ account: z.string(), username: z.string() }).nullable(),
  roles: z.array(role),
  object: z.object({ kind: z.string(), id: z.string() }).nullable(),
  outcome: z.enum(['done', 'refused', 'failed']),
  problem: z.string().optional(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
  reason: z.string().optional(),
  requestId: z.string().nullable(),
  address: z.string().nullable(),
  personalData: z.literal(true).optional(),
  digest: z.string().optional(),
});
export type AuditContent = z.infer<typeof auditContent>;

const seal = z.object({
  day: z.iso.date(),
  seq: z.int(),
  hash,
  /** The first six characters of the hash, as pages print it. */
  code: z.string(),
  sealedAt: moment,
});
export type AuditSeal = z.infer<typeof seal>;

export const auditEndpoints = {
  listAuditEntries: {
    method: 'GET',
    path: '/api/audit',
    permission: 'audit:read',
    summary: 'Entries of the trail, the latest first; days are those of Beijing time.',
    query: z.strictObject({
      actor: z.string().max(100).optional(),
      act: z.string().max(100).optional(),
      outcome: z.enum(['done', 'refused', 'failed']).optional(),
      objectKind: z.string().max(50).optional(),
      objectId: z.string().max(200).optional(),
      requestId: z.string().max(100).optional(),
      personalData: z.enum(['true']).optional(),
      from: z.iso.date().optional(),
      to: z.iso.date().optional(),
      /** Entries below this number: the last one of the page before. */
      below: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
    }),
    status: 200,
    response: z.object({
      entries: z.array(z.object({ seq: z.int(), at: moment, content: auditContent, hash })),
      more: z.boolean(),
    }),
    problems: ['invalid-request'],
  },
  exportAudit: {
    method: 'GET',
    path: '/api/audit/export',
    permission: 'audit:read',
    summary:
      'Download the entries of some days, or all, as a file that `yuheng verify-audit` checks elsewhere.',
    query: z.strictObject({ from: z.iso.date().optional(), to: z.iso.date().optional() }),
    act: 'audit.export',
    status: 200,
    response: z.unknown(),
    problems: ['invalid-request', 'refused'],
  },
  listAuditSeals: {
    method: 'GET',
    path: '/api/audit/seals',
    permission: 'signedIn',
    summary:
      'Heads of the trail as sealed at the end of each day, the latest first: keep one to prove what came before.',
    status: 200,
    response: z.object({ seals: z.array(seal) }),
    problems: ['invalid-request'],
  },
} as const satisfies Record<string, Endpoint>;
