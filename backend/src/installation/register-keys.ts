import { checkKeys } from '../config/check-keys';
import type { KeyRing } from '../config/key-ring';
import { createDataSource } from '../database/data-source';

/**
 * Holds the keys of a start against those that the database holds data under, and makes the first key known to it,
 * because the server writes with that one from now on. What the database keeps of a key is a check value, from which
 * nothing else can be computed.
 * @throws StartRefused when a key in use is missing or is another one.
 */
export async function registerKeys(ownerUrl: string, keys: KeyRing): Promise<void> {
  const source = await createDataSource(ownerUrl, 1).initialize();
  try {
    await source.transaction(async (tx) => {
      const [{ known }] = await tx.query<[{ known: Record<string, string> }]>(
        'select key_checks as known from installation for update',
      );
      checkKeys(known, keys);
      await tx.query(
        'update installation set key_checks = key_checks || jsonb_build_object($1::text, $2::text)',
        [keys.first.id, keys.first.check],
      );
    });
  } finally {
    await source.destroy();
  }
}
