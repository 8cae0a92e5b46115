import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PersonsInChargeQueries, type PersonInCharge } from './persons-in-charge.queries';

/** Who is in charge of a county's sheets, money or checks: the names of who holds the account, several one after the other. */
export type NamesInCharge = (county: string, role: PersonInCharge['role']) => string | null;

@Injectable()
export class PersonsInChargeService {
  constructor(private readonly queries: PersonsInChargeQueries) {}

  /** Inside a transaction of the reader's own scope. Inspectors are those of the city, whatever county is asked about. */
  async names(tx: EntityManager): Promise<NamesInCharge> {
    const persons = await this.queries.read(tx);
    const named = new Map<string, string>();
    for (const { place, role, name } of persons) {
      const key = role === 'inspector' ? role : `${place}/${role}`;
      const known = named.get(key);
      named.set(key, known === undefined ? name : `${known}、${name}`);
    }
    return (county, role) => named.get(role === 'inspector' ? role : `${county}/${role}`) ?? null;
  }
}
