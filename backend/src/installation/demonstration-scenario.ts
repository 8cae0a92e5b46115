import { CAREFUL_SETTINGS } from '@yuheng/shared/domain/allocation/settings/settings-presets';
import { isoDate } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';
import { AllocationRunsRepository } from '../allocations/allocation-runs.repository';
import { AllocationEvidenceService } from '../allocations/evidence/allocation-evidence.service';
import { EvidencePlacesQueries } from '../allocations/evidence/evidence-places.queries';
import { ResultsOfMoneyService } from '../allocations/evidence/results-of-money.service';
import { SplitInForceService } from '../allocations/evidence/split-in-force.service';
import { SplitTablesRepository } from '../allocations/history/split-tables.repository';
import { DecidedSplitsQueries } from '../allocations/decisions/decided-splits.queries';
import { frozenProposal } from '../allocations/proposing/frozen-proposal';
import { AllocationScenariosRepository } from '../allocations/scenarios/allocation-scenarios.repository';
import { StoreScenarioService } from '../allocations/scenarios/store-scenario.service';
import { EvaluationsQueries } from '../evaluations/evaluations.queries';
import { ResultsService } from '../evaluations/results.service';
import { GatheredMonthsQueries } from '../facts/gathered-months.queries';
import { GatheredMonthsService } from '../facts/gathered-months.service';
import { PublicationsRepository } from '../publications/publications.repository';
import { PublishedSplitsService } from '../publications/published-splits.service';

/** The split under discussion in the demonstration: that of 2026, on the finalised results of 2025. */
export const DISCUSSED_YEAR = 2026;
const SAVED_ON = isoDate('2026-03-16');

/** Saves the split under discussion as an officer would, by the careful defaults: no amount of it is written by hand. */
export async function saveDemonstrationScenario(
  tx: EntityManager,
  cityId: string,
  scoringRun: string,
): Promise<void> {
  const results = new ResultsService(new EvaluationsQueries());
  const reading = new AllocationEvidenceService(
    new SplitInForceService(
      new PublishedSplitsService(new PublicationsRepository()),
      new DecidedSplitsQueries(),
      new SplitTablesRepository(),
    ),
    new GatheredMonthsService(new GatheredMonthsQueries()),
    results,
    new ResultsOfMoneyService(results),
    new EvidencePlacesQueries(),
  );
  const ofYear = await reading.ofYear(tx, { program: 'assistants', year: DISCUSSED_YEAR, asOf: SAVED_ON });
  const snapshot = await reading.snapshot(tx, ofYear, scoringRun);
  if (!snapshot?.evidence) throw new Error(`The demonstration has no evidence: ${snapshot?.obstacle?.en}`);
  const { evidence, sha256: evidenceSha256 } = snapshot;
  const computed = frozenProposal({ evidence, evidenceSha256, settings: CAREFUL_SETTINGS });
  if (!computed.ok) throw new Error(`The demonstration is not split: ${computed.refusals[0]?.detail.en}`);
  const storing = new StoreScenarioService(
    new AllocationRunsRepository(),
    new AllocationScenariosRepository(),
  );
  await storing.store(tx, {
    ...{ cityId, evidence, evidenceSha256, computed: computed.value },
    name: '按谨慎缺省办法测算',
    settings: CAREFUL_SETTINGS,
    by: 'officer-1',
    at: new Date(`${SAVED_ON}T02:00:00Z`),
  });
}
