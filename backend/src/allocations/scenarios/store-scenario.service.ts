import { Injectable } from '@nestjs/common';
import type { AllocationEvidence } from '@yuheng/shared/domain/allocation/evidence/allocation-evidence';
import type { AllocationSettings } from '@yuheng/shared/domain/allocation/settings/allocation-settings';
import { inputHashOf } from '@yuheng/shared/domain/certificates/certificate';
import { engineVersion } from '@yuheng/shared/domain/scoring/engine-version';
import { createHash, randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { AllocationRunsRepository, type NewAllocationRun } from '../allocation-runs.repository';
import { settingsSha256 } from '../policies/settings-sha256';
import type { FrozenProposal } from '../proposing/frozen-proposal';
import { AllocationScenariosRepository } from './allocation-scenarios.repository';

export interface ToStore {
  readonly cityId: string;
  readonly name: string;
  readonly settings: AllocationSettings;
  readonly evidence: AllocationEvidence;
  readonly evidenceSha256: string;
  readonly computed: FrozenProposal;
  readonly by: string;
  readonly at: Date;
}

export interface StoredScenario {
  readonly scenario: string;
  readonly run: string;
  /** The same policy was saved on the same evidence before. */
  readonly existing: boolean;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Keeps a proposal as a run and the scenario that names it, inside a transaction of the caller. */
@Injectable()
export class StoreScenarioService {
  constructor(
    private readonly runs: AllocationRunsRepository,
    private readonly scenarios: AllocationScenariosRepository,
  ) {}

  /** The scenario that storing would find there already. */
  async existing(
    tx: EntityManager,
    computed: Pick<ToStore, 'evidence' | 'computed'>,
  ): Promise<{ id: string; name: string } | null> {
    const run = await this.runs.ofInputs(tx, identityOf(computed));
    return run === null ? null : this.scenarios.ofRun(tx, run);
  }

  /** Of two that store the same at the same moment the second gets the scenario of the first. */
  async store(tx: EntityManager, wanted: ToStore): Promise<StoredScenario> {
    const { evidence, evidenceSha256, settings, name, cityId } = wanted;
    const { program, year } = evidence;
    await this.runs.lock(tx, program, year);
    const run = runOf(wanted);
    const runId = (await this.runs.ofInputs(tx, run)) ?? (await this.runs.insert(tx, run));
    const existing = await this.scenarios.ofRun(tx, runId);
    if (existing) return { scenario: existing.id, run: runId, existing: true };
    const scenario = randomUUID();
    await this.scenarios.insert(tx, {
      ...{ cityId, scenarioId: scenario, programId: program, year, name, settings },
      ...{ settingsSha256: settingsSha256(settings), evidenceSha256, runId },
      createdBy: wanted.by,
      createdAt: wanted.at,
    });
    return { scenario, run: runId, existing: false };
  }
}

/** What tells a run from every other: the hash that its certificate is held against. */
function identityOf({ evidence, computed: { inputs } }: Pick<ToStore, 'evidence' | 'computed'>) {
  const { program, year, scoring } = evidence;
  const inputsSha256 = inputHashOf(engineVersion, { scoring: scoring?.inputsSha256, inputs }, sha256);
  return { program, year, engineVersion, inputsSha256 };
}

function runOf(wanted: ToStore): NewAllocationRun {
  const { cityId, evidence, computed, by, at } = wanted;
  const { lastSplit, scoring } = evidence;
  const { inputs, proposal } = computed;
  return {
    ...identityOf(wanted),
    ...{ cityId, evidence, inputs },
    scoringRun: scoring?.run ?? null,
    answer: {
      lastYear: { year: lastSplit.year, publication: lastSplit.publication, text: lastSplit.source },
      proposal,
    },
    createdAt: at,
    createdBy: by,
  };
}
