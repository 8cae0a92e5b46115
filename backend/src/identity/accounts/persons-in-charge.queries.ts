import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface PersonInCharge {
  readonly place: string;
  readonly role: 'inspector' | 'countyOfficer' | 'countyFinance';
  readonly name: string;
}

/** Names of those in charge at the places of the scope; of their accounts nothing else is told. */
@Injectable()
export class PersonsInChargeQueries {
  async read(tx: EntityManager): Promise<PersonInCharge[]> {
    return tx.query('select place_id as place, role, name from persons_in_charge()');
  }
}
