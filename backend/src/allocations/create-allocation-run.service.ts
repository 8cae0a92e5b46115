import { Injectable } from '@nestjs/common';
import type { AllocationRun } from '@yuheng/shared/contract/allocation-runs';
import type { BodyOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Act } from '../audit/act';
import { AuditTrail } from '../audit/audit-trail';
import { Settings } from '../config/settings';
import type { SignedIn } from '../identity/signed-in';
import { Allocating } from './allocating';
import { AllocationsService } from './allocations.service';

/** Works a split out and keeps it for ever beside those before it; nothing is decided by it. */
@Injectable()
export class CreateAllocationRunService {
  constructor(
    private readonly trail: AuditTrail,
    private readonly allocating: Allocating,
    private readonly allocations: AllocationsService,
    private readonly settings: Settings,
  ) {}

  create(
    act: Act,
    account: SignedIn,
    body: BodyOf<typeof endpoints.createAllocationRun>,
  ): Promise<AllocationRun> {
    act.note({ object: { kind: 'allocation', id: `${body.program}/${body.year}` } });
    return this.trail.record(act, account.scope, async (tx) => {
      const run = await this.allocating.allocate(tx, {
        ...body,
        cityId: this.settings.cityId,
        today: this.settings.clock.today(),
        at: this.settings.clock.now(),
        by: account.username,
      });
      act.note({ object: { kind: 'allocationRun', id: run }, after: body });
      return this.allocations.find(tx, run);
    });
  }
}
