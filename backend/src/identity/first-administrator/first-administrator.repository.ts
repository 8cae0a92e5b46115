import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

@Injectable()
export class FirstAdministratorRepository {
  constructor(private readonly source: DataSource) {}

  /** Whether a link works at this moment. */
  async works(tokenSha256: string): Promise<boolean> {
    const [{ works }] = await this.source.query<[{ works: boolean }]>(
      'select first_administrator_link_works($1) as works',
      [tokenSha256],
    );
    return works;
  }

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
