import { Injectable } from '@nestjs/common';
import type { AllocationRun } from '@yuheng/shared/contract/allocation-runs';
import type { ParamsOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { decidedRunLabel } from '@yuheng/shared/domain/allocation/deciding/decision-in-words';
import { DataSource, type EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
import { scoped } from '../database/scoped-transaction';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { PlacesService } from '../regions/places.service';
import { DecidedSplitsQueries } from './decisions/decided-splits.queries';
import { AllocationRunsRepository, type RunsOfYear } from './allocation-runs.repository';

@Injectable()
export class AllocationsService {
  constructor(
    private readonly source: DataSource,
    private readonly runs: AllocationRunsRepository,
    private readonly decided: DecidedSplitsQueries,
    private readonly places: PlacesService,
    private readonly settings: Settings,
  ) {}

  async list(
    account: SignedIn,
    { program, year }: QueryOf<typeof endpoints.listAllocationRuns>,
  ): Promise<ResponseOf<typeof endpoints.listAllocationRuns>> {
    const { demonstration } = this.settings;
    const rows = await scoped(this.source, account.scope, (tx) => this.runs.list(tx, program, year));
    return { allocationRuns: rows.map((row) => ({ ...row, demonstration })) };
  }

  async read(
    account: SignedIn,
    { run }: ParamsOf<typeof endpoints.readAllocationRun>,
  ): Promise<AllocationRun> {
    return scoped(this.source, account.scope, (tx) => this.find(tx, run));
  }

  /** How many runs there are for each of some years, the latest year first; years without a run are left out. */
  runsOfYears(tx: EntityManager, program: string, years: readonly number[]): Promise<RunsOfYear[]> {
    return this.runs.ofYears(tx, program, years);
  }

  /** A run as it is answered. @throws ProblemException `not-found` */
  async find(tx: EntityManager, id: string): Promise<AllocationRun> {
    const found = await this.runs.find(tx, id);
    if (!found) throw new ProblemException('not-found');
    const { answer, ...head } = found;
    const byId = new Map(answer.counties.map((one) => [one.county, one]));
    const counties = this.places.counties([...byId.keys()]).flatMap(({ id: county, name }) => {
      const part = byId.get(county);
      return part ? [{ ...part, name }] : [];
    });
    return {
      ...{ ...head, ...answer, counties },
      demonstration: this.settings.demonstration,
      label: decidedRunLabel(await this.decided.documentOfRun(tx, id)),
    };
  }
}
