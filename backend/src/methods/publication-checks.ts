import { Injectable } from '@nestjs/common';
import type { Refusal } from '@yuheng/shared/domain/refusal';
import type { EntityManager } from 'typeorm';
import type { Act } from '../audit/act';
import { Settings } from '../config/settings';
import { SecondFactorService } from '../identity/second-factor/second-factor.service';
import type { SignedIn } from '../identity/signed-in';
import { IN_THE_FUTURE, NO_BASIS, NO_NAME } from './method-refusals';
import { MethodsRepository, type DraftRow } from './methods.repository';
import { checkOf } from './present-method';

/** What stands before a publication: who publishes has shown who they are, and the method is fit to be used. */
@Injectable()
export class PublicationChecks {
  constructor(
    private readonly repository: MethodsRepository,
    private readonly secondFactors: SecondFactorService,
    private readonly settings: Settings,
  ) {}

  secondFactor(act: Act, account: SignedIn, code: string | undefined): Promise<void> {
    return this.secondFactors.demand(act, account, code);
  }

  /** Everything that forbids it, each at its place in the draft; marks that do not sum to the stated total among it. */
  async refusals(tx: EntityManager, draft: DraftRow, publishedOn: string): Promise<Refusal[]> {
    const items = await this.repository.inspectionItems(tx, draft.program);
    const errors = checkOf(draft.definition, items).filter(({ severity }) => severity === 'error');
    return [
      ...(publishedOn > this.settings.clock.today() ? [IN_THE_FUTURE] : []),
      ...(draft.name.zh.trim() === '' ? [NO_NAME] : []),
      ...(draft.basis.trim() === '' ? [NO_BASIS] : []),
      ...errors.map(({ pointer, message }) => ({
        pointer: pointer.replace(/^\/method/, '/definition'),
        detail: message,
      })),
    ];
  }
}
