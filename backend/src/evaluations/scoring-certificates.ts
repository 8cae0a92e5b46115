import { Injectable } from '@nestjs/common';
import type { ParamsOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { CanonicalRecord } from '@yuheng/shared/domain/certificates/certificate';
import {
  DEMONSTRATION_MARK,
  PROVISIONAL_MARK,
  type CertifiedRun,
} from '@yuheng/shared/domain/certificates/run-certificate';
import { scoreFigures } from '@yuheng/shared/domain/certificates/score-figures';
import { DataSource } from 'typeorm';
import { Settings } from '../config/settings';
import { scoped } from '../database/scoped-transaction';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { EvaluationsQueries, type FrozenRow, type RunRow } from './evaluations.queries';

/** Stored scoring runs as certificates, for readers of the city: one holds the values of every county. */
@Injectable()
export class ScoringCertificates {
  constructor(
    private readonly source: DataSource,
    private readonly queries: EvaluationsQueries,
    private readonly settings: Settings,
  ) {}

  async find(
    account: SignedIn,
    { run: id }: ParamsOf<typeof endpoints.readScoringCertificate>,
  ): Promise<CertifiedRun> {
    return scoped(this.source, account.scope, async (tx) => {
      const run = await this.queries.run(tx, id);
      if (!run) throw new ProblemException('not-found');
      return certified(run, await this.queries.frozen(tx, id), this.settings.demonstration);
    });
  }
}

/** The input is what `scoreCounties` hashed, so that its hash is the one that the run is stored under. */
function certified(run: RunRow, frozen: readonly FrozenRow[], demonstration: boolean): CertifiedRun {
  return {
    kind: 'scores',
    engine: run.engineVersion,
    input: {
      method: run.method.definition as unknown as CanonicalRecord,
      values: Object.fromEntries(frozen.map(({ county, inputs }) => [county, inputs])),
    },
    inputHash: run.inputsSha256,
    answer: Object.fromEntries(frozen.map(({ county, answer }) => [county, scoreFigures(answer)])),
    about: {
      run: run.id,
      program: run.program,
      year: run.year,
      evaluation: run.kind,
      createdAt: run.createdAt,
      inputsSha256: run.inputsSha256,
      marks: [...(demonstration ? [DEMONSTRATION_MARK] : []), ...(run.finalised ? [] : [PROVISIONAL_MARK])],
    },
  };
}
