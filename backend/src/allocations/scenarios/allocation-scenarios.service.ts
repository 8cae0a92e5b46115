import { Injectable } from '@nestjs/common';
import type { AllocationScenario, ScenarioHead } from '@yuheng/shared/contract/allocation-scenarios';
import type { ParamsOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { decidedRunLabel } from '@yuheng/shared/domain/allocation/deciding/decision-in-words';
import { basisInWords } from '@yuheng/shared/domain/allocation/meeting/basis-in-words';
import { settingsChanges } from '@yuheng/shared/domain/allocation/settings/settings-changes';
import { DataSource, type EntityManager } from 'typeorm';
import type { Clock } from '../../clock/clock';
import { Settings } from '../../config/settings';
import { scoped } from '../../database/scoped-transaction';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import { PlacesService } from '../../regions/places.service';
import { AllocationScenariosRepository, type ScenarioRow } from './allocation-scenarios.repository';
import { SCENARIO_GONE } from './scenario-refusals';
import { ScenarioStandings, type EvidenceJustRead, type Standings } from './scenario-standings.service';

type OfYear = QueryOf<typeof endpoints.listAllocationScenarios>;

/** 测算方案 for their readers. */
@Injectable()
export class AllocationScenariosService {
  constructor(
    private readonly source: DataSource,
    private readonly repository: AllocationScenariosRepository,
    private readonly standings: ScenarioStandings,
    private readonly places: PlacesService,
    private readonly settings: Settings,
  ) {}

  list(
    account: SignedIn,
    { program, year }: OfYear,
  ): Promise<ResponseOf<typeof endpoints.listAllocationScenarios>> {
    return scoped(this.source, account.scope, async (tx) => {
      const rows = await this.repository.list(tx, program, year);
      const standings = await this.standings.of(tx, rows, { program, year });
      return {
        ...this.pageOf({ program, year }),
        scenarios: rows.map((row) => headOf(row, standings, this.settings.clock)),
      };
    });
  }

  read(
    account: SignedIn,
    { scenario }: ParamsOf<typeof endpoints.readAllocationScenario>,
  ): Promise<AllocationScenario> {
    return scoped(this.source, account.scope, (tx) => this.find(tx, scenario));
  }

  /** A scenario as it is answered, with whether it still stands. @throws ProblemException not-found */
  async find(tx: EntityManager, id: string, justRead?: EvidenceJustRead): Promise<AllocationScenario> {
    const row = await this.repository.find(tx, id);
    if (!row) throw new ProblemException('not-found', SCENARIO_GONE);
    return this.present(tx, row, await this.standings.of(tx, [row], row, justRead));
  }

  async present(tx: EntityManager, row: ScenarioRow, standings: Standings): Promise<AllocationScenario> {
    const { clock } = this.settings;
    const { comments: _, ...head } = headOf(row, standings, clock);
    const proposal = await this.repository.proposal(tx, row.run);
    const basis = await this.repository.basis(tx, row.run);
    const counties = this.places.counties(proposal.counties.map(({ county }) => county));
    return {
      ...this.pageOf(row),
      ...head,
      counties: counties.map(({ id, name }) => ({ id, name })),
      basis: basis === null ? [] : [...basisInWords(basis, row.settings)],
      proposal: proposal as AllocationScenario['proposal'],
      changes: [...settingsChanges(standings.policy.settings, row.settings)],
      comments: (await this.repository.comments(tx, row.id)).map((one) => ({
        ...one,
        at: clock.asRead(one.at),
      })),
    };
  }

  private pageOf({ program, year }: OfYear) {
    const { clock, demonstration } = this.settings;
    return { program, year, asOf: clock.today(), demonstration };
  }
}

const headOf = (row: ScenarioRow, { staleOf, versionOf }: Standings, clock: Clock): ScenarioHead => ({
  id: row.id,
  name: row.name,
  run: row.run,
  settings: row.settings as ScenarioHead['settings'],
  inputsSha256: row.inputsSha256,
  policyVersion: versionOf(row),
  createdBy: row.createdBy,
  createdAt: clock.asRead(row.createdAt),
  headline: row.headline,
  postsMoved: row.postsMoved,
  personsReduced: row.personsReduced,
  comments: row.comments,
  stale: staleOf(row),
  decision: row.decision,
  document: row.document && decidedRunLabel(row.document),
});
