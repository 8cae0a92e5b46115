import type { AuditContent } from '@yuheng/shared/contract/audit';
import { createHash } from 'node:crypto';
import type { Act } from './act';
import { writableJson } from './writable-json';

/** What happened in the end. */
export interface Outcome {
  readonly outcome: AuditContent['outcome'];
  readonly problem?: string;
}

/** Before and after of an act are for reading: what is larger stands in the trail by its digest. */
const LARGEST = 32 * 1024;

/** The content of an entry as canonical JSON, as it is hashed. */
export function auditContent({ name, actor, request, noted }: Act, { outcome, problem }: Outcome): string {
  const { before, after, ...more } = noted;
  return writableJson({
    act: name,
    actor: actor && { account: actor.accountId, username: actor.username },
    roles: actor?.roles ?? [],
    object: null,
    ...more,
    ...(before === undefined ? {} : { before: bounded(before) }),
    ...(after === undefined ? {} : { after: bounded(after) }),
    outcome,
    ...(problem ? { problem } : {}),
    requestId: request?.id ?? null,
    address: request?.address ?? null,
  });
}

function bounded(value: unknown): unknown {
  const text = JSON.stringify(value);
  if (text.length <= LARGEST) return value;
  return { sha256: createHash('sha256').update(text).digest('hex'), characters: text.length };
}
