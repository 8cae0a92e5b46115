import { Injectable } from '@nestjs/common';
import type { ProgramId } from '@yuheng/shared/contract/values';
import type { AllocationSettings } from '@yuheng/shared/domain/allocation/settings/allocation-settings';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';
import { AllocationPolicyEntity } from './allocation-policy.entity';

export interface PolicyRow {
  readonly version: number;
  readonly name: string;
  readonly basis: string;
  readonly documentNumber: string;
  readonly publishedOn: IsoDate;
  /** The name of who published it. */
  readonly publishedBy: string | null;
  /** The moment, as ISO 8601 in UTC. */
  readonly publishedAt: string;
  readonly settings: AllocationSettings;
  readonly settingsSha256: string;
}

const VERSION = `
  select version, name, basis, document_number as "documentNumber", published_on::text as "publishedOn",
    (select n.name from account_names(array[published_by]) n) as "publishedBy",
    to_char(published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "publishedAt",
    settings, settings_sha256 as "settingsSha256"
  from allocation_policy where program_id = $1 order by version desc`;

/** Published versions are only ever added. */
@Injectable()
export class AllocationPoliciesRepository {
  /** Until the transaction ends nobody else publishes for this program. */
  async lock(tx: EntityManager, program: ProgramId): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('allocation_policy'), hashtext($1))`, [program]);
  }

  /** The newest first. */
  async versions(tx: EntityManager, program: ProgramId): Promise<PolicyRow[]> {
    return tx.query(VERSION, [program]);
  }

  async inForce(tx: EntityManager, program: ProgramId): Promise<PolicyRow | null> {
    const rows: PolicyRow[] = await tx.query(`${VERSION} limit 1`, [program]);
    return rows[0] ?? null;
  }

  async insert(tx: EntityManager, version: AllocationPolicyEntity): Promise<void> {
    await tx.insert(AllocationPolicyEntity, version as never);
  }
}
