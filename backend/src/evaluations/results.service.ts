import { Injectable } from '@nestjs/common';
import type { ScoreExplanation } from '@yuheng/shared/domain/scoring/explaining/explanation';
import type { EntityManager } from 'typeorm';
import {
  EvaluationsQueries,
  type EvaluationKind,
  type FinalisationRow,
  type FrozenRow,
  type ResultRow,
  type RoundRow,
  type RunRow,
} from './evaluations.queries';
import { marksByCounty } from './results/marks-by-county';

export interface RunWithResults {
  readonly run: RunRow;
  readonly results: readonly ResultRow[];
}

/** Results for whoever builds on them (pages, the allocation), inside a transaction of the caller. */
@Injectable()
export class ResultsService {
  constructor(private readonly queries: EvaluationsQueries) {}

  rounds(tx: EntityManager, program: string, year: number): Promise<RoundRow[]> {
    return this.queries.rounds(tx, program, year);
  }

  /** Every finalisation of a program year, the newest of each round first. */
  finalisations(tx: EntityManager, program: string, year: number): Promise<FinalisationRow[]> {
    return this.queries.finalisations(tx, program, year);
  }

  /** What evaluators handed in, by county of the scope and by leaf, as the engine takes it. */
  async marks(tx: EntityManager, round: string): Promise<ReturnType<typeof marksByCounty>> {
    return marksByCounty(await this.queries.marks(tx, round));
  }

  runs(tx: EntityManager, program: string, year: number): Promise<RunRow[]> {
    return this.queries.runs(tx, program, year);
  }

  explanation(tx: EntityManager, run: string, county: string): Promise<ScoreExplanation | null> {
    return this.queries.explanation(tx, run, county);
  }

  /** The finalised result of one kind and year, or null before 定案. */
  async finalised(
    tx: EntityManager,
    program: string,
    year: number,
    kind: EvaluationKind,
  ): Promise<RunWithResults | null> {
    const run = await this.queries.finalisedRun(tx, program, year, kind);
    return run && { run, results: await this.queries.results(tx, run.id) };
  }

  /** A run with what it froze of every county of the scope. */
  async frozenRun(
    tx: EntityManager,
    id: string,
  ): Promise<{ readonly run: RunRow; readonly rows: readonly FrozenRow[] } | null> {
    const run = await this.queries.run(tx, id);
    return run && { run, rows: await this.queries.frozen(tx, id) };
  }

  async runWithResults(tx: EntityManager, id: string): Promise<RunWithResults | null> {
    const run = await this.queries.run(tx, id);
    return run && { run, results: await this.queries.results(tx, id) };
  }
}
