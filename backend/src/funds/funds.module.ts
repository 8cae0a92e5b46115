import { Module } from '@nestjs/common';
import { RegionsModule } from '../regions/regions.module';
import { FilingsRepository } from './filings.repository';
import { FilingsService } from './filings.service';
import { FundsController } from './funds.controller';
import { FundsService } from './funds.service';
import { IssuePlansRepository } from './issue-plans.repository';
import { IssuePlansService } from './issue-plans.service';
import { InvariantsService } from './invariants.service';
import { LedgerPagesService } from './ledger-pages.service';
import { LedgerQueries } from './ledger.queries';
import { LedgerRepository } from './ledger.repository';
import { LedgerService } from './ledger.service';
import { ReconciliationQueries } from './reconciliation.queries';
import { ReconciliationRepository } from './reconciliation.repository';
import { ReconciliationService } from './reconciliation.service';

@Module({
  imports: [RegionsModule],
  controllers: [FundsController],
  providers: [
    LedgerQueries,
    LedgerRepository,
    LedgerService,
    LedgerPagesService,
    FundsService,
    IssuePlansRepository,
    IssuePlansService,
    ReconciliationQueries,
    ReconciliationRepository,
    ReconciliationService,
    FilingsRepository,
    FilingsService,
    InvariantsService,
  ],
  exports: [FundsService, IssuePlansService, ReconciliationService],
})
export class FundsModule {}
