import { canonicalJson, type CanonicalValue } from '@yuheng/shared/domain/canonical-json';
import type { Method } from '@yuheng/shared/domain/scoring/method';
import { createHash } from 'node:crypto';

/** SHA-256 over the canonical JSON of a method's definition: by it a round says which text it goes by. */
export const methodSha256 = (definition: Method): string =>
  createHash('sha256')
    .update(canonicalJson(definition as unknown as CanonicalValue))
    .digest('hex');
