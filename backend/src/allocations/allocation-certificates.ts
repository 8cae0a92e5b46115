import { Injectable } from '@nestjs/common';
import type { ParamsOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { decidedRunLabel } from '@yuheng/shared/domain/allocation/deciding/decision-in-words';
import { inputHashOf, type CanonicalRecord } from '@yuheng/shared/domain/certificates/certificate';
import { DEMONSTRATION_MARK, type CertifiedRun } from '@yuheng/shared/domain/certificates/run-certificate';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Settings } from '../config/settings';
import { scoped } from '../database/scoped-transaction';
import { ResultsService } from '../evaluations/results.service';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { DecidedSplitsQueries } from './decisions/decided-splits.queries';
import { AllocationRunsRepository, type FrozenRun } from './allocation-runs.repository';
import { careful1WrittenOut, isCareful1 } from './careful-1-inputs';
import type { StoredAnswer } from './told-run';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Stored allocation runs as certificates. */
@Injectable()
export class AllocationCertificates {
  constructor(
    private readonly source: DataSource,
    private readonly runs: AllocationRunsRepository,
    private readonly decided: DecidedSplitsQueries,
    private readonly results: ResultsService,
    private readonly settings: Settings,
  ) {}

  async find(
    account: SignedIn,
    { run: id }: ParamsOf<typeof endpoints.readAllocationCertificate>,
  ): Promise<CertifiedRun> {
    return scoped(this.source, account.scope, async (tx) => {
      const run = await this.runs.frozen(tx, id);
      if (!run) throw new ProblemException('not-found');
      const scored = run.scoringRun === null ? null : await this.results.runWithResults(tx, run.scoringRun);
      const label = decidedRunLabel(await this.decided.documentOfRun(tx, id));
      const marks = [...(this.settings.demonstration ? [DEMONSTRATION_MARK] : []), label];
      return certified(run, scored?.run.inputsSha256, marks);
    });
  }
}

/**
 * The input is what the run was hashed over. A run of the first release froze its policy by name only: written out, its
 * input has another hash than the run, whose own stands in `about`.
 */
function certified(
  run: FrozenRun,
  scoring: string | undefined,
  marks: CertifiedRun['about']['marks'],
): CertifiedRun {
  const named = isCareful1(run.inputs);
  const input: CanonicalRecord = {
    scoring,
    inputs: isCareful1(run.inputs) ? careful1WrittenOut(run.inputs) : run.inputs,
  };
  return {
    kind: 'allocation',
    engine: run.engineVersion,
    input,
    inputHash: named ? inputHashOf(run.engineVersion, input, sha256) : run.inputsSha256,
    answer: figuresOf(run.answer.counties, 'stability' in run.inputs),
    about: {
      run: run.id,
      program: run.program,
      year: run.year,
      createdAt: run.createdAt,
      inputsSha256: run.inputsSha256,
      marks,
    },
  };
}

/**
 * What was stored of each county. Where nothing was held back by the examination, as in runs of the first release and of
 * policies without the gate, the split follows from the input alone, and the certificate states no more than that.
 */
function figuresOf(counties: StoredAnswer['counties'], gated: boolean): CanonicalRecord {
  const byCounty = <Value>(read: (one: StoredAnswer['counties'][number]) => Value | undefined) =>
    Object.fromEntries(
      counties.flatMap((one): [string, Value][] => {
        const value = read(one);
        return value === undefined ? [] : [[one.county, value]];
      }),
    );
  return {
    parts: byCounty((one) => one.part),
    fen: byCounty((one) => one.fen),
    ...(gated && {
      proposed: byCounty((one) => one.proposedPart),
      directionHeld: byCounty((one) => one.certainty?.heldRuns),
    }),
  };
}
