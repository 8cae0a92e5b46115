import { Injectable } from '@nestjs/common';
import type { Overview } from '@yuheng/shared/contract/overview';
import type { ProgramId } from '@yuheng/shared/contract/values';
import type { EntityManager } from 'typeorm';
import { DecisionTasksService } from '../allocations/decisions/decision-tasks.service';
import { presentTask } from '../evaluations/tasks/present-round-task';
import { RoundTasksService } from '../evaluations/tasks/round-tasks.service';
import { PersonsInChargeService, type NamesInCharge } from '../identity/accounts/persons-in-charge.service';
import type { SignedIn } from '../identity/signed-in';

/** 需要您办, of whatever year is shown: what evaluation rounds and submitted splits ask of the reader now. */
@Injectable()
export class WaitingService {
  constructor(
    private readonly rounds: RoundTasksService,
    private readonly decisions: DecisionTasksService,
    private readonly persons: PersonsInChargeService,
  ) {}

  async of(tx: EntityManager, account: SignedIn, program: ProgramId): Promise<Overview['needsYou']> {
    const rounds = await this.rounds.ofBureau(tx, account, program);
    return [...rounds.map(presentTask), ...(await this.decisions.of(tx, account, program))];
  }

  /** Who is in charge of what is late at the counties of the scope. */
  inCharge(tx: EntityManager): Promise<NamesInCharge> {
    return this.persons.names(tx);
  }
}
