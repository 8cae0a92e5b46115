import { Controller } from '@nestjs/common';
import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Act } from '../audit/act';
import { Account, Acting, Body, Params, Query, Route } from '../http/route';
import type { SignedIn } from '../identity/signed-in';
import { FilingsService } from './filings.service';
import { InvariantsService } from './invariants.service';
import { LedgerPagesService } from './ledger-pages.service';
import { LedgerService } from './ledger.service';
import { ReconciliationService } from './reconciliation.service';

@Controller()
export class FundsController {
  constructor(
    private readonly pages: LedgerPagesService,
    private readonly ledger: LedgerService,
    private readonly reconciliation: ReconciliationService,
    private readonly filings: FilingsService,
    private readonly invariants: InvariantsService,
  ) {}

  @Route(endpoints.readLedger)
  read(
    @Account() account: SignedIn,
    @Query(endpoints.readLedger) query: QueryOf<typeof endpoints.readLedger>,
  ): Promise<ResponseOf<typeof endpoints.readLedger>> {
    return this.pages.read(account, query);
  }

  @Route(endpoints.enterLedgerEntry)
  enter(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Body(endpoints.enterLedgerEntry) body: BodyOf<typeof endpoints.enterLedgerEntry>,
  ): Promise<ResponseOf<typeof endpoints.enterLedgerEntry>> {
    return this.ledger.enter(act, account, body);
  }

  @Route(endpoints.reverseLedgerEntry)
  reverse(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Params(endpoints.reverseLedgerEntry) { entry }: ParamsOf<typeof endpoints.reverseLedgerEntry>,
    @Body(endpoints.reverseLedgerEntry) { reason }: BodyOf<typeof endpoints.reverseLedgerEntry>,
  ): Promise<ResponseOf<typeof endpoints.reverseLedgerEntry>> {
    return this.ledger.reverse(act, account, entry, reason);
  }

  @Route(endpoints.readReconciliation)
  reconcile(
    @Account() account: SignedIn,
    @Query(endpoints.readReconciliation) query: QueryOf<typeof endpoints.readReconciliation>,
  ): Promise<ResponseOf<typeof endpoints.readReconciliation>> {
    return this.reconciliation.read(account, query);
  }

  @Route(endpoints.explainReconciliation)
  explain(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Body(endpoints.explainReconciliation) body: BodyOf<typeof endpoints.explainReconciliation>,
  ): Promise<ResponseOf<typeof endpoints.explainReconciliation>> {
    return this.reconciliation.explain(act, account, body);
  }

  @Route(endpoints.listFilings)
  list(
    @Account() account: SignedIn,
    @Query(endpoints.listFilings) query: QueryOf<typeof endpoints.listFilings>,
  ): Promise<ResponseOf<typeof endpoints.listFilings>> {
    return this.filings.list(account, query);
  }

  @Route(endpoints.createFiling)
  file(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Body(endpoints.createFiling) body: BodyOf<typeof endpoints.createFiling>,
  ): Promise<ResponseOf<typeof endpoints.createFiling>> {
    return this.filings.file(act, account, body);
  }

  @Route(endpoints.withdrawFiling)
  withdraw(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Body(endpoints.withdrawFiling) body: BodyOf<typeof endpoints.withdrawFiling>,
  ): Promise<ResponseOf<typeof endpoints.withdrawFiling>> {
    return this.filings.withdraw(act, account, body);
  }

  @Route(endpoints.readInvariants)
  check(@Account() account: SignedIn): Promise<ResponseOf<typeof endpoints.readInvariants>> {
    return this.invariants.check(account);
  }
}
