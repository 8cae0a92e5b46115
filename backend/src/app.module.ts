import { Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AdministrationModule } from './administration/administration.module';
import { YearsModule } from './administration/years/years.module';
import { AuditModule } from './audit/audit.module';
import { AllocationHistoryModule } from './allocations/history/allocation-history.module';
import { AllocationDecisionsModule } from './allocations/decisions/allocation-decisions.module';
import { AllocationsModule } from './allocations/allocations.module';
import { BurdenModule } from './burden/burden.module';
import { KeyRing } from './config/key-ring';
import { Settings } from './config/settings';
import { DashboardsModule } from './dashboards/dashboards.module';
import { WallModule } from './dashboards/wall/wall.module';
import { DutiesModule } from './duties/duties.module';
import { EvaluationResultsModule } from './evaluations/results/evaluation-results.module';
import { EvaluationsModule } from './evaluations/evaluations.module';
import { RoundTasksModule } from './evaluations/tasks/round-tasks.module';
import { ScoreSheetsModule } from './evaluations/score-sheets.module';
import { EvidenceModule } from './evidence/evidence.module';
import { FieldworkModule } from './fieldwork/fieldwork.module';
import { FundsModule } from './funds/funds.module';
import { GoalsModule } from './goals/goals.module';
import { MethodsModule } from './methods/methods.module';
import { Lifecycle } from './http/lifecycle';
import { SystemController } from './http/system.controller';
import { IdentityModule } from './identity/identity.module';
import { FindingsModule } from './findings/findings.module';
import { ImportsModule } from './imports/imports.module';
import { InspectionsModule } from './inspections/inspections.module';
import { MaintenanceModule } from './maintenance/maintenance.module';
import { PersonalDataModule } from './personal-data/personal-data.module';
import { PublicationsModule } from './publications/publications.module';
import { RemindersModule } from './reminders/reminders.module';
import { RosterModule } from './roster/roster.module';
import { RegionsModule } from './regions/regions.module';
import { SheetsModule } from './sheets/sheets.module';

/** What every feature may ask for; made by main.ts before the application is. */
export interface Foundation {
  readonly source: DataSource;
  readonly settings: Settings;
  readonly lifecycle: Lifecycle;
  /** The keys of personal data. */
  readonly keys: KeyRing;
}

@Module({})
export class AppModule {
  static on({ source, settings, lifecycle, keys }: Foundation): DynamicModule {
    const providers = [
      { provide: DataSource, useValue: source },
      { provide: Settings, useValue: settings },
      { provide: Lifecycle, useValue: lifecycle },
      { provide: KeyRing, useValue: keys },
    ];
    return {
      module: AppModule,
      global: true,
      providers,
      exports: providers,
      controllers: [SystemController],
      imports: [
        AuditModule,
        MaintenanceModule,
        PersonalDataModule,
        RegionsModule,
        IdentityModule,
        AdministrationModule,
        DashboardsModule,
        WallModule,
        EvidenceModule,
        FieldworkModule,
        FindingsModule,
        FundsModule,
        ImportsModule,
        GoalsModule,
        MethodsModule,
        InspectionsModule,
        SheetsModule,
        RosterModule,
        PublicationsModule,
        DutiesModule,
        RemindersModule,
        BurdenModule,
        YearsModule,
        EvaluationResultsModule,
        EvaluationsModule,
        RoundTasksModule,
        ScoreSheetsModule,
        AllocationsModule,
        AllocationDecisionsModule,
        AllocationHistoryModule,
      ],
    };
  }
}
