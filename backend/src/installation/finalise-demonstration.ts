import { isoDate } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';
import { AllocationRunsRepository } from '../allocations/allocation-runs.repository';
import { Allocating } from '../allocations/allocating';
import { DEMONSTRATION_FINALISATIONS } from '../demonstration/demonstration-evaluation';
import { DueDaysService } from '../duties/due-days.service';
import { DutyRulesRepository } from '../duties/duty-rules.repository';
import { HolidayTablesRepository } from '../duties/holiday-tables.repository';
import { EvaluationRoundEntity } from '../evaluations/evaluation-round.entity';
import { EvaluationsQueries } from '../evaluations/evaluations.queries';
import { ResultsService } from '../evaluations/results.service';
import { Scoring } from '../evaluations/scoring';
import { ScoringRunsRepository } from '../evaluations/scoring-runs.repository';
import { FactsQueries } from '../facts/facts.queries';
import { FactsService } from '../facts/facts.service';
import { PublicationsRepository } from '../publications/publications.repository';
import { PublishedSplitsService } from '../publications/published-splits.service';

/** The split under discussion in the demonstration: that of 2026, on the finalised results of 2025. */
const DISCUSSED_YEAR = 2026;

/**
 * Computes the demonstration's finalised results and the split under discussion from its facts, by the same services
 * that an officer's request goes through: no score and no amount of the demonstration is written by hand.
 */
export async function finaliseDemonstration(tx: EntityManager, cityId: string): Promise<void> {
  const dueDays = new DueDaysService(new DutyRulesRepository(), new HolidayTablesRepository());
  const facts = new FactsService(new FactsQueries(), dueDays);
  const queries = new EvaluationsQueries();
  const scoring = new Scoring(facts, queries, new ScoringRunsRepository());
  const runs = new Map<number, string>();
  for (const { roundId, year, finalisedOn, documentNumber } of DEMONSTRATION_FINALISATIONS) {
    const round = (await queries.rounds(tx, 'assistants', year)).find((one) => one.id === roundId);
    if (!round) throw new Error(`The demonstration has no round ${roundId} of ${year}.`);
    // Stands for the day of 定案, so that the demonstration is the same whenever it is loaded.
    const at = new Date(`${finalisedOn}T08:00:00Z`);
    const run = await scoring.scoreRound(tx, {
      cityId,
      round,
      today: isoDate(finalisedOn),
      at,
      by: 'officer-1',
    });
    await tx.update(
      EvaluationRoundEntity,
      { cityId, roundId: round.id },
      { finalisedOn, documentNumber, finalisedRunId: run },
    );
    runs.set(year, run);
  }
  const scoringRun = runs.get(DISCUSSED_YEAR - 1);
  if (!scoringRun) return;
  const splits = new PublishedSplitsService(new PublicationsRepository());
  await new Allocating(new ResultsService(queries), facts, splits, new AllocationRunsRepository()).allocate(
    tx,
    {
      cityId,
      program: 'assistants',
      year: DISCUSSED_YEAR,
      scoringRun,
      today: isoDate('2026-03-16'),
      at: new Date('2026-03-16T02:00:00Z'),
      by: 'officer-1',
    },
  );
}
