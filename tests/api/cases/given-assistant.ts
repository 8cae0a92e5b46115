import { ColumnCipherService, ENCRYPTED_COLUMNS } from '@yuheng/backend/personal-data/column-cipher.service';
import { inventedCard, inventedIdentityNumber } from '../../support/invented-numbers';
import type { Given, ProblemCase } from '../requests';

type Arrange = NonNullable<ProblemCase['arrange']>;

export const ASSISTANT = '0a551500-0000-4000-8000-000000000001';
/** An identity number that 红塔区 has entered, and one of somebody on post in 江川区. */
export const ENTERED = inventedIdentityNumber();
export const ELSEWHERE = inventedIdentityNumber();

async function put(
  { server }: Pick<Given, 'server'>,
  { id, county, number }: { id: string; county: string; number: string },
): Promise<void> {
  const cipher = server.app.get(ColumnCipherService);
  const { assistantIdentity, assistantCard } = ENCRYPTED_COLUMNS;
  await server.sql('delete from assistant_post where assistant_id = $1', [id]);
  await server.sql('delete from assistant where assistant_id = $1', [id]);
  await server.sql(
    `insert into assistant (city_id, county_id, assistant_id, name, identity_cipher, identity_hash, card_cipher, employment,
       demonstration, version, entered_by, entered_at)
     values ('530400', $1, $2, '王协勤', $3, $4, $5, 'laborContract', false, 1, 'case', now())`,
    [
      county,
      id,
      cipher.encrypt(number, assistantIdentity, id),
      cipher.hash(number, assistantIdentity),
      cipher.encrypt(inventedCard(), assistantCard, id),
    ],
  );
  await server.sql(`insert into assistant_post values ('530400', $1, $2, '2025-01-01', null, null)`, [
    county,
    id,
  ]);
}

/** Somebody on post in 红塔区 since the beginning of 2025, version 1. */
export const assistant: Arrange = (given) => put(given, { id: ASSISTANT, county: 'hongta', number: ENTERED });

/** The same, and somebody else on post in 江川区. */
export const assistantElsewhere: Arrange = async (given) => {
  await assistant(given);
  await put(given, { id: ASSISTANT.replace(/1$/, '2'), county: 'jiangchuan', number: ELSEWHERE });
};

/** Name and numbers are gone, because the time for which they are kept is over. */
export const erasedAssistant: Arrange = async (given) => {
  await assistant(given);
  await given.server.sql(
    `update assistant set name = null, identity_cipher = null, identity_hash = null, card_cipher = null, erased_at = now()
     where assistant_id = $1`,
    [ASSISTANT],
  );
};
