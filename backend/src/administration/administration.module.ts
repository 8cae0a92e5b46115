import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module';
import { RegionsModule } from '../regions/regions.module';
import { AccountApprovalService } from './account-measures/account-approval.service';
import { AccountChecks } from './accounts/account-checks';
import { AccountEntryService } from './accounts/account-entry.service';
import { AccountMeasuresController } from './account-measures/account-measures.controller';
import { AccountMeasuresService } from './account-measures/account-measures.service';
import { AccountsController } from './accounts/accounts.controller';
import { AccountsQueries } from './accounts/accounts.queries';
import { AccountsRepository } from './accounts/accounts.repository';
import { AccountsService } from './accounts/accounts.service';
import { AdministrativeActs } from './accounts/administrative-acts';
import { HandOverService } from './account-measures/hand-over.service';
import { PresentAccount } from './accounts/present-account';
import { SecuritySettingsController } from './security-settings/security-settings.controller';
import { SecuritySettingsRepository } from './security-settings/security-settings.repository';
import { SecuritySettingsService } from './security-settings/security-settings.service';
import { SeparationChecks } from './security-settings/separation-checks';

@Module({
  imports: [IdentityModule, RegionsModule],
  controllers: [AccountsController, AccountMeasuresController, SecuritySettingsController],
  providers: [
    AccountApprovalService,
    AccountChecks,
    AccountEntryService,
    AccountMeasuresService,
    AccountsQueries,
    AccountsRepository,
    AccountsService,
    AdministrativeActs,
    HandOverService,
    PresentAccount,
    SecuritySettingsRepository,
    SecuritySettingsService,
    SeparationChecks,
  ],
})
export class AdministrationModule {}
