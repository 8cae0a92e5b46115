import { Injectable } from '@nestjs/common';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { MethodRow } from './evaluations.queries';
import { packExplanation } from './packed-explanation';
import type { Scoring } from './score-counties';
import { ScoringResultEntity } from './scoring-result.entity';
import { ScoringRunEntity } from './scoring-run.entity';

/** So many counties a statement: a run may have thousands. */
const AT_ONCE = 100;

export interface NewRun {
  readonly cityId: string;
  readonly roundId: string;
  readonly method: MethodRow;
  readonly scoring: Scoring;
  readonly asOf: IsoDate;
  readonly createdAt: Date;
  readonly createdBy: string | null;
}

/** Runs are only ever added. */
@Injectable()
export class ScoringRunsRepository {
  /** Held until the transaction ends: two requests with the same inputs make one run, not a run and a failure. */
  async lock(tx: EntityManager, roundId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('scoring_run'), hashtext($1))`, [roundId]);
  }

  async insert(tx: EntityManager, run: NewRun): Promise<string> {
    const { cityId, scoring } = run;
    const runId = randomUUID();
    await tx.insert(ScoringRunEntity, {
      cityId,
      runId,
      roundId: run.roundId,
      engineVersion: scoring.engineVersion,
      method: run.method as never,
      inputsSha256: scoring.inputsSha256,
      asOf: run.asOf,
      createdAt: run.createdAt,
      createdBy: run.createdBy,
    });
    for (let first = 0; first < scoring.counties.length; first += AT_ONCE) {
      const portion = scoring.counties.slice(first, first + AT_ONCE);
      const rows = portion.map(async ({ county, inputs, answer, explanation }) => ({
        cityId,
        runId,
        countyId: county,
        inputs: inputs as never,
        answer: answer as never,
        explanation: await packExplanation(explanation),
      }));
      await tx.insert(ScoringResultEntity, await Promise.all(rows));
    }
    return runId;
  }
}
