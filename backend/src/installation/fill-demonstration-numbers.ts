import type { KeyRing } from '../config/key-ring';
import { createDataSource } from '../database/data-source';
import { bankCardOf, identityNumberOf } from '../demonstration/demonstration-numbers';
import { ColumnCipherService, ENCRYPTED_COLUMNS } from '../personal-data/column-cipher.service';

/**
 * Gives the invented people of the demonstration their numbers, encrypted with the first key: when the database was
 * filled there were no keys yet. Run again it finds nobody left.
 */
export async function fillDemonstrationNumbers(ownerUrl: string, keys: KeyRing): Promise<void> {
  const cipher = new ColumnCipherService(keys);
  const { assistantIdentity, assistantCard } = ENCRYPTED_COLUMNS;
  const source = await createDataSource(ownerUrl, 1).initialize();
  try {
    await source.transaction(async (tx) => {
      await tx.query(
        `select set_config('yuheng.scope', (select string_agg(place_id, ',') from place where kind = 'county'), true)`,
      );
      const rows: { id: string }[] = await tx.query(
        `select assistant_id as id from assistant where demonstration and identity_cipher is null order by 1 for update`,
      );
      const ids = rows.map(({ id }) => id);
      await tx.query(
        `update assistant a set identity_cipher = n.identity, identity_hash = n.hash, card_cipher = n.card
         from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as n (id, identity, hash, card)
         where a.assistant_id = n.id`,
        [
          ids,
          ids.map((id) => cipher.encrypt(identityNumberOf(id), assistantIdentity, id)),
          ids.map((id) => cipher.hash(identityNumberOf(id), assistantIdentity)),
          ids.map((id) => cipher.encrypt(bankCardOf(id), assistantCard, id)),
        ],
      );
    });
  } finally {
    await source.destroy();
  }
}
