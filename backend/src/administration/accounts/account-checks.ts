import { Injectable } from '@nestjs/common';
import type { Role } from '@yuheng/shared/contract/roles';
import type { SecuritySettings } from '@yuheng/shared/contract/security-settings';
import { exclusionRefusals } from '@yuheng/shared/domain/accounts/role-exclusions';
import { placeRefusals } from '@yuheng/shared/domain/accounts/role-places';
import {
  readTelephoneNumber,
  type TelephoneNumber,
} from '@yuheng/shared/domain/personal-data/telephone-number';
import type { Refusal } from '@yuheng/shared/domain/refusal';
import type { EntityManager } from 'typeorm';
import { ProblemException } from '../../http/problem-exception';
import { PlacesService } from '../../regions/places.service';
import {
  lastSecurityAdministrator,
  lastSystemAdministrator,
  openIdSubjectTaken,
  placeUnknown,
  usernameTaken,
} from './account-refusals';
import { AccountsQueries } from './accounts.queries';
import { AccountsRepository } from './accounts.repository';

/** What has to hold of accounts, asked in the transaction that stores them. */
@Injectable()
export class AccountChecks {
  constructor(
    private readonly queries: AccountsQueries,
    private readonly repository: AccountsRepository,
    private readonly places: PlacesService,
  ) {}

  /** Roles fit their place and one another. @throws ProblemException `refused` with all that does not */
  refuseRoles(roles: readonly Role[], placeId: string, settings: SecuritySettings): void {
    const place = this.places.find(placeId);
    refuseAll([
      ...(place ? placeRefusals(roles, place.kind) : [placeUnknown()]),
      ...exclusionRefusals(roles, settings),
    ]);
  }

  /** The number in its one written form. @throws ProblemException `refused` */
  readPhone(text: string, pointer = '/phone'): TelephoneNumber {
    const read = readTelephoneNumber(text, pointer);
    if (!read.ok) throw new ProblemException('refused', undefined, read.refusals);
    return read.value;
  }

  async refuseTakenUsername(tx: EntityManager, username: string, pointer = '/username'): Promise<void> {
    if (await this.repository.isTaken(tx, { username }, null)) throw usernameTaken(username, pointer);
  }

  async refuseTakenSubject(tx: EntityManager, subject: string | null, except: string | null): Promise<void> {
    if (subject === null) return;
    if (await this.repository.isTaken(tx, { openIdSubject: subject }, except)) throw openIdSubjectTaken();
  }

  /** After an act: somebody is left who can administer accounts and, where it is needed, approve them. */
  async refuseWithoutAdministrators(
    tx: EntityManager,
    { separateSecurity }: Pick<SecuritySettings, 'separateSecurity'>,
  ): Promise<void> {
    if ((await this.queries.countActive(tx, 'systemAdministrator')) === 0) throw lastSystemAdministrator();
    if (separateSecurity && (await this.queries.countActive(tx, 'securityAdministrator')) === 0) {
      throw lastSecurityAdministrator();
    }
  }
}

function refuseAll(refusals: readonly Refusal[]): void {
  if (refusals.length > 0) throw new ProblemException('refused', refusals[0]?.detail, refusals);
}
