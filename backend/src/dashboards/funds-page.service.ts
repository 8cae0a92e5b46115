import { Injectable } from '@nestjs/common';
import type { QueryOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Funds } from '@yuheng/shared/contract/funds';
import type { ReconciliationState } from '@yuheng/shared/domain/ledger/reconciliation-state';
import { DataSource } from 'typeorm';
import { scoped } from '../database/scoped-transaction';
import { ReconciliationService } from '../funds/reconciliation.service';
import { IssuePlansService } from '../funds/issue-plans.service';
import type { SignedIn } from '../identity/signed-in';
import { DashboardsService } from './dashboards.service';
import { presentFunds } from './present-funds';

/** Explanations are kept as they stand now: of an earlier day nobody can say what was explained by then. */
const NOT_KNOWN_THEN: ReadonlyMap<string, ReconciliationState> = new Map();

/** Where the money is, with what decided splits lay down for it: one scoped transaction and one answer. */
@Injectable()
export class FundsPageService {
  constructor(
    private readonly source: DataSource,
    private readonly dashboards: DashboardsService,
    private readonly plans: IssuePlansService,
    private readonly reconciliations: ReconciliationService,
  ) {}

  read(account: SignedIn, wanted: QueryOf<typeof endpoints.readFunds>): Promise<Funds> {
    return scoped(this.source, account.scope, async (tx) => {
      const page = await this.dashboards.pageOfYear(tx, account, wanted);
      const { program, year, at } = page;
      const plan = await this.plans.inForce(tx, program, year, at.chosen === null ? undefined : at.day);
      const reconciled =
        at.chosen === null ? await this.reconciliations.statesOf(tx, program, year) : NOT_KNOWN_THEN;
      return presentFunds({ ...page, plan, reconciled });
    });
  }
}
