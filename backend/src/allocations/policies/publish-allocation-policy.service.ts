import { Injectable } from '@nestjs/common';
import type { AllocationPolicies } from '@yuheng/shared/contract/allocation-policies';
import type { BodyOf, QueryOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Refusal } from '@yuheng/shared/domain/refusal';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { Settings } from '../../config/settings';
import { ProblemException } from '../../http/problem-exception';
import { SecondFactorService } from '../../identity/second-factor/second-factor.service';
import type { SignedIn } from '../../identity/signed-in';
import { AllocationPoliciesRepository, type PolicyRow } from './allocation-policies.repository';
import { AllocationPoliciesService, refusalsOfSettings } from './allocation-policies.service';
import { IN_THE_FUTURE, nothingChanged, sameDocument, supersededBy } from './policy-refusals';
import { settingsSha256 } from './settings-sha256';

type OfProgram = QueryOf<typeof endpoints.publishAllocationPolicy>;
type Publication = BodyOf<typeof endpoints.publishAllocationPolicy>;

/** Makes settings the next version of a program's policy, which nobody changes any more; of two at once one is the next. */
@Injectable()
export class PublishAllocationPolicyService {
  constructor(
    private readonly trail: AuditTrail,
    private readonly repository: AllocationPoliciesRepository,
    private readonly policies: AllocationPoliciesService,
    private readonly secondFactors: SecondFactorService,
    private readonly settings: Settings,
  ) {}

  async publish(
    act: Act,
    account: SignedIn,
    { program }: OfProgram,
    { supersedes, code, ...publication }: Publication,
  ): Promise<AllocationPolicies> {
    act.note({ object: { kind: 'allocationPolicy', id: program } });
    await this.secondFactors.demand(act, account, code);
    return this.trail.record(act, account.scope, async (tx) => {
      await this.repository.lock(tx, program);
      const versions = await this.repository.versions(tx, program);
      const inForce = versions[0]?.version ?? null;
      if (inForce !== supersedes) throw new ProblemException('conflict', supersededBy(inForce));
      const refusals = this.refusals(publication, versions);
      if (refusals.length > 0) throw new ProblemException('refused', undefined, refusals);
      const version = (inForce ?? 0) + 1;
      const { settings: _, name: title, ...stated } = publication;
      const sha256 = settingsSha256(publication.settings);
      await this.repository.insert(tx, {
        cityId: account.cityId,
        programId: program,
        version,
        ...publication,
        settingsSha256: sha256,
        publishedBy: account.username,
        publishedAt: this.settings.clock.now(),
      });
      act.note({
        object: { kind: 'allocationPolicy', id: `${program}/${version}` },
        after: { version, title, ...stated, sha256 },
      });
      return this.policies.find(tx, program);
    });
  }

  private refusals(
    { settings, publishedOn, documentNumber }: Omit<Publication, 'supersedes' | 'code'>,
    versions: readonly PolicyRow[],
  ): Refusal[] {
    const errors = refusalsOfSettings(settings);
    const future = publishedOn > this.settings.clock.today() ? [IN_THE_FUTURE] : [];
    // What is no sound policy has no canonical form to compare by.
    if (errors.length > 0) return [...future, ...errors];
    const hash = settingsSha256(settings);
    const same = versions.filter((one) => one.settingsSha256 === hash);
    const [inForce] = versions;
    if (inForce && same.includes(inForce)) return [...future, nothingChanged(inForce.version)];
    const copied = same.find((one) => one.documentNumber === documentNumber);
    return [...future, ...(copied ? [sameDocument(copied.version)] : [])];
  }
}
