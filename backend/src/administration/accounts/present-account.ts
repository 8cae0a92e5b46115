import { Injectable } from '@nestjs/common';
import type { AdministeredAccount } from '@yuheng/shared/contract/accounts';
import {
  maskTelephoneNumber,
  type TelephoneNumber,
} from '@yuheng/shared/domain/personal-data/telephone-number';
import { ColumnCipherService, ENCRYPTED_COLUMNS } from '../../personal-data/column-cipher.service';
import { PlacesService } from '../../regions/places.service';
import type { EntityManager } from 'typeorm';
import { AccountsQueries, type AccountRow } from './accounts.queries';

/** Rows as administrators see them: the place by its name of today, the telephone number masked. */
@Injectable()
export class PresentAccount {
  constructor(
    private readonly queries: AccountsQueries,
    private readonly places: PlacesService,
    private readonly cipher: ColumnCipherService,
  ) {}

  /** An account as it stands now in the transaction that has just stored it. */
  async stored(tx: EntityManager, id: string): Promise<AdministeredAccount> {
    const row = await this.queries.find(tx, id);
    if (!row) throw new Error('An account is gone in the transaction that stored it.');
    return this.of(row);
  }

  of(row: AccountRow): AdministeredAccount {
    const place = this.places.find(row.place);
    if (!place) throw new Error(`The place ${row.place} of an account is gone.`);
    const phone = this.phoneOf(row);
    const { id, username, name, roles, secondFactor, mustChangePassword, demonstration, version } = row;
    return {
      ...{ id, username, name, secondFactor, mustChangePassword, demonstration, version },
      roles: [...roles],
      place: { id: place.id, kind: place.kind, name: place.name },
      state: stateOf(row),
      disabledAt: row.disabledAt?.toISOString() ?? null,
      disabledReason: row.disabledReason,
      lockedUntil: row.lockedUntil?.toISOString() ?? null,
      phone: phone && maskTelephoneNumber(phone),
      openIdSubject: row.openIdSubject,
      createdAt: row.createdAt.toISOString(),
      enteredBy: row.enteredBy,
    };
  }

  /** The whole number, for comparing and for a disclosure that the trail records. */
  phoneOf({ id, phoneCipher }: AccountRow): TelephoneNumber | null {
    if (phoneCipher === null) return null;
    return this.cipher.decrypt(phoneCipher, ENCRYPTED_COLUMNS.phone, id) as TelephoneNumber;
  }
}

function stateOf({ disabledAt, approvedAt }: AccountRow): AdministeredAccount['state'] {
  if (disabledAt) return 'disabled';
  return approvedAt ? 'active' : 'pending';
}
