import { isoDate } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';
import { DEMONSTRATION_FINALISATIONS } from '../demonstration/demonstration-evaluation';
import {
  DEMONSTRATION_REPLIES,
  demonstrationDeliberation,
  demonstrationDraft,
  demonstrationReply,
  demonstrationReplySheets,
  demonstrationRuling,
} from '../demonstration/demonstration-replies';
import { DueDaysService } from '../duties/due-days.service';
import { DutyRulesRepository } from '../duties/duty-rules.repository';
import { HolidayTablesRepository } from '../duties/holiday-tables.repository';
import { CountyReplyEntity } from '../evaluations/county-reply.entity';
import { DeliberationEntity } from '../evaluations/deliberation.entity';
import { DraftResultEntity } from '../evaluations/draft-result.entity';
import { EvaluationRoundEntity } from '../evaluations/evaluation-round.entity';
import { EvaluationsQueries, type RoundRow } from '../evaluations/evaluations.queries';
import { markingErrorOf } from '../evaluations/results/marking-error-of';
import { RoundRecordQueries } from '../evaluations/results/round-record.queries';
import { ReplyRulingEntity } from '../evaluations/reply-ruling.entity';
import { ReplySheetEntity } from '../evaluations/reply-sheet.entity';
import { RoundFinalisationEntity } from '../evaluations/round-finalisation.entity';
import { Scoring } from '../evaluations/scoring';
import { ScoringRunsRepository } from '../evaluations/scoring-runs.repository';
import { FactsQueries } from '../facts/facts.queries';
import { FactsService } from '../facts/facts.service';
import { DISCUSSED_YEAR, saveDemonstrationScenario } from './demonstration-scenario';

/**
 * Computes the demonstration's finalised results and the split under discussion from its facts, by the same services
 * that an officer's request goes through: no score and no amount of the demonstration is written by hand.
 */
export async function finaliseDemonstration(tx: EntityManager, cityId: string): Promise<void> {
  const dueDays = new DueDaysService(new DutyRulesRepository(), new HolidayTablesRepository());
  const facts = new FactsService(new FactsQueries(), dueDays);
  const queries = new EvaluationsQueries();
  const scoring = new Scoring(facts, queries, new ScoringRunsRepository(), new RoundRecordQueries());
  const runs = new Map<number, string>();
  for (const { roundId, year, finalisedOn, documentNumber } of DEMONSTRATION_FINALISATIONS) {
    const round = (await queries.rounds(tx, 'assistants', year)).find((one) => one.id === roundId);
    if (!round) throw new Error(`The demonstration has no round ${roundId} of ${year}.`);
    // Stands for the day of 定案, so that the demonstration is the same whenever it is loaded.
    const at = new Date(`${finalisedOn}T08:00:00Z`);
    await askOpinions(tx, { cityId, round, scoring });
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
    const marks = await queries.marks(tx, round.id);
    const method = await queries.method(tx, round.program, round.methodVersion);
    await tx.insert(RoundFinalisationEntity, {
      cityId,
      roundId: round.id,
      number: 1,
      runId: run,
      finalisedOn,
      documentNumber,
      markingError: markingErrorOf(method.definition, marks, new Set()),
      finalisedBy: 'officer-1',
      finalisedAt: at,
    });
    runs.set(year, run);
  }
  const scoringRun = runs.get(DISCUSSED_YEAR - 1);
  if (scoringRun) await saveDemonstrationScenario(tx, cityId, scoringRun);
}

interface Asking {
  readonly cityId: string;
  readonly round: RoundRow;
  readonly scoring: Scoring;
}

/** 合议, the draft result and what the counties said to it. */
async function askOpinions(tx: EntityManager, { cityId, round, scoring }: Asking): Promise<void> {
  const replies = DEMONSTRATION_REPLIES[round.year];
  if (!replies) throw new Error(`The demonstration asks nobody in ${round.year}.`);
  const of = { cityId, roundId: round.id };
  const disputed = round.year === DISCUSSED_YEAR - 1;
  if (disputed) await tx.insert(DeliberationEntity, demonstrationDeliberation(of) as never);
  const run = await scoring.scoreRound(tx, {
    cityId,
    round,
    today: replies.openedOn,
    at: new Date(`${replies.openedOn}T02:00:00Z`),
    by: 'officer-1',
  });
  await tx.insert(DraftResultEntity, demonstrationDraft(of, replies, run));
  const counties = await tx.query<{ id: string }[]>(
    `select place_id as id from place where parent_id = $1 and kind = 'county' order by sort_order`,
    [cityId],
  );
  await tx.insert(
    ReplySheetEntity,
    demonstrationReplySheets(
      of,
      replies,
      counties.map(({ id }) => id),
    ),
  );
  if (!disputed) return;
  await tx.insert(CountyReplyEntity, demonstrationReply(of, replies) as never);
  await tx.insert(ReplyRulingEntity, demonstrationRuling(of, replies));
}
