import { Injectable } from '@nestjs/common';
import type { AllocationPolicies } from '@yuheng/shared/contract/allocation-policies';
import type { AllocationSettingsBody } from '@yuheng/shared/contract/allocation-settings';
import type { QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { ProgramId } from '@yuheng/shared/contract/values';
import type { AllocationSettings } from '@yuheng/shared/domain/allocation/settings/allocation-settings';
import { settingsChanges } from '@yuheng/shared/domain/allocation/settings/settings-changes';
import { settingsErrors } from '@yuheng/shared/domain/allocation/settings/settings-checks';
import { settingsInWords } from '@yuheng/shared/domain/allocation/settings/settings-in-words';
import {
  ALLOCATION_PRESETS,
  CAREFUL_SETTINGS,
} from '@yuheng/shared/domain/allocation/settings/settings-presets';
import type { Refusal } from '@yuheng/shared/domain/refusal';
import { DataSource, type EntityManager } from 'typeorm';
import { Settings } from '../../config/settings';
import { scoped } from '../../database/scoped-transaction';
import type { SignedIn } from '../../identity/signed-in';
import { AllocationPoliciesRepository, type PolicyRow } from './allocation-policies.repository';
import { settingsSha256 } from './settings-sha256';

type OfProgram = QueryOf<typeof endpoints.listAllocationPolicies>;
type Checked = ResponseOf<typeof endpoints.checkAllocationPolicy>;

/** What counts in a year: the newest version, or the careful defaults until there is one. */
export interface PolicyInForce {
  readonly version: number | null;
  readonly name: string | null;
  readonly settings: AllocationSettings;
  readonly settingsSha256: string;
  /** The moment, as ISO 8601 in UTC; null: none is published. */
  readonly publishedAt: string | null;
}

/** What forbids these settings, each at its place in a request that carries them as `settings`. */
export const refusalsOfSettings = (settings: AllocationSettings): Refusal[] =>
  settingsErrors(settings).map((one) => ({ ...one, pointer: `/settings${one.pointer}` }));

/** 分配办法 for their readers. */
@Injectable()
export class AllocationPoliciesService {
  constructor(
    private readonly source: DataSource,
    private readonly repository: AllocationPoliciesRepository,
    private readonly settings: Settings,
  ) {}

  list(account: SignedIn, { program }: OfProgram): Promise<AllocationPolicies> {
    return scoped(this.source, account.scope, (tx) => this.find(tx, program));
  }

  check(
    account: SignedIn,
    { program }: OfProgram,
    { settings }: { readonly settings: AllocationSettingsBody },
  ): Promise<Checked> {
    return scoped(this.source, account.scope, async (tx) => {
      const versions = await this.repository.versions(tx, program);
      const before = versions[0]?.settings ?? CAREFUL_SETTINGS;
      const errors = refusalsOfSettings(settings);
      // What is no sound policy has no words and no hash.
      if (errors.length > 0) return { errors, inWords: [], changes: [], sameAs: null };
      const hash = settingsSha256(settings);
      return {
        errors,
        inWords: [...settingsInWords(settings)],
        changes: [...settingsChanges(before, settings)],
        sameAs: versions.find((one) => one.settingsSha256 === hash)?.version ?? null,
      };
    });
  }

  async inForce(tx: EntityManager, program: ProgramId): Promise<PolicyInForce> {
    const found = await this.repository.inForce(tx, program);
    return (
      found ?? {
        version: null,
        name: null,
        settings: CAREFUL_SETTINGS,
        settingsSha256: settingsSha256(CAREFUL_SETTINGS),
        publishedAt: null,
      }
    );
  }

  /** Every published version, the newest first. */
  versions(tx: EntityManager, program: ProgramId): Promise<PolicyRow[]> {
    return this.repository.versions(tx, program);
  }

  async find(tx: EntityManager, program: ProgramId): Promise<AllocationPolicies> {
    const versions = await this.repository.versions(tx, program);
    return {
      program,
      demonstration: this.settings.demonstration,
      inForce: versions[0]?.version ?? null,
      versions: versions.map((one, index) => presented(one, versions[index + 1])),
      presets: ALLOCATION_PRESETS.map(({ id, name, settings }) => ({
        id,
        name,
        settings: written(settings),
      })),
    };
  }
}

/** Settings as the contract answers them. */
export const written = (settings: AllocationSettings): AllocationSettingsBody =>
  settings as AllocationSettingsBody;

/** A version with what it says and what it changed against the one before it; the first changed nothing. */
const presented = (
  { settings, settingsSha256: _, publishedAt: __, ...head }: PolicyRow,
  before: PolicyRow | undefined,
): AllocationPolicies['versions'][number] => ({
  ...head,
  settings: written(settings),
  inWords: [...settingsInWords(settings)],
  changes: before ? [...settingsChanges(before.settings, settings)] : [],
});
