import type { AllocationEvidence } from '@yuheng/shared/domain/allocation/evidence/allocation-evidence';
import { canonicalJson, type CanonicalValue } from '@yuheng/shared/domain/canonical-json';
import { createHash } from 'node:crypto';

/**
 * SHA-256 over the canonical JSON of the evidence without the id of its scoring run: ids are drawn, and the hash of the
 * run's inputs stands for it, so that the same figures have the same hash in every installation.
 */
export function evidenceSha256({ scoring, ...evidence }: AllocationEvidence): string {
  const { run: _, ...scored } = scoring ?? { run: null };
  const content = { ...evidence, scoring: scoring && scored };
  return createHash('sha256')
    .update(canonicalJson(content as unknown as CanonicalValue))
    .digest('hex');
}
