import { Injectable } from '@nestjs/common';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';
import { FactsService } from '../facts/facts.service';
import { ProblemException } from '../http/problem-exception';
import { EvaluationsQueries, type RoundRow } from './evaluations.queries';
import { scoreCounties } from './score-counties';
import { ScoringRunsRepository } from './scoring-runs.repository';

export interface ScoreRound {
  readonly cityId: string;
  readonly round: RoundRow;
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
  ) {}

  /**
   * Scores every county of the scope from the facts of today and stores the run; the same inputs give the id of the
   * run that is already there. Refused (422) where the engine refuses, with one pointer a county and indicator.
   */
  async scoreRound(tx: EntityManager, { cityId, round, today, at, by }: ScoreRound): Promise<string> {
    await this.runs.lock(tx, round.id);
    const method = await this.queries.method(tx, round.program, round.methodVersion);
    const facts = await this.facts.read(tx, { program: round.program, year: round.year, asOf: today });
    const scored = scoreCounties(method.definition, facts, await this.queries.marks(tx, round.id));
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
}
