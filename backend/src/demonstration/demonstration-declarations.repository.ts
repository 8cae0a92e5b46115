import type { EntityManager } from 'typeorm';
import { InterestDeclarationEntity } from '../evaluations/interest-declaration.entity';

/** Each in the scope of its account, because nobody declares interests for another, the owner of the tables neither. */
export async function loadDeclarations(
  tx: EntityManager,
  declarations: readonly InterestDeclarationEntity[],
): Promise<void> {
  const accounts = new Set(declarations.map(({ accountId }) => accountId));
  const [{ former }] = await tx.query<[{ former: string | null }]>(
    `select current_setting('yuheng.account', true) as former`,
  );
  for (const accountId of accounts) {
    await tx.query(`select set_config('yuheng.account', $1, true)`, [accountId]);
    await tx.insert(
      InterestDeclarationEntity,
      declarations.filter((one) => one.accountId === accountId),
    );
  }
  await tx.query(`select set_config('yuheng.account', $1, true)`, [former ?? '']);
}
