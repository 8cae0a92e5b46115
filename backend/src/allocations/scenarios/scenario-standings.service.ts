import { Injectable } from '@nestjs/common';
import type { ProgramId } from '@yuheng/shared/contract/values';
import { staleBecause } from '@yuheng/shared/domain/allocation/evidence/stale-scenario';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import type { EntityManager } from 'typeorm';
import { Settings } from '../../config/settings';
import { AllocationEvidenceService, type Snapshot } from '../evidence/allocation-evidence.service';
import { NO_SPLIT } from '../evidence/obstacles';
import type { PolicyRow } from '../policies/allocation-policies.repository';
import { AllocationPoliciesService, type PolicyInForce } from '../policies/allocation-policies.service';
import type { ScenarioRow } from './allocation-scenarios.repository';

/** How scenarios stand today. */
export interface Standings {
  readonly policy: PolicyInForce;
  /** Why it can be read and no longer submitted; null: it stands. */
  staleOf(row: ScenarioRow): Bilingual | null;
  /** The newest version of the policy whose settings these are. */
  versionOf(row: ScenarioRow): number | null;
}

type Standing = Pick<ScenarioRow, 'scoringRun'>;
type Today = ReadonlyMap<string | null, Pick<Snapshot, 'sha256' | 'obstacle'> | null>;

/** Evidence that was read a moment ago and need not be read again. */
export interface EvidenceJustRead {
  readonly scoringRun: string | null;
  readonly sha256: string;
}

/** Holds saved scenarios against the evidence and the policy of today, which is read once for all of them. */
@Injectable()
export class ScenarioStandings {
  constructor(
    private readonly evidence: AllocationEvidenceService,
    private readonly policies: AllocationPoliciesService,
    private readonly settings: Settings,
  ) {}

  async of(
    tx: EntityManager,
    rows: readonly Standing[],
    { program, year }: { readonly program: ProgramId; readonly year: number },
    justRead?: EvidenceJustRead,
  ): Promise<Standings> {
    const today: Today = justRead
      ? new Map([[justRead.scoringRun, { sha256: justRead.sha256, obstacle: null }]])
      : await this.today(tx, rows, { program, year });
    const versions = await this.policies.versions(tx, program);
    const policy = await this.policies.inForce(tx, program);
    return {
      policy,
      staleOf: (row) => staleOf(row, today.get(row.scoringRun) ?? null, policy),
      versionOf: ({ settingsSha256 }) => versionOf(versions, settingsSha256),
    };
  }

  /** What each of the results that scenarios rest on gives today. */
  private async today(
    tx: EntityManager,
    rows: readonly Standing[],
    of: { readonly program: ProgramId; readonly year: number },
  ): Promise<Today> {
    const snapshots = new Map<string | null, Snapshot | null>();
    if (rows.length === 0) return snapshots;
    const ofYear = await this.evidence.ofYear(tx, { ...of, asOf: this.settings.clock.today() });
    for (const run of new Set(rows.map(({ scoringRun }) => scoringRun))) {
      snapshots.set(run, await this.evidence.snapshot(tx, ofYear, run));
    }
    return snapshots;
  }
}

const staleOf = (
  row: ScenarioRow,
  today: Pick<Snapshot, 'sha256' | 'obstacle'> | null,
  policy: PolicyInForce,
): Bilingual | null =>
  staleBecause({
    evidenceSha256: row.evidenceSha256,
    evidenceToday: today?.sha256 ?? null,
    obstacle: today === null ? NO_SPLIT : today.obstacle,
    policySince:
      policy.publishedAt !== null &&
      policy.publishedAt > row.createdAt &&
      policy.settingsSha256 !== row.settingsSha256
        ? policy.version
        : null,
  });

const versionOf = (versions: readonly PolicyRow[], settingsSha256: string): number | null =>
  versions.find((one) => one.settingsSha256 === settingsSha256)?.version ?? null;
