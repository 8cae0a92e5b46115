import { Injectable } from '@nestjs/common';
import type { AllocationScenario } from '@yuheng/shared/contract/allocation-scenarios';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { Settings } from '../../config/settings';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import { AllocationScenariosRepository, type ScenarioRow } from './allocation-scenarios.repository';
import { AllocationScenariosService } from './allocation-scenarios.service';
import { NAMED_FOR_GOOD, SCENARIO_GONE, WAS_SUBMITTED } from './scenario-refusals';

interface OfScenario {
  readonly scenario: string;
}

/** What people do with a saved scenario; none of it touches what was computed. */
@Injectable()
export class ChangeScenarioService {
  constructor(
    private readonly trail: AuditTrail,
    private readonly repository: AllocationScenariosRepository,
    private readonly scenarios: AllocationScenariosService,
    private readonly settings: Settings,
  ) {}

  rename(
    act: Act,
    account: SignedIn,
    { scenario, name }: OfScenario & { readonly name: string },
  ): Promise<AllocationScenario> {
    return this.changing(act, account, scenario, async (tx, before) => {
      if (before.decision !== null) throw new ProblemException('refused', NAMED_FOR_GOOD);
      await this.repository.rename(tx, scenario, name);
      act.note({ before: { title: before.name }, after: { title: name } });
      return this.scenarios.find(tx, scenario);
    });
  }

  comment(
    act: Act,
    account: SignedIn,
    { scenario, text }: OfScenario & { readonly text: string },
  ): Promise<AllocationScenario> {
    return this.changing(act, account, scenario, async (tx) => {
      await this.repository.comment(tx, {
        ...{ cityId: account.cityId, commentId: randomUUID(), scenarioId: scenario, text },
        writtenBy: account.username,
        writtenAt: this.settings.clock.now(),
      });
      act.note({ after: { text } });
      return this.scenarios.find(tx, scenario);
    });
  }

  withdraw(act: Act, account: SignedIn, { scenario }: OfScenario): Promise<void> {
    return this.changing(act, account, scenario, async (tx, before) => {
      if (before.decision !== null) throw new ProblemException('refused', WAS_SUBMITTED);
      await this.repository.withdraw(tx, scenario, {
        by: account.username,
        at: this.settings.clock.now(),
      });
      act.note({ before: { title: before.name } });
    });
  }

  private changing<Result>(
    act: Act,
    account: SignedIn,
    scenario: string,
    work: (tx: EntityManager, before: ScenarioRow) => Promise<Result>,
  ): Promise<Result> {
    act.note({ object: { kind: 'allocationScenario', id: scenario } });
    return this.trail.record(act, account.scope, async (tx) => {
      const before = await this.repository.hold(tx, scenario);
      if (!before) throw new ProblemException('not-found', SCENARIO_GONE);
      return work(tx, before);
    });
  }
}
