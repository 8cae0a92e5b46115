import { Injectable } from '@nestjs/common';
import type { AllocationQuestion } from '@yuheng/shared/contract/allocation-scenarios';
import type { QueryOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { DataSource } from 'typeorm';
import { Settings } from '../../config/settings';
import { scoped } from '../../database/scoped-transaction';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import { PlacesService } from '../../regions/places.service';
import { AllocationPoliciesService } from '../policies/allocation-policies.service';
import { AllocationEvidenceService, defaultResult } from './allocation-evidence.service';

/** What the allocation page computes from in the browser: one snapshot of one moment. */
@Injectable()
export class AllocationQuestionService {
  constructor(
    private readonly source: DataSource,
    private readonly evidence: AllocationEvidenceService,
    private readonly policies: AllocationPoliciesService,
    private readonly places: PlacesService,
    private readonly settings: Settings,
  ) {}

  /** @throws ProblemException not-found where there is no such scoring run */
  read(
    account: SignedIn,
    { program, year, scoringRun }: QueryOf<typeof endpoints.readAllocationQuestion>,
  ): Promise<AllocationQuestion> {
    const asOf = this.settings.clock.today();
    return scoped(this.source, account.scope, async (tx) => {
      const ofYear = await this.evidence.ofYear(tx, { program, year, asOf });
      const { results, later, lastSplit } = ofYear;
      const snapshot = await this.evidence.snapshot(tx, ofYear, scoringRun ?? defaultResult(results));
      if (!snapshot) throw new ProblemException('not-found');
      const { version, name, settings } = await this.policies.inForce(tx, program);
      const counties = this.places.counties((lastSplit?.counties ?? []).map(({ county }) => county));
      return {
        ...{ program, year, asOf, demonstration: this.settings.demonstration },
        evidence: snapshot.evidence as AllocationQuestion['evidence'],
        evidenceSha256: snapshot.sha256,
        obstacle: snapshot.obstacle,
        results: results.map((one, index) => ({ ...one, isDefault: index === 0 })),
        later: [...later],
        counties: counties.map(({ id, name: county }) => ({ id, name: county })),
        lastSplit: lastSplit && {
          publication: lastSplit.publication,
          source: lastSplit.source,
          counties: inOrder(counties, lastSplit.counties),
        },
        policy: { version, name, settings: settings as AllocationQuestion['policy']['settings'] },
      };
    });
  }
}

const inOrder = <One extends { readonly county: string }>(
  counties: readonly { readonly id: string }[],
  all: readonly One[],
): One[] => {
  const byCounty = new Map(all.map((one) => [one.county, one]));
  return counties.flatMap(({ id }) => byCounty.get(id) ?? []);
};
