import type { AuditContent } from '@yuheng/shared/contract/audit';
import { canonicalJson, type CanonicalValue } from '@yuheng/shared/domain/canonical-json';
import { createHash } from 'node:crypto';
import type { Act } from './act';

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
  return canonicalJson(
    clean({
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
    }),
  );
}

function bounded(value: unknown): unknown {
  const text = JSON.stringify(value);
  if (text.length <= LARGEST) return value;
  return { sha256: createHash('sha256').update(text).digest('hex'), characters: text.length };
}

/** NUL, and halves of surrogate pairs that stand alone. */
const UNWRITABLE = /[\0\p{Surrogate}]/gu;

/**
 * Text that PostgreSQL and every reader of JSON take alike: no NUL and no half of a surrogate pair; numbers that are
 * not whole are said as text, so that nobody's printing of them matters to the hash.
 */
function clean(value: unknown): CanonicalValue {
  if (typeof value === 'string') return value.replaceAll(UNWRITABLE, '\uFFFD');
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : String(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'object' || value === null) return null;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) =>
      one === undefined ? [] : [[key.replaceAll(UNWRITABLE, '\uFFFD'), clean(one)]],
    ),
  );
}
