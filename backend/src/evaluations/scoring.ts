import { Injectable } from '@nestjs/common';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';
import { FactsService } from '../facts/facts.service';
import { ProblemException } from '../http/problem-exception';
import type { Method } from '@yuheng/shared/domain/scoring/method';
import { EvaluationsQueries, type RoundRow } from './evaluations.queries';
import { decisionsOf } from './results/decisions-of';
import { marksByCounty, withConfirmations } from './results/marks-by-county';
import { RoundRecordQueries } from './results/round-record.queries';
import { scoreCounties, type SaidOfCounty } from './score-counties';
import { ScoringRunsRepository } from './scoring-runs.repository';

export interface ScoreRound {
  readonly cityId: string;
  readonly round: Pick<RoundRow, 'id' | 'program' | 'year' | 'methodVersion'>;
  readonly today: IsoDate;
  readonly at: Date;
  readonly by: string | null;
}

/** Makes scoring runs inside a transaction of the caller: an officer's request, or the load of the demonstration. */
@Injectable()
export class Scoring {
  constructor(
    private readonly facts: FactsService,
    private readonly queries: EvaluationsQueries,
    private readonly runs: ScoringRunsRepository,
    private readonly record: RoundRecordQueries,
  ) {}

  /**
   * Scores every county of the scope from the facts of today, what evaluators handed in, and what 合议 and rulings decided,
   * and stores the run; the same inputs give the id of the
   * run that is already there. Refused (422) where the engine refuses, with one pointer a county and indicator.
   */
  async scoreRound(tx: EntityManager, { cityId, round, today, at, by }: ScoreRound): Promise<string> {
    await this.runs.lock(tx, round.id);
    const method = await this.queries.method(tx, round.program, round.methodVersion);
    const facts = await this.facts.readAll(tx, {
      program: round.program,
      year: round.year,
      round: round.id,
      asOf: today,
    });
    const scored = scoreCounties(
      method.definition,
      facts,
      await this.saidOf(tx, round.id, method.definition),
    );
    if (!scored.ok) throw new ProblemException('refused', scored.refusals[0]?.detail, scored.refusals);
    const { inputsSha256, engineVersion } = scored.value;
    const existing = await this.queries.runOfInputs(tx, round.id, inputsSha256, engineVersion);
    if (existing) return existing;
    return this.runs.insert(tx, {
      cityId,
      roundId: round.id,
      method,
      scoring: scored.value,
      asOf: today,
      createdAt: at,
      createdBy: by,
    });
  }

  private async saidOf(
    tx: EntityManager,
    round: string,
    method: Method,
  ): Promise<(county: string) => SaidOfCounty> {
    const marks = await this.queries.marks(tx, round);
    const sheets = await this.record.sheetsOfMarkers(tx, round);
    const evaluatorMarks = marksByCounty(withConfirmations(method, marks, sheets));
    const decisions = decisionsOf(
      await this.record.deliberations(tx, round),
      await this.record.rulings(tx, round),
    );
    return (county) => ({
      evaluatorMarks: evaluatorMarks.get(county) ?? {},
      decisions: decisions.get(county) ?? {},
    });
  }
}
