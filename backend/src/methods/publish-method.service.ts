import { Injectable } from '@nestjs/common';
import type { BodyOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Act } from '../audit/act';
import { AuditTrail } from '../audit/audit-trail';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { MethodDraftsService, type DraftTarget } from './method-drafts.service';
import { supersededBy } from './method-refusals';
import { MethodsRepository } from './methods.repository';
import { MethodsService } from './methods.service';
import { sizeOf } from './present-method';
import { PublicationChecks } from './publication-checks';

type Published = ResponseOf<typeof endpoints.publishMethod>;
type Publication = BodyOf<typeof endpoints.publishMethod>;

/** Makes a draft the next version of its program, which nobody changes any more; of two at once one is the next. */
@Injectable()
export class PublishMethodService {
  constructor(
    private readonly trail: AuditTrail,
    private readonly repository: MethodsRepository,
    private readonly methods: MethodsService,
    private readonly drafts: MethodDraftsService,
    private readonly checks: PublicationChecks,
  ) {}

  async publish(
    act: Act,
    account: SignedIn,
    target: DraftTarget,
    { supersedes, code, ...publication }: Publication,
  ): Promise<Published> {
    act.note({ object: { kind: 'methodDraft', id: target.draft } });
    await this.checks.secondFactor(act, account, code);
    return this.trail.record(act, account.scope, async (tx) => {
      const draft = await this.drafts.held(tx, act, target);
      const { program, name, basis, basedOn, definition } = draft;
      await this.repository.lockPublication(tx, program);
      const inForce = await this.repository.inForce(tx, program);
      if (inForce !== supersedes) throw new ProblemException('conflict', supersededBy(inForce));
      const refusals = await this.checks.refusals(tx, draft, publication.publishedOn);
      if (refusals.length > 0) throw new ProblemException('refused', undefined, refusals);
      const version = (inForce ?? 0) + 1;
      await this.repository.insertVersion(tx, account.cityId, {
        programId: program,
        ...{ version, name, basis, basedOn, definition },
        ...publication,
        publishedBy: account.username,
      });
      await this.repository.removeDraft(tx, target.draft);
      act.note({
        object: { kind: 'evaluationMethod', id: `${program}/${version}` },
        after: { version, ...publication, ...sizeOf(definition) },
      });
      return this.methods.presentVersion(tx, await this.methods.version(tx, { program, version }));
    });
  }
}
