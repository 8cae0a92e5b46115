import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

@Injectable()
export class FirstAdministratorRepository {
  /** Makes the first administrator of the city and uses the link up. @returns false where the link does not work */
  async make(
    tx: EntityManager,
    one: {
      readonly tokenSha256: string;
      readonly accountId: string;
      readonly username: string;
      readonly name: string;
      readonly passwordHash: string;
    },
  ): Promise<boolean> {
    const [{ made }] = await tx.query<[{ made: boolean }]>(
      'select make_first_administrator($1, $2, $3, $4, $5) as made',
      [one.tokenSha256, one.accountId, one.username, one.name, one.passwordHash],
    );
    return made;
  }
}
