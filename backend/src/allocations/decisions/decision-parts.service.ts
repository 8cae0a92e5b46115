import { Injectable } from '@nestjs/common';
import type { AllocationDecision } from '@yuheng/shared/contract/allocation-decisions';
import { settingsChanges } from '@yuheng/shared/domain/allocation/settings/settings-changes';
import type { EntityManager } from 'typeorm';
import { PlacesService } from '../../regions/places.service';
import { AllocationPoliciesService, written } from '../policies/allocation-policies.service';
import { DecisionsQueries, type DecisionRow, type FileRow, type RunOfDecision } from './decisions.queries';
import { NoticesQueries } from './notices.queries';
import { presentProposal } from './present-decision';

type Parts = Pick<
  AllocationDecision,
  'settings' | 'changes' | 'counties' | 'proposal' | 'inputsSha256' | 'engineVersion' | 'notices'
>;

/** What a decision is about: the split, what it changes against the policy in force, its papers and notices. */
@Injectable()
export class DecisionParts {
  constructor(
    private readonly queries: DecisionsQueries,
    private readonly notices: NoticesQueries,
    private readonly policies: AllocationPoliciesService,
    private readonly places: PlacesService,
  ) {}

  async read(tx: EntityManager, row: DecisionRow): Promise<Parts & { readonly files: readonly FileRow[] }> {
    const { settings, proposal, inputsSha256, engineVersion } = await this.run(tx, row.id);
    const inForce = await this.policies.inForce(tx, row.program);
    const readings = new Map(
      (await this.notices.readings(tx, row.id)).map((one) => [one.county, one] as const),
    );
    return {
      files: await this.queries.files(tx, row.id),
      settings: written(settings),
      changes: [...settingsChanges(inForce.settings, settings)],
      counties: this.counties(proposal.counties.map(({ county }) => county)),
      proposal: presentProposal(proposal),
      ...{ inputsSha256, engineVersion },
      notices: this.counties([...readings.keys()]).map(({ id, name }) => ({
        county: id,
        name,
        readOn: readings.get(id)?.readOn ?? null,
        readBy: readings.get(id)?.readBy ?? null,
      })),
    };
  }

  /** @throws Error where the run of a decision is gone: runs are only ever added. */
  async run(tx: EntityManager, decision: string): Promise<RunOfDecision> {
    const run = await this.queries.run(tx, decision);
    if (!run) throw new Error(`The run of the decision ${decision} is not there.`);
    return run;
  }

  private counties(ids: readonly string[]): { id: string; name: string }[] {
    return this.places.counties(ids).map(({ id, name }) => ({ id, name }));
  }
}
